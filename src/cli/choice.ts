import { InvalidArgumentError, type Command } from "commander";
import { nearest } from "../contract/near";
import { ProgramError } from "../errors";
import { isExempted } from "../report/counts";
import type { Report } from "../report/report";
import { CATEGORIES, SEVERITIES, type Category, type Rule, type Severity } from "../rules/rule";

/** What can make a run fail. */
export const FAIL_ON = ["mandatory", "advisory", ...SEVERITIES, "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** The options that choose what is checked, and what makes the run fail. */
export interface ChoiceOptions {
  rule?: readonly string[];
  skip?: readonly string[];
  category?: readonly Category[];
  severity?: Severity;
  failOn?: FailOn;
}

/** An error in the contract would change what all other rules require. */
const ALWAYS = "contract";

function known<Name extends string>(word: string, names: readonly Name[], what: string, all: string): Name {
  const found = names.find((name) => name === word);
  if (found === undefined) {
    const near = nearest(word, names);
    throw new InvalidArgumentError(
      `${JSON.stringify(word)} is not ${what}; ${near === undefined ? all : `did you mean ${near}?`}`,
    );
  }
  return found;
}

const oneOf = (names: readonly string[]): string => `it has to be one of ${names.join(", ")}.`;

/** Parses `NAME,NAME`, which may be repeated. */
function list<Name extends string>(names: () => readonly Name[], what: string, all: string) {
  return (text: string, earlier: readonly Name[] = []): Name[] => [
    ...earlier,
    ...text.split(",").map((word) => known(word.trim(), names(), what, all)),
  ];
}

/** The names of rules; which there are is known once an organization's packs are. */
const ruleIds = (text: string, earlier: readonly string[] = []): string[] => [
  ...earlier,
  ...text.split(",").map((word) => word.trim()),
];

function skipped(text: string, earlier?: readonly string[]): string[] {
  const ids = ruleIds(text, earlier);
  if (ids.includes(ALWAYS)) {
    throw new InvalidArgumentError("the contract is always checked, since it decides what all other rules require.");
  }
  return ids;
}

export function withChoiceOptions(command: Command): Command {
  return command
    .optionsGroup("Which rules, and what fails:")
    .option("--rule <rules>", "check these rules only, with commas between several; may be repeated", ruleIds)
    .option("--skip <rules>", "leave these rules out, in the same form", skipped)
    .option(
      "--category <categories>",
      `check these categories only: ${CATEGORIES.join(", ")}`,
      list(() => CATEGORIES, "a category", oneOf(CATEGORIES)),
    )
    .option(
      "--severity <severity>",
      `check only rules of at least this severity: ${SEVERITIES.join(", ")}`,
      (word: string) => known(word, SEVERITIES, "a severity", oneOf(SEVERITIES)),
    )
    .option(
      "--fail-on <what>",
      "what exits with 1: mandatory (default) or all findings (advisory), those of at least a severity whatever their " +
        `level (${SEVERITIES.join(", ")}), or never`,
      (word: string) => known(word, FAIL_ON, "something to fail on", oneOf(FAIL_ON)),
    );
}

const isAsBad = (severity: Severity, least: Severity): boolean =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(least);

/** Refuses the name of a rule that there is not. */
export function checkRuleNames({ rule = [], skip = [] }: ChoiceOptions, known: ReadonlySet<string>): void {
  for (const [option, words] of [["--rule", rule] as const, ["--skip", skip] as const]) {
    const unknown = words.find((word) => !known.has(word));
    if (unknown !== undefined) {
      const near = nearest(unknown, known);
      const advice = near === undefined ? "`preflight rules` lists them" : `did you mean ${near}?`;
      throw new ProgramError(`${option} names ${JSON.stringify(unknown)}, which is not a rule; ${advice}`);
    }
  }
}

/** The rules that the options leave; errors in the contract are reported whatever is chosen. */
export function chosenRules({ rule, skip = [], category, severity }: ChoiceOptions, rules: readonly Rule[]): Rule[] {
  return rules.filter(
    (one) =>
      one.id === ALWAYS ||
      ((rule === undefined || rule.includes(one.id)) &&
        !skip.includes(one.id) &&
        (category === undefined || category.includes(one.category)) &&
        (severity === undefined || isAsBad(one.severity, severity))),
  );
}

/** True where a finding of the report makes the run fail. Exempt findings never do. */
export function fails({ results }: Report, failOn: FailOn = "mandatory"): boolean {
  return results.some((result) => {
    if (isExempted(result) || failOn === "never") {
      return false;
    }
    return failOn === "mandatory"
      ? result.level === "mandatory"
      : failOn === "advisory" || isAsBad(result.rule.severity, failOn);
  });
}
