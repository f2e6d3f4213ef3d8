// What each rule is tested with, as the beginnings of stacks that grow: the cases of its test, else the two programs of
// its page.
import { rules } from "../../../policies";
import type { RecordedStack } from "../../../src/graph/recorded";
import type { Rule } from "../../../src/rules/rule";
import type { RunContext } from "../../../src/rules/run";
import { SHAPES, build } from "../../../src/testing/stack";
import type { Case, RuleCases } from "../../../src/testing/rule-test";
import { runExample } from "../../../tests/kit/example-programs";
import { loadRuleTests } from "../../../tests/kit/rule-cases";
import { examplesOf } from "../../docs/examples";

const RULE_TEST = "../../../src/testing/rule-test";
const DEFAULT_CONFIG = { "aws:region": "us-east-1" };

/** A small stack, and what the rule is given beside it. */
export interface Seed {
  recorded: RecordedStack;
  runContext: RunContext;
}

type Kit = typeof import("../../../src/testing/rule-test");

/** The cases of all rules' tests, by rule; their suites do not run. */
function casesByRule(kit: Kit): Map<string, RuleCases> {
  const cases = new Map<string, RuleCases>();
  const ruleTest = ({ id }: Rule, own: RuleCases): void => {
    const { valid = [], invalid = [], undecided = [] } = cases.get(id) ?? {};
    cases.set(id, {
      valid: [...valid, ...own.valid],
      invalid: [...invalid, ...own.invalid],
      undecided: [...undecided, ...(own.undecided ?? [])],
    });
  };
  const loaded = require.cache[require.resolve(RULE_TEST)];
  if (loaded === undefined) {
    throw new Error("the kit of the rules' tests is not where it was");
  }
  loaded.exports = { ...kit, ruleTest };
  loadRuleTests();
  return cases;
}

const referencesIn = ({ resources }: RecordedStack): number =>
  resources.flatMap(({ propertyDependencies }) => Object.values(propertyDependencies).flat()).length;

/** The cases with the most references and types: what is left out has less of the same. */
function richest(cases: readonly Case[], count: number): Case[] {
  const richness = (one: Case): number => {
    const recorded = build(one.stack ?? [], "preview");
    return referencesIn(recorded) + new Set(recorded.resources.map(({ type }) => type)).size;
  };
  return cases
    .filter(({ stack = [] }) => stack.length > 0)
    .map((one): [number, Case] => [richness(one), one])
    .sort(([left], [right]) => right - left)
    .slice(0, count)
    .map(([, one]) => one);
}

async function exampleSeeds(kit: Kit, rule: Rule): Promise<Seed[]> {
  const examples = examplesOf(rule);
  if (examples === undefined || typeof examples.incorrect !== "string" || typeof examples.correct !== "string") {
    return [];
  }
  const { contract, config = DEFAULT_CONFIG, exists = false } = examples;
  return Promise.all(
    [examples.incorrect, examples.correct].map(async (program) => ({
      recorded: await runExample({ "index.ts": `${IMPORTS}${program}` }, { config, exists }),
      runContext: kit.runContextOf({ name: "", config, ...(contract && { contract }) }),
    })),
  );
}

const IMPORTS = ["aws", "pulumi", "random"].map((name) => `import * as ${name} from "@pulumi/${name}";\n`).join("");

/** The rules with a check of resources or the stack, and the stacks that theirs grow from: at most `most` of each kind. */
export async function* seedsOfRules(most: number): AsyncGenerator<{ rule: Rule; seeds: Seed[] }> {
  const kit = (await import(RULE_TEST)) as Kit;
  const cases = casesByRule(kit);
  for (const rule of rules.filter(({ resource, stack }) => resource ?? stack)) {
    const { valid = [], invalid = [], undecided = [] } = cases.get(rule.id) ?? {};
    const chosen = [valid, invalid, undecided].flatMap((kind) => richest(kind, most));
    const seeds = chosen.flatMap((one) =>
      SHAPES.map((shape) => ({ recorded: build(one.stack ?? [], shape), runContext: kit.runContextOf(one) })),
    );
    yield { rule, seeds: seeds.length > 0 ? seeds : await exampleSeeds(kit, rule) };
  }
}
