import type { ErrorObject, ValidateFunction } from "ajv";

import { MOVING_TABLES, table } from "../aws/data/tables";
import { nearest } from "./near";
import type { Problem } from "./problem";
import { isObject, type JsonObject } from "./read";
import { KEY_PATHS, type Contract, type SchemaNode } from "./schema";
import { allowed, listed, show, showKey, showPath } from "./show";
import { mismatches, type Mismatch } from "./table-patch";

type Path = readonly (string | number)[];

const compiled = new Map<object, ValidateFunction>();

/** Loading and compiling takes tens of milliseconds, which a pack without such settings need not spend. */
function checkOf(schema: object): ValidateFunction {
  let check = compiled.get(schema);
  if (check === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
    check = (require("./ajv") as typeof import("./ajv")).schemaCompiler().compile(schema);
    compiled.set(schema, check);
  }
  return check;
}

/** The check of a contract, which the build compiles. */
function contractCheck(): ValidateFunction {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
  return (require("./schema-check") as typeof import("./schema-check")).check;
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

/** The path that an error is about: for an unknown or missing key, the key. */
function errorPath(error: ErrorObject, data: unknown): Path {
  const path = pathOf(error.instancePath, data);
  const params = error.params as { additionalProperty?: string; missingProperty?: string; propertyName?: string };
  const key = params.additionalProperty ?? params.missingProperty ?? params.propertyName;
  return key === undefined ? path : [...path, key];
}

function keyAdvice(path: Path, known: readonly string[], paths: readonly string[]): string {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const sibling = nearest(key, known);
  if (sibling !== undefined) {
    return `; did you mean ${showPath([...parent, sibling])}?`;
  }
  const other = paths.find((candidate) => candidate.endsWith(`.${key}`));
  return other === undefined ? `; it takes ${listed(known, "and")}.` : `; did you mean ${other}?`;
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

/** A longer list of allowed values is not shown where one of them is similar. */
const MOST_LISTED = 12;

/** A message with the value, what is allowed, and a similar word. */
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

function messageOf(error: ErrorObject, place: string, path: Path, paths: readonly string[]): string {
  const node = error.parentSchema as Required<SchemaNode>; // a failing keyword has its schema
  const text = showPath(path);
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(place, path, Object.keys(node.properties), paths);
    case "propertyNames":
      return unknownKey(place, path, (node.propertyNames.enum ?? []).map(String), paths);
    case "required":
      return missingKey(place, path, node.required);
    default:
      return wrongValue(place, text, error.data, node, typeAdvice(node, error.data));
  }
}

function unknownKey(place: string, path: Path, known: readonly string[], paths: readonly string[] = KEY_PATHS): string {
  return `${place} has the unknown key ${showPath(path)}${keyAdvice(path, known, paths)}`;
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

/** The value without the parts at some paths; undefined where that is the whole. */
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

/**
 * The part to leave out for an error: the value that it is about, or for a missing key the object that lacks it. An
 * exemption with a wrong value does not count at all: without its reason or resource it would exempt more than was meant.
 */
function invalidPart(error: ErrorObject, path: Path): Path {
  const isInExemption = path[0] === "exemptions" && path.length > 2 && error.keyword !== "additionalProperties";
  return isInExemption ? path.slice(0, 2) : error.keyword === "required" ? path.slice(0, -1) : path;
}

/** The valid part of a source of the contract, and the errors in the rest. */
export interface Validated {
  contract: Contract;
  problems: Problem[];
}

/** One error, and the part to leave out for it. */
interface Invalid {
  path: Path;
  part: Path;
  message: (place: string, path: Path) => string;
}

function schemaErrors(check: ValidateFunction, value: JsonObject, paths: readonly string[]): Invalid[] {
  if (check(value)) {
    return [];
  }
  return (check.errors ?? [])
    .filter(({ propertyName }) => propertyName === undefined) // the cause of an error of `propertyNames`, which is reported better
    .map((error) => {
      const path = errorPath(error, value);
      return { path, part: invalidPart(error, path), message: (place, shown) => messageOf(error, place, shown, paths) };
    });
}

/** Checks what a contract overrides in tables against the tables. It counts as a whole, not half of a new row. */
function factErrors({ facts }: JsonObject): Invalid[] {
  return MOVING_TABLES.flatMap((name) => {
    const patch = isObject(facts) && Object.hasOwn(facts, name) ? facts[name] : undefined;
    return (isObject(patch) ? mismatches(table(name), patch) : []).map((mismatch) => ({
      path: ["facts", name, ...mismatch.path],
      part: ["facts", name],
      message: (place: string, shown: Path) => mismatchMessage(mismatch, place, shown),
    }));
  });
}

/**
 * Checks a value against the schema. Each error becomes a problem, and its part is left out; the valid rest counts.
 * `inner` is the key of the value, where the source has that key alone (`exemptions`).
 */
export function validate(value: JsonObject, place: string, inner?: string): Validated {
  const errors = [...schemaErrors(contractCheck(), value, KEY_PATHS), ...factErrors(value)];
  const { valid, problems } = withoutErrors(errors, value, place, inner);
  return { contract: valid, problems };
}

/**
 * The same for a value with another schema.
 * @param paths the keys that an unknown one may mean, with those that lead to them
 */
export function validateAgainst(
  schema: object,
  value: JsonObject,
  place: string,
  paths: readonly string[],
): { valid: JsonObject; problems: Problem[] } {
  return withoutErrors(schemaErrors(checkOf(schema), value, paths), value, place);
}

function withoutErrors(
  errors: readonly Invalid[],
  value: JsonObject,
  place: string,
  inner?: string,
): { valid: JsonObject; problems: Problem[] } {
  const problems = new Map<string, Problem>();
  const parts: Path[] = [];
  for (const { path, part, message } of errors) {
    const shown = path[0] === inner ? path.slice(1) : path;
    const text = showPath(shown);
    parts.push(part);
    if (!problems.has(text)) {
      problems.set(text, { place, path: text, message: message(place, shown) });
    }
  }
  return parts.length === 0
    ? { valid: value, problems: [] }
    : { valid: (without(value, parts) ?? {}) as JsonObject, problems: [...problems.values()] };
}
