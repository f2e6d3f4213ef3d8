import { remediate, type Remediable } from "../../policies/remediate";
import { defineRule, type Context, type Rule } from "../../policies/rule";
import type { Circumstances } from "../../policies/run";
import type { Resource } from "../../stack/resource";
import { EXAMPLE_RULE } from "../kit/example-rule";

const VPC = "aws:ec2/vpc:Vpc";
const around: Circumstances = {
  contract: {},
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying: false },
};

const ruleWith = (check: (resource: Resource, context: Context) => void, more: Partial<Rule> = {}): Rule =>
  defineRule({ ...EXAMPLE_RULE, resource: { types: [VPC], check }, remediation: { does: "sets `a`" }, ...more });

const check = (at: Resource, { report }: Context): void => {
  report({ at, property: "a.b", mend: { a: { b: 1 } }, message: "b is wrong." });
  report({ at, property: "c", mendWhenNew: { c: 2 }, message: "c is wrong." });
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

it("makes the mends of all findings, those for new resources where they are asked for", () => {
  expect(remediate(setting, vpc({ x: null }), around, false)).toEqual({ inputs: { x: null, a: { b: 1 } } });
  expect(remediate(setting, vpc({ x: null }), around, true)).toEqual({ inputs: { x: null, a: { b: 1 }, c: 2 } });
});

it("makes the mends that can be made where another cannot", () => {
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
])("leaves what ignoreChanges names: %s", (path, wanted) => {
  expect(remediate(setting, vpc({}, [path]), around, false)).toEqual(wanted);
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
  const silent = { ...setting, level: "contract" as const, contractKeys: ["customerKeys"] };
  expect(remediate(silent, vpc({}), around, false)).toEqual({});
  const asked = { ...around, contract: { customerKeys: true } };
  expect(remediate(silent, vpc({}), asked, false)).toEqual({ inputs: { a: { b: 1 } } });
  const exemption = { rule: setting.id, resource: "ma*", reason: "x", until: "2026-11-22" };
  expect(remediate(setting, vpc({}), { ...around, contract: { exemptions: [exemption] } }, false)).toEqual({});
  const ended = { ...exemption, until: "2026-11-21" };
  expect(remediate(setting, vpc({}), { ...around, contract: { exemptions: [ended] } }, false)).toEqual({
    inputs: { a: { b: 1 } },
  });
});

it("says that a rule failed inside, and changes nothing", () => {
  const failing = ruleWith((one, { report }) => {
    report({ at: one, mend: { a: 1 }, message: "a is wrong." });
    throw new TypeError("hunter2");
  });
  const { inputs, fault } = remediate(failing, vpc({}), around, false);
  expect(inputs).toBeUndefined();
  expect(fault).toMatch(/^TypeError/);
  expect(fault).not.toContain("hunter2");
});

it("makes mends on a path of odd keys, and none where the path does not tell the place", () => {
  const tagged = ruleWith((one, { report }) => {
    const entries = one.entries("tags");
    for (const [, view] of Array.isArray(entries) ? entries : []) {
      report({ at: view, mend: { inner: true }, message: "the tag is wrong." });
    }
  });
  const inputs = { tags: { "a.b": {}, 'a"]b': {}, 'x"].y': {}, "": {} } };
  expect(remediate(tagged, vpc(inputs), around, false).inputs).toEqual({
    tags: { "a.b": { inner: true }, 'a"]b': { inner: true }, 'x"].y': {}, "": { inner: true } },
  });
});
