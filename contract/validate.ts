import type { ErrorObject, ValidateFunction } from "ajv";

import { MOVING_TABLES, table } from "../facts/tables";
import { isDay } from "./day";
import { nearest } from "./near";
import type { Problem } from "./problem";
import { isObject, type JsonObject } from "./read";
import { CONTRACT_SCHEMA, KEY_PATHS, type Contract, type SchemaNode } from "./schema";
import { allowed, listed, show, showKey, showPath } from "./show";
import { mismatches, type Mismatch } from "./table-patch";

type Path = readonly (string | number)[];

let compiled: ValidateFunction<Contract> | undefined;

/** Loading and compiling takes tens of milliseconds, which a pack without a contract need not spend. */
function validator(): ValidateFunction<Contract> {
  if (compiled === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
    const { Ajv } = require("ajv") as typeof import("ajv");
    const ajv = new Ajv({
      allErrors: true,
      verbose: true,
      allowUnionTypes: true,
      formats: { date: isDay },
      // The schema is known to be good (a test holds that), and it is used a few times only: half the time saved.
      validateSchema: false,
      meta: false,
      code: { optimize: false },
    });
    compiled = ajv.compile<Contract>(CONTRACT_SCHEMA);
  }
  return compiled;
}

function childOf(value: unknown, key: string | number): unknown {
  return (value as Record<string | number, unknown>)[key];
}

/** The parts of a JSON pointer, with numbers where the data has lists. */
export function pathOf(pointer: string, data: unknown): Path {
  let here = data;
  return pointer
    .split("/")
    .slice(1)
    .map((escaped) => {
      const text = escaped.replaceAll("~1", "/").replaceAll("~0", "~");
      const part = Array.isArray(here) ? Number(text) : text;
      here = childOf(here, part);
      return part;
    });
}

/** The place that an error is about: for a key too much or missing, the key. */
function placeOf(error: ErrorObject, data: unknown): Path {
  const path = pathOf(error.instancePath, data);
  const params = error.params as { additionalProperty?: string; missingProperty?: string; propertyName?: string };
  const key = params.additionalProperty ?? params.missingProperty ?? params.propertyName;
  return key === undefined ? path : [...path, key];
}

function keyAdvice(path: Path, known: readonly string[]): string {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const sibling = nearest(key, known);
  if (sibling !== undefined) {
    return `; did you mean ${showPath([...parent, sibling])}?`;
  }
  const elsewhere = KEY_PATHS.find((candidate) => candidate.endsWith(`.${key}`));
  return elsewhere === undefined ? `; it takes ${listed(known, "and")}.` : `; did you mean ${elsewhere}?`;
}

function typeAdvice({ type: types, enum: values }: SchemaNode, data: unknown): string {
  const [type, ...others] = [types ?? []].flat();
  if (others.length > 0) {
    return "";
  }
  if (type === "string" && values === undefined && typeof data === "number") {
    return ", in quotes";
  }
  return typeof data === "string" && (type === "integer" || type === "number" || type === "boolean")
    ? ", without quotes"
    : "";
}

/** A list of allowed values that is longer is not worth reading where one of them is evidently meant. */
const MOST_LISTED = 12;

/** What is there, what is allowed, and what may have been meant. */
export function wrongValue(place: string, path: string, value: unknown, node: SchemaNode, advice = ""): string {
  const values = (node.enum ?? []).map(String);
  const near = typeof value === "string" ? nearest(value, values) : undefined;
  const what = path === "" ? `${place} is ${show(value)}` : `${place} sets ${path} to ${show(value)}`;
  if (near !== undefined && values.length > MOST_LISTED) {
    return `${what}, which is not one of the ${String(values.length)} allowed values; did you mean ${near}?`;
  }
  const end = near === undefined ? "." : `; did you mean ${near}?`;
  return `${what}, but it must be ${allowed(node)}${advice}${end}`;
}

function messageOf(error: ErrorObject, place: string, path: Path): string {
  const node = error.parentSchema as Required<SchemaNode>; // what a keyword is about is there
  const text = showPath(path);
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(place, path, Object.keys(node.properties));
    case "propertyNames":
      return unknownKey(place, path, (node.propertyNames.enum ?? []).map(String));
    case "required":
      return missingKey(place, path, node.required);
    default:
      return wrongValue(place, text, error.data, node, typeAdvice(node, error.data));
  }
}

function unknownKey(place: string, path: Path, known: readonly string[]): string {
  return `${place} has the unknown key ${showPath(path)}${keyAdvice(path, known)}`;
}

function missingKey(place: string, path: Path, needed: readonly string[]): string {
  const owner = showPath(path.slice(0, -1));
  return `${place} has no ${showKey(String(path.at(-1)))} in ${owner}, which needs ${listed(needed, "and")}.`;
}

function mismatchMessage(mismatch: Mismatch, place: string, path: Path): string {
  switch (mismatch.kind) {
    case "unknown key":
      return unknownKey(place, path, mismatch.keys);
    case "missing key":
      return missingKey(place, path, mismatch.keys);
    case "wrong value": {
      const { value, node } = mismatch;
      return wrongValue(place, showPath(path), value, node, typeAdvice(node, value));
    }
  }
}

/** The value without what lies at one of the paths; undefined where that is the whole. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) {
    return undefined;
  }
  const kept = (key: string | number, inner: unknown): unknown =>
    without(
      inner,
      paths.filter(([first]) => first === key).map((path) => path.slice(1)),
    );
  if (Array.isArray(value)) {
    return value.map((item, index) => kept(index, item)).filter((item) => item !== undefined);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .map(([key, inner]) => [key, kept(key, inner)] as const)
          .filter(([, inner]) => inner !== undefined),
      )
    : value;
}

/** What to leave out so that an error is gone: what it is about, or for a missing key the object that lacks it. */
function faultyPart(error: ErrorObject, path: Path): Path {
  return error.keyword === "required" ? path.slice(0, -1) : path;
}

/** What a source of the contract gives: the part that counts, and what is wrong with the rest. */
export interface Validated {
  contract: Contract;
  problems: Problem[];
}

/** One thing that is wrong, and what to leave out for it. */
interface Fault {
  path: Path;
  faulty: Path;
  message: (place: string, path: Path) => string;
}

function schemaFaults(value: JsonObject): Fault[] {
  const check = validator();
  if (check(value)) {
    return [];
  }
  return (check.errors ?? [])
    .filter(({ propertyName }) => propertyName === undefined) // the reason behind an error of `propertyNames`, which says it better
    .map((error) => {
      const path = placeOf(error, value);
      return { path, faulty: faultyPart(error, path), message: (place, shown) => messageOf(error, place, shown) };
    });
}

/** What a contract puts over tables, held against the tables. It counts as a whole, lest half of a new row does. */
function factFaults({ facts }: JsonObject): Fault[] {
  return MOVING_TABLES.flatMap((name) => {
    const patch = isObject(facts) && Object.hasOwn(facts, name) ? facts[name] : undefined;
    return (isObject(patch) ? mismatches(table(name), patch) : []).map((mismatch) => ({
      path: ["facts", name, ...mismatch.path],
      faulty: ["facts", name],
      message: (place: string, shown: Path) => mismatchMessage(mismatch, place, shown),
    }));
  });
}

/**
 * Holds a value against the schema. What is wrong becomes a problem and is left out; the valid rest counts.
 * `inner` names the key that the value stands for, where the source gives that key alone (`exemptions`).
 */
export function validate(value: JsonObject, place: string, inner?: string): Validated {
  const problems = new Map<string, Problem>();
  const parts: Path[] = [];
  for (const { path, faulty, message } of [...schemaFaults(value), ...factFaults(value)]) {
    const shown = path[0] === inner ? path.slice(1) : path;
    const text = showPath(shown);
    parts.push(faulty);
    if (!problems.has(text)) {
      problems.set(text, { place, path: text, message: message(place, shown) });
    }
  }
  return parts.length === 0
    ? { contract: value, problems: [] }
    : { contract: without(value, parts) ?? {}, problems: [...problems.values()] };
}
