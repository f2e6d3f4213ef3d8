import { InvalidArgumentError, Option, type Command } from "commander";
import { rules as allRules } from "../../policies";
import { CATEGORIES, SEVERITIES, type Rule, type RuleLevel } from "../../policies/rule";
import { LEVEL_WORDS, pageOf } from "../../policies/words";
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

const LEVELS = Object.keys(LEVEL_WORDS) as RuleLevel[];
const FRAMEWORKS = [
  ...new Set(allRules.flatMap(({ controls = [] }) => controls.map(({ framework }) => framework))),
].sort();
const FAILURES = [...new Set(allRules.flatMap(({ failures }) => failures))].sort(
  (left, right) => left.charCodeAt(0) - right.charCodeAt(0) || Number(left.slice(1)) - Number(right.slice(1)),
);

/** A framework by its name or the beginning of it, in any case: `cis`. */
function framework(text: string, earlier: string[] | undefined): string[] {
  const wanted = text.trim().toLowerCase();
  const found = FRAMEWORKS.filter(
    (name) => wanted !== "" && name.toLowerCase().split(" ").concat(name.toLowerCase()).includes(wanted),
  );
  if (found.length !== 1) {
    throw new InvalidArgumentError(`It has to be one of ${FRAMEWORKS.join(", ")}, or a word of one of them.`);
  }
  return [...(earlier ?? []), ...found];
}

function failure(text: string, earlier: string[] | undefined): string[] {
  const wanted = text.toUpperCase();
  if (!FAILURES.some((id) => id === wanted)) {
    const last = new Map(FAILURES.map((id) => [id.charAt(0), id]));
    const ranges = [...last].map(([letter, id]) => `${letter}1 to ${id}`);
    throw new InvalidArgumentError(`It has to be one of ${ranges.join(", ")}.`);
  }
  return [...(earlier ?? []), wanted];
}

function has(wanted: readonly string[] | undefined, own: readonly string[]): boolean {
  return wanted === undefined || own.some((word) => wanted.includes(word));
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

/** A file for `--policy-pack-config` that makes the rules mend what they can, and leaves all others alone. */
function asPolicyConfig(list: readonly Rule[]): string {
  const able = list.filter(({ remediation }) => remediation !== undefined);
  return `${JSON.stringify(Object.fromEntries(able.map(({ id }) => [id, "remediate"])), undefined, 2)}\n`;
}

const LEVEL_COLUMN: Readonly<Record<RuleLevel, string>> = {
  mandatory: "mandatory",
  advisory: "advisory",
  "raised-by-contract": "advisory *",
  contract: "silent *",
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
  const isAsked = list.some(({ level }) => LEVEL_COLUMN[level].endsWith("*"));
  const note = isAsked ? "* mandatory when the contract asks\n" : "";
  const count = `${String(list.length)} rule${list.length === 1 ? "" : "s"}; \`preflight explain RULE\` says more.`;
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
    .addOption(new Option("--level <name...>", "rules whose findings count like this").choices(LEVELS))
    .addOption(new Option("--framework <name...>", "rules that serve a control of these").argParser(framework))
    .addOption(new Option("--failure <id...>", "rules that mirror these failures, such as F12").argParser(failure))
    .option("--remediates", "rules that can mend what they find")
    .addOption(
      new Option("--format <format>", "how to print them; policy-config makes them mend what they can")
        .choices(Object.keys(PRINTED))
        .default("table"),
    )
    .action((options: Options) => {
      process.stdout.write(PRINTED[options.format](chosen(options)));
    });
}
