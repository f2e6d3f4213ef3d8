import { grouped } from "../graph/stack";
import { SEVERITIES, type Rule, type Severity } from "../rules/rule";
import type { Result } from "../rules/run";
import { isExempted } from "./counts";

/** The findings of one rule at one level. */
export interface RuleGroup {
  rule: Rule;
  results: readonly Result[];
}

/** The findings of a report as people read them: what stops the operation, what does not, and what is exempt. */
export interface Sections {
  mandatory: RuleGroup[];
  advisory: RuleGroup[];
  exempted: RuleGroup[];
}

const rankOf = ({ rule }: RuleGroup): number => SEVERITIES.indexOf(rule.severity);

/** By rule, the worst first, and else in the order in which they come. */
function byRule(results: readonly Result[]): RuleGroup[] {
  return [...grouped(results, ({ rule }) => [rule])]
    .map(([rule, found]): RuleGroup => ({ rule, results: found }))
    .sort((left, right) => rankOf(left) - rankOf(right));
}

export function sectionsOf(results: readonly Result[]): Sections {
  const open = results.filter((result) => !isExempted(result));
  return {
    mandatory: byRule(open.filter(({ level }) => level === "mandatory")),
    advisory: byRule(open.filter(({ level }) => level !== "mandatory")),
    exempted: byRule(results.filter(isExempted)),
  };
}

/** How many findings of each severity there are, the worst first, without those that none has. */
export function severitiesOf(groups: readonly RuleGroup[]): [severity: Severity, count: number][] {
  return SEVERITIES.map((severity): [Severity, number] => [
    severity,
    groups.filter(({ rule }) => rule.severity === severity).reduce((sum, { results }) => sum + results.length, 0),
  ]).filter(([, count]) => count > 0);
}

/** The resources of some findings, further locations included. */
export function resourceCount(results: readonly Result[]): number {
  return new Set(results.flatMap(({ urn = "", alsoAt = [] }) => [urn, ...alsoAt.map((other) => other.urn)])).size;
}

/** What a finding is about, in one word of the program: `db.storageEncrypted`, `db`, or the stack. */
export function placeOf({ name, codePath }: Result): string {
  return name === undefined ? "the stack" : codePath === "" ? name : `${name}.${codePath}`;
}
