import type { Contract } from "../contract/contract";
import { nearest } from "../contract/near";
import { resolveContract } from "../contract/resolve";
import { RULE_IDS, rules as allRules } from "../../policies";
import { FRAMEWORKS, type Framework } from "../aws/frameworks";
import type { Configuration } from "../rules/configuration";
import { atLevel, levelsByRule, unknownRules } from "../rules/levels";
import {
  CATEGORIES,
  servesFramework,
  SEVERITIES,
  type Category,
  type Level,
  type Rule,
  type Severity,
} from "../rules/rule";

/**
 * How a rule counts in a pack. At `remediate`, which rules with a `remediation` have, it fixes what it can, and what it
 * leaves counts as its findings do; one that is disabled is there to be enabled by a policy group.
 */
export type PackLevel = Level | "remediate" | "disabled";

/** What a pack sets for single rules, by id, in the place of their own levels. */
export type PackLevels = Readonly<Record<string, PackLevel>>;

/** Rules by what they have in common; all that is given has to hold. */
export interface RuleFilter {
  /** Rules of this category, or of one of these. */
  category?: Category | readonly Category[];
  /** Rules of this severity, or of one of these. */
  severity?: Severity | readonly Severity[];
  /** Rules that serve a control of this framework, or of one of these. */
  framework?: Framework | readonly Framework[];
}

/** One of preflight's rules by its id, or those that a filter or a function takes. */
export type RuleChoice = string | RuleFilter | ((rule: Rule) => boolean);

/** What decides the policies of a pack. */
export interface PackContents {
  /**
   * Which of preflight's rules the pack has: those that any of these takes; all where it is absent, none for an empty
   * list. `contract` and `preflight` are always among them, since the others get their settings through them.
   */
  rules?: readonly RuleChoice[];
  /** The organization's own rules. */
  ownRules?: readonly Rule[];
  /**
   * How single rules count, by id. What a policy group sets overrides it, and a rule that only a contract requires
   * stays silent without one.
   */
  levels?: PackLevels;
  /** What every stack promises. The policy configuration of `contract` replaces single keys of it. */
  contract?: Contract;
}

/** What a pack is called, and what it consists of. */
export interface PackOptions extends PackContents {
  /** Its name in policy groups: letters, digits, hyphens, underscores and periods, up to 100. */
  name: string;
  /** What people read in its place. */
  displayName?: string;
  /** What Pulumi Cloud finds it by. */
  tags?: readonly string[];
}

/** The rules of a pack, in the order in which they run, and the errors in how they were chosen. */
export interface Chosen {
  rules: readonly Rule[];
  /** The ids that an exemption may name: those of the pack, and those of preflight's rules that it leaves out. */
  ruleIds: ReadonlySet<string>;
  /** How single rules count, by id. */
  levels: PackLevels;
  /** What every stack promises. */
  contract: Contract;
  problems: readonly string[];
}

type Report = (problem: string) => void;

const LEVELS: readonly string[] = ["advisory", "mandatory", "remediate", "disabled"] satisfies PackLevel[];
const ALWAYS: ReadonlySet<string> = new Set(["contract", "preflight"]);
const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
/** Means every policy in a configuration of Pulumi. */
const EVERY = "all";

function guessed(word: string, candidates: Iterable<string>): string {
  const near = nearest(word, candidates);
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

function asList<T extends string>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  return typeof value === "string" ? [value] : value;
}

/** The errors in words where only some are allowed. */
function wrongWords(key: string, given: readonly string[] = [], allowed: readonly string[]): string[] {
  return given
    .filter((word) => !allowed.includes(word))
    .map((word) => `rules names the ${key} "${word}"; there are ${allowed.join(", ")}`);
}

function filtered({ category, severity, framework }: RuleFilter, report: Report): Rule[] {
  const categories = asList(category);
  const severities = asList(severity);
  const frameworks = asList(framework);
  const wrong = [
    ...wrongWords("category", categories, CATEGORIES),
    ...wrongWords("severity", severities, SEVERITIES),
    ...wrongWords("framework", frameworks, FRAMEWORKS),
  ];
  wrong.forEach(report);
  const found = allRules.filter(
    (rule) =>
      categories?.includes(rule.category) !== false &&
      severities?.includes(rule.severity) !== false &&
      (frameworks === undefined || servesFramework(rule, { frameworks: [...frameworks] })),
  );
  if (found.length === 0 && wrong.length === 0) {
    report("rules has a filter that takes no rule");
  }
  return found;
}

function taken(choice: RuleChoice, report: Report): Rule[] {
  if (typeof choice === "object") {
    return filtered(choice, report);
  }
  const found = allRules.filter(typeof choice === "function" ? choice : ({ id }) => id === choice);
  if (found.length === 0) {
    report(
      typeof choice === "function"
        ? "rules has a function that takes no rule"
        : `rules names "${choice}", which is not a rule of preflight${guessed(choice, RULE_IDS)}`,
    );
  }
  return found;
}

function checkOwn(own: readonly Rule[], report: Report): void {
  const seen = new Set<string>();
  for (const { id, resource, stack, root } of own) {
    if (!ID.test(id) || id === EVERY) {
      report(`ownRules has the id "${id}"; an id is lower case with hyphens, as in "bucket-has-owner", and not "all"`);
    } else if (RULE_IDS.has(id)) {
      report(`ownRules has the id "${id}", which is that of a rule of preflight`);
    } else if (seen.has(id)) {
      report(`ownRules has the id "${id}" twice`);
    }
    seen.add(id);
    if (!resource && !stack && !root) {
      report(`the rule "${id}" has no check: it needs resource, stack or root`);
    }
  }
}

function checkLevels(levels: PackLevels, rules: readonly Rule[], report: Report): void {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const [id, level] of Object.entries(levels)) {
    const rule = byId.get(id);
    if (!rule) {
      const why = RULE_IDS.has(id) ? "which rules leaves out" : `which is not a rule${guessed(id, byId.keys())}`;
      report(`levels names "${id}", ${why}`);
    } else if (!LEVELS.includes(level)) {
      report(`levels sets "${id}" to "${level}"; there are ${LEVELS.join(", ")}`);
    } else if (level === "remediate" && !rule.remediation) {
      report(`levels sets "${id}" to "remediate", which it cannot: it has no remediation`);
    }
  }
}

/**
 * The rules of a pack. The errors of all options are reported at once.
 * @param file the preflight.yaml in the pack's folder, which the options go over
 */
export function chooseRules(
  { rules: choices, ownRules = [], levels: given = {}, contract: own }: PackContents,
  file?: Configuration,
): Chosen {
  const problems: string[] = [];
  const report: Report = (problem) => problems.push(problem);
  const chosenRules = new Set(choices ? choices.flatMap((choice) => taken(choice, report)) : allRules);
  checkOwn(ownRules, report);
  const ours = allRules.filter((rule) => chosenRules.has(rule) || ALWAYS.has(rule.id));
  const rules = [...ours.slice(0, -1), ...ownRules, ...ours.slice(-1)];
  checkLevels(given, rules, report);
  const ruleIds = new Set([...RULE_IDS, ...ownRules.map(({ id }) => id)]);
  const reportIn = (organization: unknown, organizationPlace: string): void => {
    const sources = { stackConfig: {}, organization, organizationPlace, stack: "", ruleIds };
    problems.push(...resolveContract(sources).problems.map(({ message }) => message.replace(/\.$/, "")));
  };
  if (own) {
    reportIn(own, "the option contract");
  }
  if (file) {
    problems.push(
      ...[...file.problems, ...unknownRules(file, ruleIds)].map(({ message }) => message.replace(/\.$/, "")),
    );
    reportIn(file.contract, file.place);
  }
  const levels: PackLevels = { ...(file && Object.fromEntries(levelsByRule(file.levels, rules))), ...given };
  return {
    rules: rules.map((rule) => atLevel(rule, levels[rule.id])),
    ruleIds,
    levels,
    contract: { ...(file?.contract as Contract | undefined), ...own },
    problems,
  };
}
