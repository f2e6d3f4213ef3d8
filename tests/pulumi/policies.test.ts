import type { ReportViolation, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { PolicyRunner } from "../../src/pulumi/policy-runner";
import { toPolicies } from "../../src/pulumi/policies";
import { Session } from "../../src/pulumi/session";
import type { Rule } from "../../src/rules/rule";
import { STACK_TYPE } from "../../src/graph/stack";
import { pageAddressOf } from "../../src/rules/words";
import { EXAMPLE_RULE } from "../kit/example-rule";

const INSTANCE = "aws:rds/instance:Instance";
const BUCKET = "aws:s3/bucket:Bucket";
const ROOT = `urn:pulumi:dev::shop::${STACK_TYPE}::shop-dev`;
const check = (): void => undefined;

function policyOf(more: Partial<Rule> = {}, session = new Session({}, new Set())) {
  const [policy] = toPolicies([new PolicyRunner({ ...EXAMPLE_RULE, ...more }, session)], session);
  if (!policy) {
    throw new Error("no policy");
  }
  return policy;
}

function argsOf(type: string, more: object = {}): ResourceValidationArgs {
  const urn = `urn:pulumi:dev::shop::${type}::one`;
  return {
    urn,
    type,
    name: "one",
    props: { name: "one" },
    opts: { ignoreChanges: [] },
    getConfig: () => ({}),
    ...more,
  } as unknown as ResourceValidationArgs;
}

const stackArgs = (...resources: object[]): StackValidationArgs => ({ resources }) as unknown as StackValidationArgs;
const heldRoot = {
  urn: ROOT,
  type: STACK_TYPE,
  name: "shop-dev",
  props: {},
  opts: { ignoreChanges: [] },
  dependencies: [],
  propertyDependencies: {},
};

/** What a policy reports to the SDK: a string with a URN, or an object. */
async function reported(validate: (report: ReportViolation) => unknown): Promise<unknown[]> {
  const calls: unknown[] = [];
  await validate((...args: unknown[]) => void calls.push(args.length === 1 ? args[0] : args));
  return calls;
}

describe("how a policy describes itself", () => {
  it("as its rule does", () => {
    const controls = [
      { framework: "CIS AWS Foundations 5.0", reference: "2.2.1" },
      { framework: "AWS FSBP", reference: "RDS.3" },
    ] as const;
    expect(policyOf({ controls, severity: "high", fix: { typescript: "a;", python: "b" } })).toEqual({
      name: EXAMPLE_RULE.id,
      displayName: "Everything is as it should be",
      description: "Everything is as it should be.",
      enforcementLevel: "mandatory",
      severity: "high",
      ...(pageAddressOf(EXAMPLE_RULE.id) !== undefined && { url: pageAddressOf(EXAMPLE_RULE.id) }),
      remediationSteps: "TypeScript:\na;\n\nPython:\nb",
      tags: ["encryption", "CIS AWS Foundations 5.0 2.2.1", "AWS FSBP RDS.3"],
      framework: expect.objectContaining({ reference: "2.2.1", specification: EXAMPLE_RULE.description }) as object,
    });
    expect(policyOf({ controls: [] })).toMatchObject({ remediationSteps: "x", tags: ["encryption"] });
    expect(policyOf({ controls: controls.slice(0, 1) }).framework).toMatchObject({
      version: "5.0.0",
      reference: "2.2.1",
    });
    expect(policyOf({ controls: [{ framework: "ACME", reference: "1" }] })).not.toHaveProperty("framework");
    expect(policyOf({ level: "advisory", controls: [] }).enforcementLevel).toBe("advisory");
    expect(policyOf({ level: "advisory", controls }).enforcementLevel).toBe("advisory");
  });

  it("has the schema of a contract where it takes one, and no default in it", () => {
    const { configSchema } = policyOf({ id: "contract" });
    expect(configSchema?.properties).toMatchObject({ region: { type: "string" }, backup: { type: "object" } });
    expect(JSON.stringify(configSchema)).not.toMatch(/"default":(?!\{)/);
    expect(policyOf({ id: "preflight" })).not.toHaveProperty("configSchema");
  });

  it("has the functions that its checks need", () => {
    const functions = (more: Partial<Rule>): string[] =>
      Object.keys(policyOf(more)).filter((key) => key.startsWith("validate"));
    expect(functions({})).toEqual([]);
    expect(functions({ stack: check })).toEqual(["validateStack"]);
    expect(functions({ root: check })).toEqual(["validateResource"]);
    expect(functions({ resource: { check }, stack: check })).toEqual(["validateResource", "validateStack"]);
    expect(functions({ id: "contract" })).toEqual(["validateResource"]);
  });

  it.each<[string, Partial<Rule>, string | undefined]>([
    ["one type", { resource: { types: [INSTANCE], check } }, INSTANCE],
    ["the stack alone", { root: check }, STACK_TYPE],
    ["one type and the stack", { resource: { types: [INSTANCE], check }, root: check }, undefined],
    ["two types", { resource: { types: [INSTANCE, BUCKET], check } }, undefined],
    ["all types", { resource: { check } }, undefined],
    ["a type that has older names", { resource: { types: [BUCKET], check } }, undefined],
    [
      "a type that is named like one that has",
      { resource: { types: ["aws:s3control/bucket:Bucket"], check } },
      "aws:s3control/bucket:Bucket",
    ],
    ["one type, of a rule that sees all", { id: "preflight", resource: { types: [INSTANCE], check } }, undefined],
  ])("is for a single type where that is all that concerns it: %s", (_name, more, type) => {
    expect((policyOf(more).validateResource as { __pulumiType?: string }).__pulumiType).toBe(type);
  });
});

describe("what a policy reports of a resource", () => {
  const resource: Rule["resource"] = {
    types: [BUCKET],
    check(found, { report }) {
      report({ message: "x.", at: found });
      report({ message: "y.", at: found, property: "acl", level: "advisory" });
    },
  };

  it("is a string that the SDK puts the description before, or an object where the level is another", async () => {
    const { validateResource } = policyOf({ resource });
    expect(await reported((report) => validateResource?.(argsOf(BUCKET), report))).toEqual([
      ["x.", argsOf(BUCKET).urn],
      {
        message: "Everything is as it should be.\nacl: y.",
        enforcementLevel: "advisory",
        severity: "low",
        urn: argsOf(BUCKET).urn,
      },
    ]);
  });

  it("is the same under an older name of the type, and nothing of another type", async () => {
    const { validateResource } = policyOf({ resource });
    expect(await reported((report) => validateResource?.(argsOf("aws:s3/bucketV2:BucketV2"), report))).toHaveLength(2);
    expect(await reported((report) => validateResource?.(argsOf(INSTANCE), report))).toEqual([]);
  });

  it("is a remark of preflight where it cannot be read", async () => {
    const { validateResource } = policyOf({ resource });
    const args = argsOf(BUCKET, { opts: undefined });
    expect(await reported((report) => validateResource?.(args, report))).toEqual([
      {
        name: "preflight",
        message: expect.stringContaining("while it checked one (TypeError") as string,
        enforcementLevel: "advisory",
        severity: "low",
        urn: args.urn,
      },
    ]);
  });

  it("follows the organization's contract, which the policy contract is given", async () => {
    const session = new Session({}, new Set());
    const configured = { getConfig: () => ({ region: "eu-west-1" }) };
    await reported((report) =>
      policyOf({ id: "preflight" }, session).validateResource?.(argsOf(INSTANCE, configured), report),
    );
    expect(session.runContext.contract.region).toBeUndefined();
    await reported((report) =>
      policyOf({ id: "contract" }, session).validateResource?.(argsOf(INSTANCE, configured), report),
    );
    expect(session.runContext.contract.region).toBe("eu-west-1");
  });

  it("takes the inputs down for the stack, whatever the type, where the rule sees all", async () => {
    const session = new Session({}, new Set());
    const args = argsOf("random:index/randomId:RandomId", { props: { byteLength: 2 } });
    await reported((report) => policyOf({ id: "preflight" }, session).validateResource?.(args, report));
    const { urn, type, name } = args;
    const facts = { urn, type, name, outputs: {}, dependencies: [], propertyDependencies: {} };
    const [found] = session.stack([facts]).resources;
    expect(found?.num("byteLength")).toBe(2);
  });
});

describe("what a policy reports of the stack", () => {
  it("is about the stack's own resource", async () => {
    const { validateStack } = policyOf({
      stack: (_stack, { report }) => {
        report({ message: "x." });
      },
    });
    expect(await reported((report) => validateStack?.(stackArgs(heldRoot), report))).toEqual([["x.", ROOT]]);
    expect(await reported((report) => validateStack?.(stackArgs(), report))).toEqual([["x.", undefined]]);
  });

  it("is a remark of preflight where it cannot be read", async () => {
    const { validateStack } = policyOf({ stack: check });
    const broken = { ...heldRoot, urn: "urn:x", type: INSTANCE, dependencies: undefined };
    expect(await reported((report) => validateStack?.(stackArgs(broken, heldRoot), report))).toMatchObject([
      { name: "preflight", enforcementLevel: "advisory", urn: ROOT },
    ]);
    expect(await reported((report) => validateStack?.(stackArgs(broken), report))).toEqual([
      expect.not.objectContaining({ urn: expect.anything() as unknown }),
    ]);
  });
});
