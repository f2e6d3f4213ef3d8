import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";
import { UNKNOWN_STRING } from "../../src/graph/value";
import type { Rule } from "../../src/rules/rule";
import type { Outcome } from "../../src/rules/run";
import { runRule, type InvalidCase, type RuleCases } from "../../src/testing/rule-test";
import { build } from "../../src/testing/stack";
import { loadRuleTests, type RuleWithCases } from "../kit/rule-cases";

const mockCases: RuleWithCases[] = [];
jest.mock("../../src/testing/rule-test", () => ({
  ...jest.requireActual<object>("../../src/testing/rule-test"),
  ruleTest: (rule: Rule, cases: RuleCases) => void mockCases.push([rule.id, rule, cases]),
}));
loadRuleTests();

/** Rules that report nothing and leave nothing undecided where one of these lists is not known, and why. */
const BY_DESIGN: Readonly<Record<string, string>> = {
  "property-values": "of its 2,000 limits most are on lists that no one fills up, and each would be undecided",
  "security-group-cycle": "groups that name each other by what is not known wait for each other in the program itself",
};

/** What is done to the list that a finding is in. */
const CHANGES: Readonly<Record<string, (list: Wire[]) => Wire>> = {
  "is unknown as a whole": () => UNKNOWN_STRING,
  "begins with an unknown element": (list) => [UNKNOWN_STRING, ...list],
};

/** The stack with another value for one property of a resource. */
function changed(
  recorded: RecordedStack,
  urn: string,
  property: string,
  change: (list: Wire[]) => Wire,
): RecordedStack | undefined {
  const list = recorded.resources.find((resource) => resource.urn === urn)?.inputs[property];
  if (!Array.isArray(list) || list.length === 0) {
    return undefined;
  }
  const resources = recorded.resources.map((resource): RecordedResource =>
    resource.urn === urn ? { ...resource, inputs: { ...resource.inputs, [property]: change(list) } } : resource,
  );
  return { ...recorded, resources };
}

const isSilent = ({ results, undecided }: Outcome): boolean => results.length === 0 && undecided.length === 0;

/** The places of mandatory findings about which a rule is silent once their list is not known. */
function silences(rule: Rule, one: InvalidCase, change: (list: Wire[]) => Wire): string[] {
  const recorded = build(one.stack ?? [], "preview");
  const found = runRule(rule, one, "preview", recorded).results.filter(({ level }) => level === "mandatory");
  return found.flatMap(({ urn, path }) => {
    const [property = ""] = path.split(/[.[]/, 1);
    const other = urn === undefined ? undefined : changed(recorded, urn, property, change);
    return other && isSilent(runRule(rule, one, "preview", other)) ? [`${one.name}: ${path}`] : [];
  });
}

describe.each(Object.entries(CHANGES))("a list with a finding in it that %s", (_name, change) => {
  it.each(mockCases.filter(([id]) => BY_DESIGN[id] === undefined))(
    "is a finding of %s still, or undecided",
    (_id, rule, { invalid }) => {
      expect(invalid.flatMap((one) => silences(rule, one, change))).toEqual([]);
    },
  );
});
