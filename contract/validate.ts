import type { ErrorObject, ValidateFunction } from "ajv";

import { nearest } from "./near";
import type { Problem } from "./problem";
import { isObject, type JsonObject } from "./read";
import { CONTRACT_SCHEMA, KEY_PATHS, type Contract, type SchemaNode } from "./schema";
import { allowed, listed, show, showKey, showPath } from "./show";

type Path = readonly (string | number)[];

/** True for a day of the calendar, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return false;
  }
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

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

function typeAdvice(error: ErrorObject): string {
  const { type, enum: values } = error.parentSchema as SchemaNode;
  if (type === "string" && values === undefined && typeof error.data === "number") {
    return ", in quotes";
  }
  return typeof error.data === "string" && (type === "integer" || type === "number" || type === "boolean")
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
      return `${place} has the unknown key ${text}${keyAdvice(path, Object.keys(node.properties))}`;
    case "propertyNames":
      return `${place} has the unknown key ${text}${keyAdvice(path, (node.propertyNames.enum ?? []).map(String))}`;
    case "required": {
      const owner = showPath(path.slice(0, -1));
      const needed = listed(node.required, "and");
      return `${place} has no ${showKey(String(path.at(-1)))} in ${owner}, which needs ${needed}.`;
    }
    default:
      return wrongValue(place, text, error.data, node, typeAdvice(error));
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

/**
 * Holds a value against the schema. What is wrong becomes a problem and is left out; the valid rest counts.
 * `inner` names the key that the value stands for, where the source gives that key alone (`exemptions`).
 */
export function validate(value: JsonObject, place: string, inner?: string): Validated {
  const check = validator();
  if (check(value)) {
    return { contract: value, problems: [] };
  }
  const problems = new Map<string, Problem>();
  const faulty: Path[] = [];
  for (const error of check.errors ?? []) {
    if (error.propertyName !== undefined) {
      continue; // the reason behind an error of `propertyNames`, which says it better
    }
    const path = placeOf(error, value);
    const shown = path[0] === inner ? path.slice(1) : path;
    const text = showPath(shown);
    faulty.push(faultyPart(error, path));
    if (!problems.has(text)) {
      problems.set(text, { place, path: text, message: messageOf(error, place, shown) });
    }
  }
  return { contract: without(value, faulty) ?? {}, problems: [...problems.values()] };
}
