import { chooseRules, type PackContents, type PackLevel } from "../../src/pulumi/choice";
import { PolicyRunner } from "../../src/pulumi/policy-runner";
import { toPolicies } from "../../src/pulumi/policies";
import { Session } from "../../src/pulumi/session";
import { RULE_IDS, rules } from "../../policies";
import { defineRule, type Rule } from "../../src/rules/rule";
import { EXAMPLE_RULE } from "../kit/example-rule";

const idsOf = (list: readonly Rule[]): string[] => list.map(({ id }) => id);
const own = (id: string): Rule => defineRule({ ...EXAMPLE_RULE, id, stack: () => undefined });

/** The ids of the rules that a pack with these contents has; fails where something is wrong with them. */
function chosen(contents: PackContents): string[] {
  const { rules: list, problems } = chooseRules(contents);
  expect(problems).toEqual([]);
  return idsOf(list);
}

describe("the rules of a pack", () => {
  it("are all of preflight's where nothing is chosen", () => {
    expect(chosen({})).toEqual(idsOf(rules));
  });

  it("are those that any choice takes, in preflight's order, between contract and preflight", () => {
    const expected = rules.filter(
      ({ id, category, severity }) =>
        id === "required-tags" || category === "network" || (category === "database" && severity === "critical"),
    );
    const ids = chosen({
      rules: [
        "required-tags",
        (rule) => rule.category === "network",
        { category: "database", severity: ["critical"] },
        "required-tags",
      ],
    });
    expect(expected.length).toBeGreaterThan(15);
    expect(ids).toEqual(["contract", ...idsOf(expected), "preflight"]);
  });

  it("take lists of categories and severities, all of which have to hold", () => {
    const ids = chosen({ rules: [{ category: ["tagging", "naming"], severity: ["low", "medium"] }] });
    const expected = rules.filter(
      ({ category, severity }) => ["tagging", "naming"].includes(category) && ["low", "medium"].includes(severity),
    );
    expect(expected.length).toBeGreaterThan(2);
    expect(ids).toEqual(["contract", ...idsOf(expected), "preflight"]);
  });

  it("take those that serve a control of a framework", () => {
    const expected = rules.filter(({ controls = [] }) =>
      controls.some(({ framework }) => framework === "PCI DSS 4.0.1" || framework === "CIS AWS Foundations 5.0"),
    );
    expect(expected.length).toBeGreaterThan(5);
    const ids = chosen({ rules: [{ framework: ["PCI DSS 4.0.1", "CIS AWS Foundations 5.0"] }] });
    expect(ids).toEqual(["contract", ...idsOf(expected), "preflight"]);
  });

  it("may be an organization's own alone, before the last", () => {
    expect(chosen({ rules: [], ownRules: [own("a-rule"), own("b-rule")] })).toEqual([
      "contract",
      "a-rule",
      "b-rule",
      "preflight",
    ]);
  });
});

describe("what is wrong is reported, with what is meant or allowed", () => {
  const misspelt = (value: string): never => value as never;

  it.each<[string, PackContents, string | RegExp]>([
    [
      "an id that is none",
      { rules: ["rds-not-publik"] },
      'rules names "rds-not-publik", which is not a rule of preflight; did you mean "rds-not-public"?',
    ],
    ["an id that is near none", { rules: ["x"] }, 'rules names "x", which is not a rule of preflight'],
    [
      "a category that is none",
      { rules: [{ category: misspelt("networking") }, "required-tags"] },
      /^rules names the category "networking"; there are network, ordering, .*, validity$/,
    ],
    [
      "a severity that is none",
      { rules: [{ severity: ["high", misspelt("worst")] }] },
      'rules names the severity "worst"; there are critical, high, medium, low',
    ],
    [
      "a framework that is none",
      { rules: [{ framework: misspelt("CIS") }, "required-tags"] },
      /^rules names the framework "CIS"; there are AWS FSBP, CIS AWS Foundations 5\.0, /,
    ],
    [
      "a filter without a rule",
      { rules: [{ category: "tagging", severity: "critical" }] },
      "rules has a filter that takes no rule",
    ],
    ["a function without a rule", { rules: [() => false] }, "rules has a function that takes no rule"],
    [
      "an own rule with an id of preflight's",
      { ownRules: [own("rds-not-public")] },
      'ownRules has the id "rds-not-public", which is that of a rule of preflight',
    ],
    ["two own rules with one id", { ownRules: [own("a"), own("a")] }, 'ownRules has the id "a" twice'],
    [
      "an id that Pulumi keeps for itself",
      { ownRules: [own("all")] },
      'ownRules has the id "all"; an id is lower case with hyphens, as in "bucket-has-owner", and not "all"',
    ],
    ["an id with capitals", { ownRules: [own("BucketOwner")] }, /^ownRules has the id "BucketOwner"; an id is lower/],
    [
      "an own rule without a check",
      { ownRules: [{ ...EXAMPLE_RULE, id: "idle" }] },
      'the rule "idle" has no check: it needs resource, stack or root',
    ],
    [
      "a level of a rule that is none",
      { levels: { "required-tag": "advisory" } },
      'levels names "required-tag", which is not a rule; did you mean "required-tags"?',
    ],
    [
      "a level of a rule that is not chosen",
      { rules: ["required-tags"], levels: { "rds-not-public": "advisory" } },
      'levels names "rds-not-public", which rules leaves out',
    ],
    [
      "a level that is none",
      { levels: { "required-tags": misspelt("warning") } },
      'levels sets "required-tags" to "warning"; there are advisory, mandatory, remediate, disabled',
    ],
    [
      "remediation by a rule that has none",
      { levels: { "required-outputs": "remediate" } },
      'levels sets "required-outputs" to "remediate", which it cannot: it has no remediation',
    ],
    [
      "a wrong key of the contract",
      { contract: { regoin: "us-east-1" } as never },
      "the option contract has the unknown key regoin; did you mean region?",
    ],
    ["a wrong value in the contract", { contract: { backupRetentionDays: misspelt("seven") } }, /backupRetentionDays/],
  ])("%s", (_name, contents, expected) => {
    const { problems } = chooseRules(contents);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toEqual(typeof expected === "string" ? expected : (expect.stringMatching(expected) as string));
  });

  it("all at once", () => {
    const { problems } = chooseRules({ rules: ["x", () => false], levels: { y: "advisory" }, ownRules: [own("all")] });
    expect(problems).toHaveLength(4);
  });
});

it("lets exemptions name preflight's rules that the pack leaves out, and the organization's own", () => {
  const { ruleIds } = chooseRules({ rules: [], ownRules: [own("a-rule")], contract: { notExemptable: ["a-rule"] } });
  expect([...ruleIds].sort()).toEqual([...RULE_IDS, "a-rule"].sort());
});

describe("levels", () => {
  /** The level at which a rule is registered, and that of the rule itself. */
  function levelsOf(id: string, level: PackLevel): (string | undefined)[] {
    const contents: PackContents = { levels: { [id]: level } };
    const { rules: list, ruleIds, problems } = chooseRules(contents);
    expect(problems).toEqual([]);
    const session = new Session({}, ruleIds);
    const runners = list.map((rule) => new PolicyRunner(rule, session));
    const policies = toPolicies(runners, session, contents.levels);
    return [policies.find(({ name }) => name === id)?.enforcementLevel, list.find((rule) => rule.id === id)?.level];
  }

  it.each([
    // A finding can only be lowered, so a rule that is to be mandatory is registered as mandatory.
    ["s3-lifecycle", "advisory", "mandatory", ["mandatory", "mandatory"]],
    ["rds-backup-retention", "advisory-unless-required", "mandatory", ["mandatory", "mandatory"]],
    ["rds-backup-retention", "advisory-unless-required", "advisory", ["advisory", "advisory-unless-required"]],
    ["rds-not-public", "mandatory", "advisory", ["advisory", "mandatory"]],
    ["rds-not-public", "mandatory", "remediate", ["remediate", "mandatory"]],
    ["rds-not-public", "mandatory", "disabled", ["disabled", "mandatory"]],
    // Without a contract it has nothing to require.
    ["required-outputs", "only-if-required", "mandatory", ["mandatory", "only-if-required"]],
    ["required-outputs", "only-if-required", "advisory", ["advisory", "only-if-required"]],
  ] as const)("of %s, which is %s, set to %s", (id, usual, level, expected) => {
    expect(rules.find((rule) => rule.id === id)?.level).toBe(usual);
    expect(levelsOf(id, level)).toEqual(expected);
  });
});
