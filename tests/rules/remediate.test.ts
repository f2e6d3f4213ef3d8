import { remediate, type Remediable } from "../../src/rules/remediate";
import { defineRule, type Context, type Rule } from "../../src/rules/rule";
import type { RunContext } from "../../src/rules/run";
import type { Resource } from "../../src/graph/resource";
import { EXAMPLE_RULE } from "../kit/example-rule";

const VPC = "aws:ec2/vpc:Vpc";
const around: RunContext = {
  contract: {},
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying: false, hasConfiguration: true },
};

const ruleWith = (check: (resource: Resource, context: Context) => void, more: Partial<Rule> = {}): Rule =>
  defineRule({ ...EXAMPLE_RULE, resource: { types: [VPC], check }, remediation: { does: "sets `a`" }, ...more });

const check = (at: Resource, { report }: Context): void => {
  report({ at, property: "a.b", fix: { a: { b: 1 } }, message: "b is wrong." });
  report({ at, property: "c", fixWhenNew: { c: 2 }, message: "c is wrong." });
  report({ at, property: "d", message: "d is wrong." });
};
const setting = ruleWith(check);

const vpc = (inputs: Remediable["inputs"], ignoreChanges: string[] = [], type = VPC): Remediable => ({
  urn: `urn:pulumi:dev::shop::${type}::main`,
  type,
  name: "main",
  inputs,
  ignoreChanges,
});

it("applies the fixes of all findings, those for new resources where the user configures it", () => {
  expect(remediate(setting, vpc({ x: null }), around, false)).toEqual({ inputs: { x: null, a: { b: 1 } } });
  expect(remediate(setting, vpc({ x: null }), around, true)).toEqual({ inputs: { x: null, a: { b: 1 }, c: 2 } });
});

it("applies the fixes that can be applied where another cannot", () => {
  expect(remediate(setting, vpc({ a: "text" }), around, true)).toEqual({ inputs: { a: "text", c: 2 } });
});

it.each([
  ["a", {}],
  ["a.b", {}],
  ["a[0].b", {}],
  ["a[*].b", {}],
  ['a["b"]', {}],
  ["*", {}],
  ["a.c", { inputs: { a: { b: 1 } } }],
  ["b", { inputs: { a: { b: 1 } } }],
])("leaves what ignoreChanges names: %s", (path, expected) => {
  expect(remediate(setting, vpc({}, [path]), around, false)).toEqual(expected);
});

it("changes nothing of types that hold files or are not known, nor of a rule without a remediation", () => {
  const everywhere = { ...setting, resource: { check } };
  expect(remediate(everywhere, vpc({}), around, false)).toEqual({ inputs: { a: { b: 1 } } });
  expect(remediate(everywhere, vpc({}, [], "aws:lambda/function:Function"), around, false)).toEqual({});
  expect(remediate(everywhere, vpc({}, [], "aws:quantum/thing:Thing"), around, false)).toEqual({});
  expect(
    remediate(
      ruleWith(() => undefined),
      vpc({}),
      around,
      false,
    ),
  ).toEqual({});
  expect(remediate({ ...EXAMPLE_RULE, resource: { check } }, vpc({}), around, false)).toEqual({});
});

it("knows older names of a type", () => {
  const rule = setting.resource
    ? { ...setting, resource: { ...setting.resource, types: ["aws:lb/listener:Listener"] } }
    : setting;
  expect(remediate(rule, vpc({}, [], "aws:alb/listener:Listener"), around, false)).toEqual({ inputs: { a: { b: 1 } } });
});

it("changes nothing while the rule is silent, or an exemption holds", () => {
  const silent = { ...setting, level: "only-if-required" as const, contractKeys: ["customerKeys"] };
  expect(remediate(silent, vpc({}), around, false)).toEqual({});
  const context = { ...around, contract: { customerKeys: true } };
  expect(remediate(silent, vpc({}), context, false)).toEqual({ inputs: { a: { b: 1 } } });
  const exemption = { rule: setting.id, resource: "ma*", reason: "x", until: "2026-11-22" };
  expect(remediate(setting, vpc({}), { ...around, contract: { exemptions: [exemption] } }, false)).toEqual({});
  const ended = { ...exemption, until: "2026-11-21" };
  expect(remediate(setting, vpc({}), { ...around, contract: { exemptions: [ended] } }, false)).toEqual({
    inputs: { a: { b: 1 } },
  });
});

it("reports that a rule crashed, and changes nothing", () => {
  const failing = ruleWith((one, { report }) => {
    report({ at: one, fix: { a: 1 }, message: "a is wrong." });
    throw new TypeError("hunter2");
  });
  const { inputs, crash } = remediate(failing, vpc({}), around, false);
  expect(inputs).toBeUndefined();
  expect(crash).toMatch(/^TypeError/);
  expect(crash).not.toContain("hunter2");
});

it("applies fixes on a path of unusual keys, and none where the path is ambiguous", () => {
  const tagged = ruleWith((one, { report }) => {
    const entries = one.entries("tags");
    for (const [, view] of Array.isArray(entries) ? entries : []) {
      report({ at: view, fix: { inner: true }, message: "the tag is wrong." });
    }
  });
  const inputs = { tags: { "a.b": {}, 'a"]b': {}, 'x"].y': {}, "": {} } };
  expect(remediate(tagged, vpc(inputs), around, false).inputs).toEqual({
    tags: { "a.b": { inner: true }, 'a"]b': { inner: true }, 'x"].y': {}, "": { inner: true } },
  });
});
