import { readdirSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../../policies";
import type { Rule } from "../../src/rules/rule";
import { checkRule } from "../../src/rules/run";
import { context } from "../kit/context";
import { exported, type ExportForm } from "../kit/exported";
import type { ControlCase, Inputs, Other } from "./cases/case";

const FOLDER = join(__dirname, "cases");

const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ts") && file !== "case.ts")
  .sort()
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by their names
  .flatMap((file) => (require(join(FOLDER, file)) as { default: ControlCase[] }).default);

const rulesById = new Map(rules.map((rule) => [rule.id, rule]));

/** As an audit runs: under a contract that names the framework. */
const audit = { ...context, contract: { frameworks: ["AWS FSBP" as const] } };

function ruleOf({ control, rule: id }: ControlCase): Rule {
  const rule = rulesById.get(id);
  if (rule === undefined) {
    throw new Error(`${control} names the rule ${id}, which does not exist`);
  }
  return rule;
}

/** The names of the resources that a rule reports, and of those that it cannot decide on. */
function outcomeOf(
  testCase: ControlCase,
  inputs: Inputs,
  others: readonly Other[],
  form: ExportForm,
): { found: string[]; open: string[] } {
  const stack = exported([{ type: testCase.type, name: "it", inputs }, ...others], form);
  const { results, undecided, crashes } = checkRule(ruleOf(testCase), stack, audit);
  expect(crashes).toEqual([]);
  const found = results.flatMap(({ name = "the stack", alsoAt = [] }) => [name, ...alsoAt.map((one) => one.name)]);
  return { found: [...new Set(found)], open: undecided.map(({ name }) => name) };
}

describe.each(cases.map((one) => [one.control, one.rule, one.about ?? one.type, one] as const))(
  "%s by %s: %s",
  (_control, _rule, _about, one) => {
    const { violating, compliant, others = [], othersOfViolating = [], othersOfCompliant = [] } = one;
    // Discovered resources have no dependencies, and rules on the stack need a stack that a program created.
    const forms: ExportForm[] = ruleOf(one).stack ? ["created"] : ["created", "discovered"];

    it.each(forms)("the violating resource is reported (%s)", (form) => {
      expect(outcomeOf(one, violating, [...others, ...othersOfViolating], form).found).toContain("it");
    });

    it.each(forms)("its compliant twin is not (%s)", (form) => {
      expect(outcomeOf(one, compliant, [...others, ...othersOfCompliant], form)).toEqual({ found: [], open: [] });
    });
  },
);
