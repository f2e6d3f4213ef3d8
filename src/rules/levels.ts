import type { Contract } from "../contract/contract";
import { nearest } from "../contract/near";
import type { Problem } from "../contract/problem";
import { show } from "../contract/show";
import type { Configuration } from "./configuration";
import type { LevelSettings, SetLevel } from "./configuration-schema";
import type { Rule } from "./rule";

/** The levels that are set, by the id of a rule. */
export type SetLevels = ReadonlyMap<string, SetLevel>;

/** Rules that keep their level: the others get their settings through them. */
const ALWAYS: ReadonlySet<string> = new Set(["contract", "preflight"]);

/** The level that settings give each rule: by its id, else by its category, else by its severity. */
export function levelsByRule(
  { rule: byId = {}, category = {}, severity = {} }: LevelSettings,
  rules: readonly Rule[],
): SetLevels {
  const levels = rules
    .filter(({ id }) => !ALWAYS.has(id))
    .map((rule) => [rule.id, ownOf(byId, rule.id) ?? category[rule.category] ?? severity[rule.severity]] as const);
  return new Map(levels.flatMap(([id, level]) => (level === undefined ? [] : [[id, level] as const])));
}

const ownOf = <T>(object: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** The names of rules in `levels` that there are not, and the rules that keep their level. */
export function unknownRules({ place, levels }: Configuration, known: ReadonlySet<string>): Problem[] {
  return Object.keys(levels.rule ?? {}).flatMap((id): Problem[] => {
    const path = `levels.rule.${id}`;
    if (ALWAYS.has(id)) {
      return [{ place, path, message: `${place} sets ${path}, but the rule ${id} keeps its level.` }];
    }
    if (known.has(id)) {
      return [];
    }
    const near = nearest(id, known);
    const advice = near === undefined ? "; `preflight rules` lists them." : `; did you mean ${near}?`;
    return [{ place, path, message: `${place} sets the level of ${show(id)}, which is not a rule${advice}` }];
  });
}

/** The levels of a program that count beside those of its organization, and what is wrong where one does not. */
export function allowedLevels(
  levels: SetLevels,
  { place, levels: settings }: Configuration,
  { notExemptable = [] }: Contract,
  setByOrganization: ReadonlySet<string>,
): { levels: SetLevels; problems: Problem[] } {
  const isFixed = (id: string): boolean => notExemptable.includes("*") || notExemptable.includes(id);
  const reasonAgainst = (id: string, level: SetLevel): string | undefined =>
    setByOrganization.has(id)
      ? "the organization has set the level of this rule"
      : level !== "mandatory" && isFixed(id)
        ? "notExemptable names this rule"
        : undefined;
  const all = [...levels].map(([id, level]) => ({ id, level, reason: reasonAgainst(id, level) }));
  return {
    levels: new Map(all.filter(({ reason }) => reason === undefined).map(({ id, level }) => [id, level])),
    problems: all.flatMap(({ id, level, reason }) =>
      reason === undefined || ownOf(settings.rule ?? {}, id) === undefined
        ? []
        : [
            {
              place,
              path: `levels.rule.${id}`,
              message: `${place} sets levels.rule.${id} to ${level}, but ${reason}.`,
            },
          ],
    ),
  };
}

/** A finding can only be lowered, so what is to be mandatory throughout has to be so from the start. */
export function atLevel(rule: Rule, level: string | undefined): Rule {
  return level === "mandatory" && rule.level !== "only-if-required" ? { ...rule, level } : rule;
}
