// docs/rules/README.md: the rules by category, level, severity, framework, failure and key of the contract; and the
// README's table of categories.
import { CATEGORIES, SEVERITIES, type FailureId, type Rule, type RuleLevel } from "../../src/rules/rule";
import { FAILURE_DOCUMENTS } from "../../src/rules/failures";
import { BASIS_TEXT, LEVEL_TEXT } from "../../src/rules/words";
import { exampleOf, failureLink, headingOf } from "./coverage";
import { anchor, plural, table } from "./markdown";
import { LEVELS_TITLE } from "./rule-page";

const byId = (left: Rule, right: Rule): number => (left.id < right.id ? -1 : 1);
const linkTo =
  (folder: string) =>
  (rule: Rule): string =>
    `[\`${rule.id}\`](${folder}${rule.id}.md)`;
const listOf = (rules: readonly Rule[]): string => [...rules].sort(byId).map(linkTo("")).join(", ");

/** The rules by each value of one of their properties. */
function grouped<Value>(rules: readonly Rule[], valuesOf: (rule: Rule) => readonly Value[]): Map<Value, Rule[]> {
  const groups = new Map<Value, Rule[]>();
  for (const rule of rules) {
    for (const value of valuesOf(rule)) {
      groups.set(value, [...(groups.get(value) ?? []), rule]);
    }
  }
  return groups;
}

/** The numbers in a string by their value: RDS.2 before RDS.11. */
const byNumber = (left: string, right: string): number => left.localeCompare(right, "en", { numeric: true });

/** The order in which a newcomer reads levels: what stops a deployment first. */
const LEVELS: readonly RuleLevel[] = ["mandatory", "advisory-unless-required", "only-if-required", "advisory"];
const byLevel = (left: Rule, right: Rule): number => LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level);

/** The categories that have rules, with their rules. */
function byCategory(rules: readonly Rule[]): [string, Rule[]][] {
  const groups = grouped(rules, ({ category }) => [category]);
  return CATEGORIES.flatMap((category) => {
    const own = groups.get(category);
    return own === undefined ? [] : [[category, own] as [string, Rule[]]];
  });
}

function categories(rules: readonly Rule[]): string[] {
  return byCategory(rules).map(([category, own]) => {
    const rows = own
      .sort(byId)
      .map((rule) => [
        linkTo("")(rule),
        rule.description,
        rule.severity,
        LEVEL_TEXT[rule.level],
        rule.failures.join(" ") || "–",
      ]);
    return `### ${category}\n\n${table(["Rule", "Requirement", "Severity", "Level", "Mirrors"], rows)}\n`;
  });
}

function levels(rules: readonly Rule[]): string {
  const rows = [...rules]
    .sort((left, right) => byLevel(left, right) || byId(left, right))
    .map((rule) => [
      linkTo("")(rule),
      LEVEL_TEXT[rule.level],
      rule.basis === undefined ? "–" : `\`${rule.basis}\``,
      rule.contractKeys?.map((key) => `[\`${key}\`](../contract.md#${key})`).join(", ") ?? "–",
    ]);
  const reasons = Object.entries(BASIS_TEXT).map(([basis, text]) => `- \`${basis}\`: ${text}`);
  return (
    `Without a contract a finding stops an operation for one of four reasons only:\n\n${reasons.join("\n")}\n\n` +
    "A contract makes further rules mandatory by its keys. What matters only while a resource is created is advisory on one\n" +
    `that exists.\n\n${table(["Rule", "Level", "Reason", "Keys of the contract"], rows)}\n`
  );
}

function severities(rules: readonly Rule[]): string {
  const groups = grouped(rules, ({ severity }) => [severity]);
  const rows = SEVERITIES.map((severity) => [
    severity,
    String(groups.get(severity)?.length ?? 0),
    listOf(groups.get(severity) ?? []),
  ]);
  return `${table(["Severity", "Count", "Rules"], rows)}\n`;
}

function frameworks(rules: readonly Rule[]): string[] {
  const names = [...new Set(rules.flatMap(({ controls = [] }) => controls.map(({ framework }) => framework)))].sort();
  return names.map((name) => {
    const groups = grouped(rules, ({ controls = [] }) =>
      controls.filter(({ framework }) => framework === name).map(({ reference }) => reference),
    );
    const rows = [...groups]
      .sort(([left], [right]) => byNumber(left, right))
      .map(([reference, own]) => [reference, listOf(own)]);
    return `### ${name}\n\n${table(["Control", "Rules that serve it"], rows)}\n`;
  });
}

function failures(rules: readonly Rule[]): string[] {
  const groups = grouped<FailureId>(rules, (rule) => rule.failures);
  return Object.keys(FAILURE_DOCUMENTS).map((letter) => {
    const rows = [...groups]
      .filter(([id]) => id.startsWith(letter))
      .sort(([left], [right]) => byNumber(left, right))
      .map(([id, own]) => [failureLink(id, "../"), listOf(own)]);
    const example = exampleOf(letter);
    const where = `[\`${example}\`](../../${example}) shows them.\n`;
    return `### ${headingOf(letter)}\n\n${where}\n${table(["Failure", "Rules that report it"], rows)}\n`;
  });
}

function contractKeys(rules: readonly Rule[]): string {
  const rows = [...grouped(rules, ({ contractKeys: keys = [] }) => keys)]
    .sort(([left], [right]) => byNumber(left, right))
    .map(([key, own]) => [`[\`${key}\`](../contract.md#${key})`, listOf(own)]);
  return `${table(["Key", "Rules that it requires"], rows)}\n`;
}

function remediation(rules: readonly Rule[]): string {
  const own = rules.filter((rule) => rule.remediation !== undefined);
  return (
    "At the level `remediate` a rule changes the inputs of a resource before it is created or updated. A finding that it\n" +
    "does not fix counts as at the rule's own level. What is exempted, not known yet or under `ignoreChanges` stays as it is,\n" +
    "and so do types with arguments for files or archives (Lambda functions and layers, objects in S3): the policy SDK does\n" +
    `not return these whole.\n\n${plural(own.length, "rule")} can do it: ${listOf(own)}.\n`
  );
}

const PARTS: Readonly<Record<string, (rules: readonly Rule[]) => string | string[]>> = {
  "By category": categories,
  [LEVELS_TITLE]: levels,
  "By severity": severities,
  "By framework": frameworks,
  "By failure": failures,
  "By contract key": contractKeys,
  Remediation: remediation,
};

export function rulesIndex(rules: readonly Rule[]): string {
  const contents = Object.keys(PARTS).map((title) => `- [${title}](#${anchor(title)})`);
  const parts = Object.entries(PARTS).map(([title, part]) => `## ${title}\n\n${[part(rules)].flat().join("\n")}`);
  return [
    `# Rules\n\n${String(rules.length)} rules. \`preflight rules\` lists them in a terminal, with filters; \`preflight explain RULE\` prints one.\n`,
    `${contents.join("\n")}\n`,
    ...parts,
  ].join("\n");
}

/** What matters most to a newcomer: what stops a deployment, the worst first, then what mirrors most failures. */
const byImportance = (left: Rule, right: Rule): number =>
  byLevel(left, right) ||
  SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
  right.failures.length - left.failures.length ||
  byId(left, right);

/** The README's table: how many rules each category has, and the two most important of them. */
export function categoryTable(rules: readonly Rule[]): string {
  const rows = byCategory(rules).map(([category, own]) => {
    const first = own.sort(byImportance).slice(0, 2).map(linkTo("docs/rules/"));
    return [`[${category}](docs/rules/README.md#${category})`, String(own.length), first.join(", ")];
  });
  return `${plural(rules.length, "rule")}:\n\n${table(["Category", "Rules", "Such as"], rows)}\n`;
}
