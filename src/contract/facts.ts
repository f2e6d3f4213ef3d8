import { isDeepStrictEqual } from "node:util";
import { table, type TableName, type Tables } from "../aws/data/tables";
import { isDay } from "./day";
import { isObject, type JsonObject } from "./read";
import type { Contract } from "./schema";
import { showPath } from "./show";

const inForce = new WeakMap<object, Map<TableName, unknown>>();

/** A table about AWS under a contract, whose `facts` override the one that ships. */
export function tableOf<Name extends TableName>(contract: Contract, name: Name): Tables[Name] {
  const own = (contract.facts as Partial<Record<TableName, object>> | undefined)?.[name];
  if (own === undefined) {
    return table(name);
  }
  const tables = inForce.get(contract) ?? new Map<TableName, unknown>();
  inForce.set(contract, tables);
  if (!tables.has(name)) {
    tables.set(name, patched(table(name), own));
  }
  return tables.get(name) as Tables[Name];
}

/** JSON Merge Patch (RFC 7396): objects merge, `null` removes a key, other values replace. */
function patched(value: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const result = new Map(isObject(value) ? Object.entries(value) : []);
  for (const [key, inner] of Object.entries(patch)) {
    if (inner === null) {
      result.delete(key);
    } else {
      result.set(key, patched(result.get(key), inner));
    }
  }
  return Object.fromEntries(result);
}

/** What a contract overrides in tables, as paths: `admin-ports.administration.2222`. */
export function overriddenFacts({ facts = {} }: Contract): string[] {
  const leaves = (value: unknown, path: readonly string[]): string[] =>
    isObject(value) ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key])) : [showPath(path)];
  return leaves(facts, []);
}

/** What a table reports about itself; no rule refuses anything by it. */
const ABOUT_ITSELF: ReadonlySet<string> = new Set(["source", "date", "strength", "note"]);

/** The path of the first thing that a table would no longer refuse with a patch over it. */
export function takenAway(shipped: JsonObject, patch: JsonObject): readonly string[] | undefined {
  const changed = Object.fromEntries(Object.entries(patch).filter(([key]) => !ABOUT_ITSELF.has(key)));
  return missingFrom(shipped, patched(shipped, changed), []);
}

/** The first path at which `after` has less than `before`: no key, a list without an item, a later day, another value. */
function missingFrom(before: unknown, after: unknown, path: readonly string[]): readonly string[] | undefined {
  if (isObject(before)) {
    return isObject(after)
      ? Object.keys(before)
          .map((key) => missingFrom(before[key], Object.hasOwn(after, key) ? after[key] : undefined, [...path, key]))
          .find((found) => found !== undefined)
      : path;
  }
  if (Array.isArray(before)) {
    const items: readonly unknown[] = Array.isArray(after) ? after : [];
    return before.every((item) => items.some((other) => isDeepStrictEqual(item, other))) ? undefined : path;
  }
  return before === after || isStricter(before, after) ? undefined : path;
}

/** True for a value where there was none, for `true` instead of `false`, and for an earlier day. */
function isStricter(before: unknown, after: unknown): boolean {
  if (before === null) {
    return true;
  }
  if (typeof before === "string" && typeof after === "string") {
    return isDay(before) && isDay(after) && after < before;
  }
  return before === false && after === true;
}
