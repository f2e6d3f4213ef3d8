import { readFileSync } from "node:fs";
import { join } from "node:path";

import { rules } from "../../policies";
import { nativePath, renamed } from "../../src/aws/native/views";
import { NATIVE_TYPES, type NativeType } from "../../src/aws/native/types";
import type { Contract } from "../../src/contract/contract";
import { Stack } from "../../src/graph/stack";
import { NATIVE_RULES, readsNative } from "../../src/rules/native";
import { opaqueResources } from "../../src/rules/opaque-resources";
import type { ProjectFiles } from "../../src/source/project-files";
import type { Rule } from "../../src/rules/rule";
import { checkAll, type Result } from "../../src/rules/run";
import { isProperty } from "../../src/testing/aws-schema";
import { build, resource, unknown, type BuiltResource, type Input } from "../../src/testing/stack";
import { context } from "../kit/context";
import { exported } from "../kit/exported";

const native = (type: string, name: string, inputs: Record<string, Input>): BuiltResource =>
  resource(`aws-native:${type}`, name, inputs);

/** Findings as `level rule name.path`, and what is not decided. */
function found(
  resources: BuiltResource[],
  contract: Contract = {},
  { runtime, only = rules }: { runtime?: string; only?: readonly Rule[] } = {},
): { results: Result[]; lines: string[]; undecided: string[] } {
  const files = runtime === undefined ? {} : { files: { settings: { runtime } } as ProjectFiles };
  const runContext = { ...context, contract, project: { ...context.project, ...files } };
  const { results, undecided, crashes } = checkAll(only, Stack.from(build(resources, "preview")), runContext);
  expect(crashes).toEqual([]);
  const own = results.filter(({ name }) => resources.some(({ $name }) => $name === name));
  return {
    results: own,
    undecided: undecided.map(({ rule }) => rule.id),
    lines: own.map(({ level, rule, name = "", path }) => `${level} ${rule.id} ${name}.${path}`),
  };
}

const EVERYBODY = { Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: "*" };
const TRUST = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

/** A program as one writes it with aws-native, without anything wrong. */
const GOOD: BuiltResource[] = [
  native("logs:LogGroup", "logs", { retentionInDays: 90 }),
  native("kms:Key", "key", { enableKeyRotation: true, keyPolicy: unknown }),
  native("kms:Key", "signing", { keySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY" }),
  native("kms:Key", "imported", { origin: "EXTERNAL" }),
  native("sqs:Queue", "queue", { queueName: "orders.fifo", fifoQueue: true }),
  native("sns:Topic", "topic", { topicName: "orders" }),
  native("s3:Bucket", "bucket", {
    bucketName: "shop-orders",
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    versioningConfiguration: { status: "Enabled" },
  }),
  native("s3:Bucket", "plain", {}),
  native("iam:Role", "role", {
    assumeRolePolicyDocument: TRUST,
    policies: [{ policyName: "logs", policyDocument: unknown }],
  }),
  native("lambda:Function", "fn", {
    code: { s3Bucket: "code", s3Key: "fn.zip" },
    handler: "index.handler",
    runtime: "nodejs22.x",
    role: unknown,
    environment: { variables: { TABLE: "orders" } },
  }),
  native("ec2:SecurityGroup", "web", {
    groupDescription: "web",
    securityGroupIngress: [
      { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIp: "0.0.0.0/0", description: "HTTPS" },
    ],
  }),
  native("ec2:SecurityGroup", "inner", {
    groupDescription: "database",
    securityGroupIngress: [{ ipProtocol: "tcp", fromPort: 5432, toPort: 5432, sourceSecurityGroupId: unknown }],
  }),
  native("rds:DbInstance", "db", {
    engine: "postgres",
    dbInstanceClass: "db.m7g.large",
    allocatedStorage: "20",
    storageEncrypted: true,
    publiclyAccessible: false,
    manageMasterUserPassword: true,
    masterUsername: "orders",
    backupRetentionPeriod: 14,
    multiAz: true,
  }),
  native("rds:DbInstance", "reader", {
    dbClusterIdentifier: "orders",
    dbInstanceClass: "db.r7g.large",
    engine: "aurora-postgresql",
  }),
  native("dynamodb:Table", "table", {
    billingMode: "PAY_PER_REQUEST",
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  }),
  native("ecs:TaskDefinition", "task", {
    memory: "512",
    containerDefinitions: [{ name: "api", image: "docker.io/acme/api:1.2.0", essential: true }],
  }),
  native("efs:FileSystem", "files", { encrypted: true }),
  native("ec2:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" }),
  native("ec2:Subnet", "subnet", { cidrBlock: "10.0.1.0/24", vpcId: unknown }),
  native("lambda:Permission", "events", {
    action: "lambda:InvokeFunction",
    principal: "events.amazonaws.com",
    sourceArn: "arn:aws:events:us-east-1:464738291005:rule/nightly",
    functionName: unknown,
  }),
  native("elasticloadbalancingv2:Listener", "https", {
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  }),
];

const BAD: BuiltResource[] = [
  native("logs:LogGroup", "logs", {}),
  native("kms:Key", "key", { enableKeyRotation: true, pendingWindowInDays: 90 }),
  native("sqs:QueuePolicy", "open", {
    queues: [unknown],
    policyDocument: { Version: "2012-10-17", Statement: [EVERYBODY] },
  }),
  native("ec2:SecurityGroup", "ssh", {
    groupDescription: "ssh",
    securityGroupIngress: [
      { ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIp: "0.0.0.0/0" },
      { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIp: "0.0.0.0/0" },
    ],
  }),
  native("rds:DbInstance", "db", {
    engine: "postgres",
    dbInstanceClass: "db.m7g.large",
    allocatedStorage: "20",
    masterUsername: "orders",
    backupRetentionPeriod: 0,
  }),
  native("efs:FileSystem", "files", { encrypted: false }),
  native("ecs:TaskDefinition", "task", {
    memory: "512",
    containerDefinitions: [
      { name: "api", image: "nginx:1.27" },
      { name: "agent", image: "agent:1", privileged: true },
    ],
  }),
  native("iam:Role", "admin", {
    assumeRolePolicyDocument: { ...TRUST, Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }] },
    policies: [
      { policyName: "ok", policyDocument: { Version: "2012-10-17", Statement: [] } },
      {
        policyName: "all",
        policyDocument: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
      },
    ],
  }),
];

describe("resources of aws-native", () => {
  it("have no mandatory finding in a good program, and few advisory ones", () => {
    expect(found(GOOD).lines).toEqual(["advisory rds-log-exports db.enableCloudwatchLogsExports"]);
  });

  it("are checked in their own names", () => {
    expect(found(BAD).lines).toEqual([
      "mandatory iam-trust-public admin.assumeRolePolicyDocument.Statement[0].Principal",
      "mandatory resource-policy-public open.policyDocument.Statement[0].Principal",
      "mandatory property-combinations key.pendingWindowInDays",
      "advisory security-group-open-admin-port ssh.securityGroupIngress[1].cidrIp",
      "advisory efs-encrypted files.encrypted",
      "advisory iam-wildcard-action admin.policies[1].policyDocument.Statement[0].Action",
      "advisory rds-storage-encrypted db.storageEncrypted",
      "advisory rds-backup-retention db.backupRetentionPeriod",
      "advisory rds-log-exports db.enableCloudwatchLogsExports",
      "advisory log-group-retention logs.retentionInDays",
    ]);
  });

  it("are checked for the controls of a framework", () => {
    const { lines, results } = found(BAD, { frameworks: ["AWS FSBP"] });
    expect(lines).toContain("mandatory ecs-container-privileged task.containerDefinitions[1].privileged");
    expect(lines).toContain("mandatory rds-iam-authentication db.enableIamDatabaseAuthentication");
    expect(results.every(({ type = "", fix }) => type.startsWith("aws-native:") && fix === undefined)).toBe(true);
  });

  it("are described in the names of aws-native, in the program's language", () => {
    const { results } = found(
      BAD,
      { frameworks: ["AWS FSBP"] },
      {
        runtime: "python",
        only: rules.filter(({ id }) => id === "rds-iam-authentication"),
      },
    );
    const { message, codePath } = results.find(({ rule }) => rule.id === "rds-iam-authentication") ?? {};
    expect(codePath).toBe("enable_iam_database_authentication");
    expect(message).toMatch(/Set `enable_iam_database_authentication=True`/);
  });

  it("are described with the objects that aws-native has around a value", () => {
    const { results } = found([native("dynamodb:Table", "table", {}), native("kinesis:Stream", "stream", {})]);
    expect(results.map(({ rule, message }) => [rule.id, /Set `([^`]*)`/.exec(message)?.[1]])).toEqual([
      ["kinesis-stream-encrypted", 'streamEncryption.encryptionType: "KMS", streamEncryption.keyId: key.arn'],
      ["dynamodb-point-in-time-recovery", "pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true }"],
    ]);
  });

  const FSBP: Contract = { frameworks: ["AWS FSBP"] };
  const ASPECTS = /^(?:s3-(?:bucket-access-block|access-logging|lifecycle-configured|versioning|kms-encryption))$/;
  const aspects = rules.filter(({ id }) => ASPECTS.test(id));

  it("have as properties what @pulumi/aws has as resources of their own", () => {
    const suspended = { versioningConfiguration: { status: "Suspended" } };
    const { lines, results } = found([native("s3:Bucket", "plain", {}), native("s3:Bucket", "old", suspended)], FSBP, {
      only: aspects,
    });
    expect(lines.filter((line) => !line.includes(" old."))).toEqual([
      "mandatory s3-bucket-access-block plain.",
      "mandatory s3-access-logging plain.",
      "mandatory s3-kms-encryption plain.",
      "mandatory s3-versioning plain.",
      "mandatory s3-lifecycle-configured plain.lifecycleConfiguration.rules",
    ]);
    expect(lines).toContain("mandatory s3-versioning old.versioningConfiguration");
    const messages = results.filter(({ name }) => name === "plain").map(({ message }) => message);
    expect(messages.join("\n")).not.toContain("aws.s3.");
    expect(messages.find((message) => message.includes("logs"))).toMatch(
      /Add `loggingConfiguration` with `destinationBucketName: logs\.id`\.$/,
    );
    expect(results.every(({ urn = "", type }) => type === "aws-native:s3:Bucket" && !urn.includes("#"))).toBe(true);
  });

  it.each<[string, Input]>([
    ["set", [{ id: "all", status: "Enabled" }]],
    ["not known yet", unknown],
  ])("have no finding where these properties are %s", (_title, rule) => {
    const bucket = native("s3:Bucket", "orders", {
      publicAccessBlockConfiguration: {
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      versioningConfiguration: { status: "Enabled" },
      loggingConfiguration: { destinationBucketName: "logs" },
      lifecycleConfiguration: { rules: rule },
      bucketEncryption: {
        serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }],
      },
    });
    expect(found([bucket], FSBP, { only: aspects })).toMatchObject({ lines: [], undecided: [] });
    const later = native("s3:Bucket", "orders", {
      publicAccessBlockConfiguration: unknown,
      versioningConfiguration: unknown,
      loggingConfiguration: unknown,
      lifecycleConfiguration: unknown,
      bucketEncryption: unknown,
    });
    expect(found([later], FSBP, { only: aspects }).lines).toEqual([]);
  });

  it.each<[string, string, Record<string, Input>, Record<string, Input>]>([
    ["imdsv2", "ec2:Instance", {}, { metadataOptions: { httpTokens: "required" } }],
    ["imdsv2", "ec2:Instance", { metadataOptions: { httpTokens: "optional" } }, { launchTemplate: { version: "1" } }],
    [
      "imdsv2",
      "ec2:LaunchTemplate",
      { launchTemplateData: { imageId: "ami-1" } },
      { launchTemplateData: { metadataOptions: { httpTokens: "required" } } },
    ],
    ["lambda-runtime", "lambda:Function", { runtime: "python3.7" }, { packageType: "Image" }],
    ["docdb-storage-encrypted", "docdb:DbCluster", {}, { snapshotIdentifier: "orders" }],
    ["redshift-encrypted", "redshift:Cluster", { encrypted: false }, {}],
    ["endpoint-not-public", "redshift:Cluster", { publiclyAccessible: true }, {}],
    ["elasticache-encrypted-at-rest", "elasticache:ReplicationGroup", { engine: "redis" }, { engine: "valkey" }],
    [
      "elasticache-encrypted-in-transit",
      "elasticache:ReplicationGroup",
      { engine: "redis", transitEncryptionEnabled: false },
      { engine: "redis", transitEncryptionEnabled: true },
    ],
  ])("are checked by %s: %s", (id, type, wrong, right) => {
    const only = rules.filter((rule) => rule.id === id);
    const named = found([native(type, "wrong", wrong), native(type, "right", right)], FSBP, { only });
    expect(named.results.map(({ name }) => name)).toEqual(["wrong"]);
  });

  it("are not decided where a property has no equal", () => {
    const queue = native("sqs:Queue", "queue", { kmsMasterKeyId: unknown });
    const bucket = native("ec2:Subnet", "subnet", { mapPublicIpOnLaunch: unknown });
    expect(found([queue, bucket], { frameworks: ["AWS FSBP"] }).lines).toEqual([]);
    expect(found([native("rds:DbInstance", "db", { publiclyAccessible: unknown })]).undecided).not.toContain(
      "property-combinations",
    );
  });

  it("are read from their outputs where they have no inputs", () => {
    const volume = (name: string, inputs: { encrypted: boolean }) => ({
      type: "aws-native:ec2:Volume",
      name,
      inputs: { availabilityZone: "us-east-1a", size: 8, ...inputs },
    });
    const stack = exported([volume("open", { encrypted: false }), volume("safe", { encrypted: true })], "discovered");
    const { results } = checkAll(rules, stack, { ...context, contract: { frameworks: ["AWS FSBP"] } });
    const reported = results.filter(({ rule }) => rule.id === "ebs-encrypted").map(({ name }) => name);
    expect(reported).toEqual(["open"]);
  });

  it("are reported as checked in part, and others as not checked", () => {
    const stack = Stack.from(build([native("sqs:Queue", "queue", {}), native("iot:Thing", "thing", {})], "preview"));
    expect(opaqueResources(stack)).toEqual([
      expect.stringMatching(/^1 resource of the package "aws-native" was checked in part: the rules about several/),
      expect.stringMatching(/^1 resource of the package "aws-native" was not checked: /),
    ]);
  });
});

const mappings = Object.entries(NATIVE_TYPES).flatMap(([type, shown]) =>
  shown.flatMap((one) => [one, ...(one.parts ?? [])].map((mapping) => [type, mapping] as const)),
);

describe("the mapping", () => {
  it.each(mappings)("of %s has the properties of @pulumi/aws", (_type, { type, properties }: NativeType) => {
    const paths = Object.keys(properties).map((path) => path.replaceAll("[]", ""));
    expect(paths.filter((path) => !isProperty(type, path))).toEqual([]);
  });

  it("leads back from a path", () => {
    const [group] = NATIVE_TYPES["aws-native:ec2:SecurityGroup"] ?? [];
    const [role] = NATIVE_TYPES["aws-native:iam:Role"] ?? [];
    const [table] = NATIVE_TYPES["aws-native:dynamodb:Table"] ?? [];
    const [template] = NATIVE_TYPES["aws-native:ec2:LaunchTemplate"] ?? [];
    if (!group || !role || !table || !template) {
      throw new Error("the types are gone");
    }
    expect(nativePath("ingress[2].cidrBlocks[0]", group)).toBe("securityGroupIngress[2].cidrIp");
    expect(nativePath("ingress[2]", group)).toBe("securityGroupIngress[2]");
    expect(nativePath("inlinePolicies[1].policy.Statement[0].Action", role)).toBe(
      "policies[1].policyDocument.Statement[0].Action",
    );
    expect(nativePath("metadataOptions", template)).toBe("launchTemplateData.metadataOptions");
    expect(nativePath("metadataOptions.httpTokens", template)).toBe("launchTemplateData.metadataOptions.httpTokens");
    expect([...renamed(template, ["metadataOptions", "httpTokens"]).values()]).toEqual([
      "launchTemplateData.metadataOptions",
      "httpTokens",
    ]);
    expect(nativePath("pointInTimeRecovery", table)).toBe("pointInTimeRecoverySpecification");
    expect(nativePath("", table)).toBe("");
    expect([...renamed(table, ["pointInTimeRecovery", "enabled"]).values()]).toEqual([
      "pointInTimeRecoverySpecification",
      "pointInTimeRecoveryEnabled",
    ]);
  });

  it("is documented", () => {
    const page = readFileSync(join(__dirname, "../../docs/report.md"), "utf8");
    const types = Object.keys(NATIVE_TYPES).map((type) => type.replace("aws-native:", ""));
    expect(types.filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
  });

  it("is read by rules that exist", () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(NATIVE_RULES.filter((id) => !ids.has(id))).toEqual([]);
    expect(rules.filter(readsNative).length).toBeGreaterThan(100);
  });
});
