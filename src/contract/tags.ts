import type { Contract } from "./schema";

/** The required tag keys of a contract, each with the values it may have; an empty list allows any value. */
export function requiredTags(tags: Contract["tags"]): ReadonlyMap<string, readonly string[]> {
  if (Array.isArray(tags)) {
    return new Map(tags.map((key) => [key, []]));
  }
  return new Map(Object.entries(tags ?? {}));
}
