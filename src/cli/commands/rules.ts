import { InvalidArgumentError, Option, type Command } from "commander";
import { rules as allRules } from "../../../policies";
import { CATEGORIES, renamedLevel, SEVERITIES, type Rule, type RuleLevel } from "../../rules/rule";
import { LEVEL_TEXT, pageOf } from "../../rules/words";
import { frameworksNamed } from "../framework";
import { table, terminal } from "../terminal";

/** What a rule has to have one of, for each filter that is given. */
export interface Filters {
  category?: string[];
  severity?: string[];
  level?: string[];
  framework?: string[];
  failure?: string[];
  /** True: only rules with a remediation. */
  remediates?: boolean;
}

interface Options extends Filters {
  format: "table" | "json" | "policy-config";
}

const LEVELS = Object.keys(LEVEL_TEXT) as RuleLevel[];
const FAILURES = [...new Set(allRules.flatMap(({ failures }) => failures))].sort(
  (left, right) => left.charCodeAt(0) - right.charCodeAt(0) || Number(left.slice(1)) - Number(right.slice(1)),
);

/** The frameworks that a word means. */
const framework = (text: string, earlier: string[] | undefined): string[] => [
  ...(earlier ?? []),
  ...frameworksNamed(text),
];

function failure(text: string, earlier: string[] | undefined): string[] {
  const id = text.toUpperCase();
  if (!FAILURES.some((known) => known === id)) {
    const last = new Map(FAILURES.map((id) => [id.charAt(0), id]));
    const ranges = [...last].map(([letter, id]) => `${letter}1 to ${id}`);
    throw new InvalidArgumentError(`It has to be one of ${ranges.join(", ")}.`);
  }
  return [...(earlier ?? []), id];
}

/** A level, also by the name that it had before. */
function level(name: string, earlier: string[] | undefined): string[] {
  const renamed = renamedLevel(name);
  if (renamed !== undefined) {
    process.stderr.write(`preflight: the level ${name} is now called ${renamed}.\n`);
  }
  const current = renamed ?? name;
  if (!LEVELS.some((known) => known === current)) {
    throw new InvalidArgumentError(`Allowed choices are ${LEVELS.join(", ")}.`);
  }
  return [...(earlier ?? []), current];
}

function has(allowed: readonly string[] | undefined, own: readonly string[]): boolean {
  return allowed === undefined || own.some((word) => allowed.includes(word));
}

/** The rules that meet all filters, by category and id. */
export function chosen({
  category,
  severity,
  level,
  framework: frameworks,
  failure: failures,
  remediates = false,
}: Filters): Rule[] {
  return allRules
    .filter(
      (rule) =>
        has(category, [rule.category]) &&
        has(severity, [rule.severity]) &&
        has(level, [rule.level]) &&
        has(failures, rule.failures) &&
        (!remediates || rule.remediation !== undefined) &&
        has(
          frameworks,
          (rule.controls ?? []).map((control) => control.framework),
        ),
    )
    .sort((left, right) => left.category.localeCompare(right.category) || left.id.localeCompare(right.id));
}

function asJson(list: readonly Rule[]): string {
  const document = list.map(
    ({ id, category, description, severity, level, contractKeys = [], failures, controls = [], remediation }) => ({
      id,
      category,
      description,
      severity,
      level,
      contractKeys,
      failures,
      controls,
      remediates: remediation !== undefined,
      docs: pageOf(id),
    }),
  );
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A file for `--policy-pack-config` that makes the rules fix what they can, and leaves all others alone. */
function asPolicyConfig(list: readonly Rule[]): string {
  const able = list.filter(({ remediation }) => remediation !== undefined);
  return `${JSON.stringify(Object.fromEntries(able.map(({ id }) => [id, "remediate"])), undefined, 2)}\n`;
}

const LEVEL_COLUMN: Readonly<Record<RuleLevel, string>> = {
  mandatory: "mandatory",
  advisory: "advisory",
  "advisory-unless-required": "advisory *",
  "only-if-required": "silent *",
};

function asTable(list: readonly Rule[], width: number): string {
  if (list.length === 0) {
    return "No rule meets all filters.\n";
  }
  const rows = list.map(({ id, category, severity, level, description }) => [
    category,
    id,
    severity,
    LEVEL_COLUMN[level],
    description,
  ]);
  const head = ["CATEGORY", "RULE", "SEVERITY", "LEVEL", "WHAT IS RIGHT"];
  const hasRequired = list.some(({ level }) => LEVEL_COLUMN[level].endsWith("*"));
  const note = hasRequired ? "* mandatory when the contract requires it\n" : "";
  const count = `${String(list.length)} rule${list.length === 1 ? "" : "s"}; \`preflight explain RULE\` explains one.`;
  return `${table([head, ...rows], width)}\n\n${note}${count}\n`;
}

const PRINTED: Readonly<Record<Options["format"], (list: readonly Rule[]) => string>> = {
  table: (list) => asTable(list, terminal().width),
  json: asJson,
  "policy-config": asPolicyConfig,
};

export function rules(program: Command): void {
  program
    .command("rules")
    .description("list the rules")
    .addOption(new Option("--category <name...>", "rules of these categories").choices(CATEGORIES))
    .addOption(new Option("--severity <name...>", "rules of these severities").choices(SEVERITIES))
    .addOption(new Option("--level <name...>", "rules whose findings count like this").choices(LEVELS).argParser(level))
    .addOption(new Option("--framework <name...>", "rules that serve a control of these").argParser(framework))
    .addOption(new Option("--failure <id...>", "rules that mirror these failures, such as F12").argParser(failure))
    .option("--remediates", "rules that can fix what they find")
    .addOption(
      new Option("--format <format>", "how to print them; policy-config makes them fix what they can")
        .choices(Object.keys(PRINTED))
        .default("table"),
    )
    .action((options: Options) => {
      process.stdout.write(PRINTED[options.format](chosen(options)));
    });
}
