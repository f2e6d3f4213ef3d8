import fc from "fast-check";
import { rules } from "../../policies";
import { remediates, remediationCheck } from "../../src/rules/remediate";
import type { Rule } from "../../src/rules/rule";
import { appliesTo, checkAll, checkResource, type RunContext } from "../../src/rules/run";
import { mayHoldAssets } from "../../src/aws/types";
import { pathsOf } from "../../src/graph/merge-patch";
import { keysOf } from "../../src/graph/path";
import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";
import { Stack } from "../../src/graph/stack";
import { isUnknownOnWire, SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../../src/graph/value";
import { argumentsOf, fieldsOf, type Shape, type ShapeName } from "../../src/testing/aws-schema";
import type { RuleOfRequirements } from "../../src/rules/requirement";
import { inputsOf as exampleInputs } from "../../src/rules/requirement/code";
import { describeExample, example, EXAMPLES } from "../kit/examples";
import { remediated, remediateOne } from "../../src/testing/remediation";

type Inputs = Record<string, Wire>;

const remediating = rules.filter(({ remediation }) => remediation !== undefined);

/** The types of the rules with types; `required-tags`, which is for all types, is tried on theirs. */
const types = [...new Set(remediating.flatMap((rule) => remediationCheck(rule)?.types ?? []))].sort();

/** What rules say of a resource only once it is encrypted, as advice. */
const FOLLOWING: Readonly<Record<string, readonly string[]>> = {
  "rds-storage-encrypted": ["rds-customer-key"],
  "elasticache-encrypted-in-transit": ["elasticache-auth"],
};

const CONTRACTS: RunContext["contract"][] = [
  {},
  { lifecycle: "durable", tags: { Environment: ["prod"], CostCenter: ["4711"], Owner: [] } },
  {
    lifecycle: "ephemeral",
    databaseLogExports: true,
    pointInTimeRecovery: true,
    backupRetentionDays: 14,
    imageScanning: true,
    containerInsights: true,
  },
  { databaseLogExports: ["error", "audit"], customerKeys: true, logRetention: true, cacheAuthentication: true },
  { frameworks: ["AWS FSBP"] },
];

const runContextWith = (contract: RunContext["contract"]): RunContext => ({
  contract,
  contractProblems: [],
  day: "2026-11-22",
  project: { name: "shop", stack: "dev", config: new Map(), deploying: false, hasConfiguration: true },
});

describe("the rules with a remediation", () => {
  it("are for types that hold no files", () => {
    expect(types.filter(mayHoldAssets)).toEqual([]);
    for (const type of [
      "aws:lambda/function:Function",
      "aws:s3/bucketObjectv2:BucketObjectv2",
      "aws:new/thing:Thing",
    ]) {
      expect(rules.filter((rule) => remediates(rule, type)).map(({ id }) => id)).toEqual([]);
    }
  });

  it("say what they do and have a check for single resources", () => {
    for (const rule of remediating) {
      const { does, doesWhenNew, leaves } = rule.remediation ?? {};
      expect([rule.id, remediationCheck(rule) !== undefined]).toEqual([rule.id, true]);
      expect([does, doesWhenNew].filter(Boolean).join()).toMatch(/^(?:sets|removes|takes|does) .*[^.]$/);
      expect(leaves ?? "X.").toMatch(/^[A-Z].*\.$/s);
    }
  });
});

/** What is inside a secret, or the value itself. */
const opened = (wire: Wire | undefined): Wire | undefined =>
  typeof wire === "object" && wire !== null && !Array.isArray(wire) && wire[SIGNATURE] === SIGNATURES.secret
    ? wire["value"]
    : wire;

const isObject = (wire: Wire | undefined): wire is Inputs =>
  typeof wire === "object" && wire !== null && !Array.isArray(wire);

/** Where two values differ: the names on the way, without indices. Fails where an unknown or a secret was lost. */
function differences(before: Wire | undefined, after: Wire | undefined, path: string[] = []): string[][] {
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return [];
  }
  expect(before !== undefined && isUnknownOnWire(before)).toBe(false);
  expect([path, opened(after) !== after || after === undefined]).toEqual([
    path,
    opened(before) !== before || after === undefined,
  ]);
  const [left, right] = [opened(before), opened(after)];
  if (Array.isArray(right) && (Array.isArray(left) || left === undefined)) {
    return right.flatMap((element, index) => differences(left?.[index], element, path));
  }
  if (isObject(right) && (isObject(left) || left === undefined || left === null)) {
    const keys = [...new Set([...Object.keys(left ?? {}), ...Object.keys(right)])];
    return keys.flatMap((key) => differences(left?.[key], right[key], [...path, key]));
  }
  return [path];
}

/** The paths that the fixes of a rule change in a resource. */
function fixedPlaces(rule: Rule, recorded: RecordedStack, around: RunContext): string[] {
  const check = remediationCheck(rule);
  const checked = check ? { ...rule, resource: check } : rule;
  return Stack.from(recorded)
    .resources.filter(({ type }) => appliesTo(checked, type))
    .flatMap((one) => checkResource(checked, one, around).results)
    .flatMap(({ fix }) =>
      fix
        ? pathsOf(fix.patch).map((path) =>
            [...(keysOf(fix.at) ?? []), ...path].filter((key) => typeof key === "string").join("."),
          )
        : [],
    );
}

const alone = (recorded: RecordedStack, resource: RecordedResource, inputs: Inputs): RecordedStack => ({
  ...recorded,
  resources: [
    ...recorded.resources.filter(({ type }) => type.startsWith("pulumi:providers:")),
    { ...resource, inputs, outputs: { ...resource.outputs, ...inputs } },
  ],
});

const places = (recorded: RecordedStack, around: RunContext): string[] =>
  checkAll(rules, Stack.from(recorded), around).results.map(({ rule, path }) => `${rule.id} ${path}`);

/** The rules that have fixed something in a test. */
const fixing = new Set<string>();

/** Remediates a resource by a rule and holds the result against all that a remediation promises. */
function expectToHold(
  rule: Rule,
  recorded: RecordedStack,
  resource: RecordedResource,
  around: RunContext,
  whenNew: boolean,
): Inputs {
  const before = structuredClone(resource.inputs);
  const { inputs, crash } = remediateOne(rule, recorded, resource, around, { whenNew });
  expect(crash).toBeUndefined();
  expect(JSON.stringify(resource.inputs)).toBe(JSON.stringify(before));
  if (!inputs) {
    return resource.inputs;
  }
  fixing.add(rule.id);
  const old = alone(recorded, resource, before);
  const after = alone(recorded, resource, inputs);

  const allowed = fixedPlaces(rule, old, around);
  const changed = differences(before, inputs).map((path) => path.join("."));
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.filter((path) => !allowed.some((place) => path === place || path.startsWith(`${place}.`)))).toEqual(
    [],
  );

  expect(remediateOne(rule, after, { ...resource, inputs }, around, { whenNew })).toEqual({});

  const known = new Set(places(old, around));
  const following = FOLLOWING[rule.id] ?? [];
  const found = places(after, around).filter((place) => !known.has(place));
  expect(found.filter((place) => !following.includes(place.split(" ", 1)[0] ?? ""))).toEqual([]);
  return inputs;
}

describe("on the examples", () => {
  describe.each(EXAMPLES.flatMap((name) => (["flawed", "fixed"] as const).map((kind) => [name, kind] as const)))(
    "%s/%s",
    (name, kind) => {
      describeExample(name, () => {
        const around = runContextWith({
          tags: { CostCenter: ["4711"] },
          lifecycle: "durable",
          databaseLogExports: true,
        });

        const shapes = kind === "flawed" ? (["preview", "up"] as const) : (["preview"] as const);
        it.each(shapes)("each remediation keeps what it promises (%s)", async (shape) => {
          const recorded = await example(name, kind, shape);
          for (const resource of recorded.resources.filter(({ external }) => !external)) {
            for (const rule of remediating.filter((one) => remediates(one, resource.type))) {
              expectToHold(rule, recorded, resource, around, true);
            }
          }
        });

        it("they make no other rule find something in the stack", async () => {
          const recorded = await example(name, kind);
          const known = new Set(places(recorded, around));
          const after = remediating.reduce((one, rule) => remediated(rule, one, around, { whenNew: true }), recorded);
          const following = new Set(Object.values(FOLLOWING).flat());
          const found = places(after, around).filter((place) => !known.has(place));
          expect(found.filter((place) => !following.has(place.split(" ", 1)[0] ?? ""))).toEqual([]);
        });
      });
    },
  );
});

describe("on arbitrary resources", () => {
  const text = fc.constantFrom(
    ...["", "allow-all", "TLSv1", "sni-only", "vip", "KMS", "NONE", "disabled", "enabled", "containerInsights", "name"],
    ...[
      "optional",
      "required",
      "redis",
      "memcached",
      "valkey",
      "mysql",
      "postgres",
      "aurora-mysql",
      "aurora-postgresql",
    ],
    ...[
      "HTTPS",
      "TLS",
      "ELBSecurityPolicy-2016-08",
      "restricted-ssh",
      "S3_BUCKET_VERSIONING_ENABLED",
      "AWS",
      "immediate",
    ],
    ...[
      "postgres16",
      "mysql8.0",
      "shared_preload_libraries",
      "performance_schema",
      "preferred",
      "us-east-1",
      "#!/bin/sh",
    ],
    ...["error", "SYMMETRIC_DEFAULT", "OpenSearch_2.19", "t2.small.search", "DELIVERY", "provisioned", "true", "false"],
  );
  const scalar: fc.Arbitrary<Wire> = fc.oneof(
    { arbitrary: text, weight: 4 },
    { arbitrary: fc.boolean(), weight: 3 },
    { arbitrary: fc.constantFrom(0, 1, 2, 7, 45, 3653, 4000, -1), weight: 2 },
    fc.constant(null),
    fc.constant(UNKNOWN_STRING),
    fc.dictionary(fc.constantFrom("Environment", "environment", "CostCenter", "a.b", "0"), text, { maxKeys: 3 }),
    fc.array(text, { maxLength: 3 }),
  );
  const wrapped = (value: fc.Arbitrary<Wire>): fc.Arbitrary<Wire> =>
    fc.oneof(
      { arbitrary: value, weight: 8 },
      value.map((inner): Wire => ({ [SIGNATURE]: SIGNATURES.secret, value: inner })),
    );

  const leaf = wrapped(scalar);

  function valueOf(shape: ShapeName, depth: number): fc.Arbitrary<Wire> {
    if (shape === 1 || depth === 0) {
      return leaf;
    }
    const object = fieldsIn(fieldsOf(shape), depth - 1);
    return wrapped(
      fc.oneof(
        { arbitrary: object, weight: 4 },
        { arbitrary: fc.array(object, { maxLength: 2 }), weight: 4 },
        fc.constantFrom(null, UNKNOWN_STRING, ""),
      ),
    );
  }

  /** A few of the fields. */
  function fieldsIn(shape: Shape, depth: number): fc.Arbitrary<Inputs> {
    // Some shapes are objects without properties.
    return Object.keys(shape).length === 0
      ? fc.constant({})
      : fc
          .uniqueArray(fc.constantFrom(...Object.keys(shape)), { maxLength: 8 })
          .chain((keys) => fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), valueOf(shape[key] ?? 1, depth)))))
          .map((entries) => Object.fromEntries<Wire>(entries));
  }

  /** What arbitrary values do not hit upon often enough. */
  const LIKELY: Readonly<Record<string, Inputs[]>> = {
    "aws:cfg/rule:Rule": [
      { source: { owner: "AWS", sourceIdentifier: "restricted-ssh" }, maximumExecutionFrequency: null },
      { source: { owner: "AWS", sourceIdentifier: "EIP_ATTACHED" }, maximumExecutionFrequency: "One_Hour" },
    ],
    "aws:cloudfront/distribution:Distribution": [
      { defaultCacheBehavior: { viewerProtocolPolicy: "allow-all" } },
      { viewerCertificate: [{ acmCertificateArn: UNKNOWN_STRING, sslSupportMethod: "sni-only" }] },
    ],
    "aws:cloudtrail/trail:Trail": [{ enableLogging: false }],
    "aws:cloudwatch/logGroup:LogGroup": [{ retentionInDays: 45 }],
    "aws:codepipeline/pipeline:Pipeline": [{ artifactStores: [{ region: "us-east-1", location: UNKNOWN_STRING }] }],
    "aws:ec2/eip:Eip": [{ vpc: true }],
    "aws:ec2/launchTemplate:LaunchTemplate": [
      { userData: "#!/bin/sh", blockDeviceMappings: [{ ebs: { encrypted: "false", kmsKeyId: UNKNOWN_STRING } }] },
    ],
    "aws:ecr/repository:Repository": [{ forceDelete: true }],
    "aws:ecs/cluster:Cluster": [{ settings: [{ name: "other" }, { name: "containerInsights", value: "disabled" }] }],
    "aws:elasticache/replicationGroup:ReplicationGroup": [{ multiAzEnabled: true, numCacheClusters: 2 }],
    "aws:lb/listener:Listener": [{ protocol: "HTTPS" }],
    "aws:opensearch/domain:Domain": [{ domainEndpointOptions: { enforceHttps: false } }],
    "aws:rds/instance:Instance": [
      { engine: "postgres", publiclyAccessible: "true", enabledCloudwatchLogsExports: ["upgrade"] },
      { skipFinalSnapshot: true, engine: "mysql", backupRetentionPeriod: 1 },
    ],
    "aws:rds/parameterGroup:ParameterGroup": [
      { family: "postgres16", parameters: [{ name: "max_connections", value: UNKNOWN_STRING }] },
    ],
    "aws:elasticache/cluster:Cluster": [{ engine: "redis", autoMinorVersionUpgrade: "false" }],
    "aws:mq/broker:Broker": [{ engineType: "ActiveMQ", logs: { audit: false } }],
    "aws:msk/cluster:Cluster": [{ encryptionInfo: { encryptionInTransit: { inCluster: false } } }],
    "aws:rds/clusterInstance:ClusterInstance": [{ autoMinorVersionUpgrade: false }],
    "aws:redshift/cluster:Cluster": [{ encrypted: false }],
    "aws:sqs/queue:Queue": [{ sqsManagedSseEnabled: false, kmsMasterKeyId: null }],
  };

  const inputsOf = (type: string): fc.Arbitrary<Inputs> =>
    fc
      .tuple(fieldsIn(argumentsOf(type), 3), fc.constantFrom({}, ...(LIKELY[type] ?? [])))
      .map(([arbitrary, likely]) => ({ ...arbitrary, ...likely }));

  function recordedOf(type: string, inputs: Inputs): RecordedStack {
    const urn = `urn:pulumi:dev::shop::${type}::it`;
    const made = {
      urn,
      type,
      name: "it",
      custom: true,
      inputs,
      outputs: inputs,
      dependencies: [],
      propertyDependencies: {},
    };
    return { project: "shop", stack: "dev", organization: "o", config: {}, resources: [made] };
  }

  const requirements = remediating.flatMap((rule) =>
    ((rule as Partial<RuleOfRequirements>).requirements ?? [])
      .filter(({ fix }) => fix !== undefined)
      .flatMap((one) => one.types.map((type) => [rule.id, type, rule, one] as const)),
  );

  it.each(requirements)("the remediation of %s fixes what does not meet it: %s", (id, type, rule, requirement) => {
    const recorded = recordedOf(type, structuredClone(exampleInputs(requirement).wrong) as Inputs);
    const [resource] = recorded.resources;
    if (resource) {
      expectToHold(rule, recorded, resource, runContextWith({ frameworks: ["AWS FSBP"] }), true);
    }
    expect(fixing).toContain(id);
  });

  it.each(types)("each remediation keeps what it promises: %s", (type) => {
    const concerned = remediating.filter((rule) => remediates(rule, type));
    fc.assert(
      fc.property(inputsOf(type), fc.constantFrom(...CONTRACTS), fc.boolean(), (inputs, contract, whenNew) => {
        const around = runContextWith(contract);
        const fixAll = (given: Inputs): Inputs =>
          concerned.reduce((current, rule) => {
            const recorded = recordedOf(type, current);
            const [resource] = recorded.resources;
            return resource ? expectToHold(rule, recorded, resource, around, whenNew) : current;
          }, given);
        const once = fixAll(inputs);
        expect(fixAll(once)).toBe(once);
      }),
      { numRuns: 40 },
    );
  });
});

it("has seen every remediation change something", () => {
  expect(remediating.map(({ id }) => id).filter((id) => !fixing.has(id))).toEqual([]);
});
