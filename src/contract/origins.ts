import { isObject } from "./read";
import type { Source } from "./resolve";
import type { EffectiveContract } from "./schema";

/** Where a value of a contract comes from. */
export interface Origin {
  /** The keys that lead to the value. */
  path: readonly string[];
  /** The sources that it comes from: several where lists are joined. */
  places: readonly string[];
}

/** Where each value of a contract comes from, given its sources. */
export function originsOf(contract: EffectiveContract, sources: readonly Source[]): Origin[] {
  return leavesOf(contract, []).map(({ path, value }) => ({ path, places: placesOf(path, value, sources) }));
}

interface Leaf {
  path: readonly string[];
  value: unknown;
}

function leavesOf(value: unknown, path: readonly string[]): Leaf[] {
  const isWhole = !isObject(value) || path[0] === "tags" || Object.keys(value).length === 0;
  return isWhole ? [{ path, value }] : Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function placesOf(path: readonly string[], value: unknown, sources: readonly Source[]): string[] {
  const own = sources.flatMap(({ place, contract, isOrganization }) => {
    const given = valueAt(contract, path);
    const isSame = JSON.stringify(given) === JSON.stringify(value);
    return given === undefined ? [] : [{ place, isSame, isOrganization }];
  });
  const places = own.map(({ place }) => place);
  // Exemptions of all sources count; of the stack's other keys the uppermost does, and the organization's join.
  if (path[0] === "exemptions" || path[0] === "notExemptable") {
    return places;
  }
  if (!own.some(({ isOrganization }) => isOrganization)) {
    return places.slice(-1);
  }
  const same = own.filter(({ isSame }) => isSame).map(({ place }) => place);
  return same.length === 0 ? places : same.slice(-1);
}

function valueAt(contract: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    contract,
  );
}
