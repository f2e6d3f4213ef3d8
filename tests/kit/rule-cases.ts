import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../../src/rules/rule";
import type { RuleCases } from "../../src/testing/rule-test";

/**
 * Loads the tests of all rules without running their suites. A test that calls this replaces `ruleTest` by a function
 * that keeps what it is called with:
 * `jest.mock("../../src/testing/rule-test", () => ({ ...jest.requireActual(…), ruleTest: (rule, cases) => … }))`.
 */
export function loadRuleTests(): void {
  const ignored = (): undefined => undefined;
  const ignoredEach = Object.assign(() => undefined, { each: () => ignored, skip: { each: () => ignored } });
  const hooks = { beforeAll: ignored, beforeEach: ignored, afterAll: ignored, afterEach: ignored };
  const replaced = { describe: ignoredEach, it: ignoredEach, test: ignoredEach, ...hooks };
  const before = Object.keys(replaced).map((key): [string, unknown] => [key, Reflect.get(globalThis, key)]);
  Object.assign(globalThis, replaced);
  try {
    const folder = join(__dirname, "../policies");
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      if (/^\w+\/[\w.-]+\.test\.ts$/.test(file)) {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by their names
        require(join(folder, file));
      }
    }
  } finally {
    Object.assign(globalThis, Object.fromEntries(before));
  }
}

/** A rule with its cases. */
export type RuleWithCases = readonly [id: string, rule: Rule, cases: RuleCases];
