import type { Location } from "./locations";
import type { Level, Rule } from "./rule";

/** A finding as far as it decides whether another one is superseded. */
interface Located {
  rule: Rule;
  level: Level;
  urn?: string;
  path: string;
  alsoAt?: readonly Location[];
}

const STATEMENT = /(?<![^.[\]])Statement(?:\[\d+\])?(?![^.[])/;

/** The part of a resource that one finding is about: a property, or a whole statement of a policy document. */
function scopeOf(path: string): string {
  const found = STATEMENT.exec(path);
  return found ? path.slice(0, found.index + found[0].length) : path;
}

function keysOf({ urn = "", path, alsoAt = [] }: Located): string[] {
  return [{ urn, path }, ...alsoAt].map((location) => `${location.urn} ${scopeOf(location.path)}`);
}

/** By the id of each rule that others supersede, those others. */
export function supersedingRules(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const found = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const id of rule.supersedes ?? []) {
      found.set(id, [...(found.get(id) ?? []), rule]);
    }
  }
  return found;
}

/**
 * The findings that no rule's more specific finding replaces. A finding at several locations stays until it is replaced
 * at each of them; a mandatory one is never replaced by an advisory one.
 * @param others the findings that may replace them: by default the same ones
 */
export function withoutSuperseded<Finding extends Located>(
  results: readonly Finding[],
  others: readonly Located[] = results,
): Finding[] {
  const levels = new Map<string, Level>();
  for (const other of others) {
    for (const id of other.rule.supersedes ?? []) {
      for (const key of keysOf(other).map((location) => `${id} ${location}`)) {
        levels.set(key, levels.get(key) === "mandatory" ? "mandatory" : other.level);
      }
    }
  }
  return results.filter(
    (result) =>
      levels.size === 0 ||
      !keysOf(result).every((location) => {
        const level = levels.get(`${result.rule.id} ${location}`);
        return level === "mandatory" || level === result.level;
      }),
  );
}
