import type { Rule } from "../../src/rules/rule";
import { codeIn } from "../../src/rules/language";
import { EXISTS_ALREADY } from "../../src/rules/run";
import { runRule, type RuleCases } from "../../src/testing/rule-test";
import { SHAPES } from "../../src/testing/stack";
import { loadRuleTests, type RuleWithCases } from "../kit/rule-cases";

const mockCases: RuleWithCases[] = [];
jest.mock("../../src/testing/rule-test", () => ({
  ...jest.requireActual<object>("../../src/testing/rule-test"),
  ruleTest: (rule: Rule, cases: RuleCases) => void mockCases.push([rule.id, rule, cases]),
}));
loadRuleTests();

const MOST_SENTENCES = 3;

/** The messages of a rule in its own cases as it writes them, for TypeScript and without what the kit adds. */
function messagesOf(rule: Rule, { invalid }: RuleCases): string[] {
  const messages = invalid
    .map((one) => ({
      ...one,
      files: one.files && { ...one.files, "Pulumi.yaml": inTypeScript(one.files["Pulumi.yaml"]) },
    }))
    .flatMap(({ files, ...one }) =>
      (one.shape ? [one.shape] : SHAPES).flatMap(
        (shape) => runRule(rule, { ...one, ...(files && { files }) }, shape).results,
      ),
    );
  const own = messages.map(({ message }) =>
    message
      .replace(/ AWS rejects this with: ".*"\./s, "")
      .replace(/ \(aws\.\S+, .* as of [\d-]+\.\)/, "")
      .replace(` ${EXISTS_ALREADY}`, ""),
  );
  return [...new Set(own)];
}

const inTypeScript = (settings = ""): string => settings.replace(/^runtime: .*$/m, "runtime: nodejs");

const codeOf = (message: string): string[] => [...message.matchAll(/`([^`]*)`/g)].map(([, code = ""]) => code);

const withoutCode = (message: string): string => message.replace(/`[^`]*`/g, "CODE");

/** How many sentences a message has; periods in code and in quoted values are not counted. */
const sentencesOf = (message: string): number =>
  withoutCode(message)
    .replace(/"[^"]*"/g, "VALUE")
    .split(/[.!?]\)?\s+(?=[A-Z(])/).length;

/** Actions and configuration keys have one name in all languages: `sns:Publish`, `aws:region`. */
const NAME = /^[a-z]+:[A-Za-z]+$/;

it.each(mockCases)("%s has short messages, with code that can be translated", (_id, rule, cases) => {
  const messages = messagesOf(rule, cases);
  expect(messages.filter((message) => sentencesOf(message) > MOST_SENTENCES)).toEqual([]);
  expect(messages.filter((message) => /^[a-z]+ /.test(message))).toEqual([]);
  expect(messages.filter((message) => /\bdepends_?on\b/i.test(withoutCode(message)))).toEqual([]);
  const translated = messages.flatMap(codeOf).filter((code) => !NAME.test(code));
  expect(translated.filter((code) => codeIn(code, "python") === undefined)).toEqual([]);
});
