// Makes stacks of any size: services with network, database, functions, queues, logs and alarms, wired as programs wire
// them. The same size (and seed) gives the same stack.
import type { RecordedResource, Wire } from "../../src/graph/recorded";

const REGION = "us-east-1";
const ACCOUNT = "590184027351";
const tags = { Environment: "production", Owner: "payments" };

type Inputs = Record<string, Wire>;

/** A resource of a service, with the names of the resources that each property comes from. */
type Row = [type: string, name: string, inputs: Inputs, from: Record<string, string[]>];

/** A resource as a state has it. */
interface StateResource {
  urn: string;
  type: string;
  custom: boolean;
  id?: string;
  inputs?: Inputs;
  outputs: Inputs;
  parent?: string;
  provider?: string;
  dependencies?: string[];
  propertyDependencies?: Record<string, string[]>;
}

/** The resources of one service. */
function service(index: number): Row[] {
  const n = (name: string): string => `${name}-${String(index)}`;
  const arn = (kind: string, name: string): string => `arn:aws:${kind}:${REGION}:${ACCOUNT}:${n(name)}`;
  const zones = ["a", "b", "c"].map((zone) => REGION + zone);
  const policy = (statement: object): string => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const rows: [type: string, name: string, inputs: Inputs, from?: Record<string, string[]>][] = [
    ["aws:ec2/vpc:Vpc", n("vpc"), { cidrBlock: `10.${String(index % 250)}.0.0/16`, tags }],
    ["aws:ec2/internetGateway:InternetGateway", n("gateway"), { vpcId: n("vpc"), tags }, { vpcId: ["vpc"] }],
    ...zones.map((availabilityZone, zone): Row => [
      "aws:ec2/subnet:Subnet",
      n(`subnet${String(zone)}`),
      { vpcId: n("vpc"), availabilityZone, cidrBlock: `10.${String(index % 250)}.${String(zone)}.0/24`, tags },
      { vpcId: ["vpc"] },
    ]),
    [
      "aws:ec2/securityGroup:SecurityGroup",
      n("clients"),
      { vpcId: n("vpc"), description: "clients of the database", tags },
      { vpcId: ["vpc"] },
    ],
    [
      "aws:ec2/securityGroup:SecurityGroup",
      n("database"),
      {
        vpcId: n("vpc"),
        description: "the database",
        ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [n("clients")] }],
        tags,
      },
      { vpcId: ["vpc"], ingress: ["clients"] },
    ],
    [
      "aws:rds/subnetGroup:SubnetGroup",
      n("group"),
      { subnetIds: zones.map((_, zone) => n(`subnet${String(zone)}`)), tags },
      { subnetIds: zones.map((_, zone) => `subnet${String(zone)}`) },
    ],
    [
      "aws:rds/cluster:Cluster",
      n("orders"),
      {
        engine: "aurora-postgresql",
        engineVersion: "16.6",
        storageEncrypted: true,
        manageMasterUserPassword: true,
        masterUsername: "orders",
        backupRetentionPeriod: 14,
        dbSubnetGroupName: n("group"),
        vpcSecurityGroupIds: [n("database")],
        tags,
      },
      { dbSubnetGroupName: ["group"], vpcSecurityGroupIds: ["database"] },
    ],
    [
      "aws:iam/role:Role",
      n("role"),
      {
        assumeRolePolicy: policy({
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
        }),
        tags,
      },
    ],
    ["aws:sqs/queue:Queue", n("queue"), { visibilityTimeoutSeconds: 360, tags }],
    ["aws:dynamodb/table:Table", n("table"), { hashKey: "id", billingMode: "PAY_PER_REQUEST", tags }],
    [
      "aws:iam/rolePolicy:RolePolicy",
      n("policy"),
      {
        role: n("role"),
        policy: policy({
          Effect: "Allow",
          Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "dynamodb:PutItem"],
          Resource: [arn("sqs", "queue"), arn("dynamodb", "table")],
        }),
      },
      { role: ["role"], policy: ["queue", "table"] },
    ],
    [
      "aws:lambda/function:Function",
      n("worker"),
      {
        runtime: "nodejs22.x",
        handler: "index.handler",
        memorySize: 512,
        timeout: 60,
        role: arn("iam", "role"),
        environment: { variables: { TABLE: n("table"), QUEUE: n("queue") } },
        vpcConfig: { subnetIds: [n("subnet0"), n("subnet1")], securityGroupIds: [n("clients")] },
        tags,
      },
      { role: ["role"], environment: ["table", "queue"], vpcConfig: ["subnet0", "subnet1", "clients"] },
    ],
    ["aws:cloudwatch/logGroup:LogGroup", n("log"), { name: `/aws/lambda/${n("worker")}`, retentionInDays: 30, tags }],
    [
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      n("alarm"),
      {
        namespace: "AWS/Lambda",
        metricName: "Errors",
        statistic: "Sum",
        period: 60,
        evaluationPeriods: 1,
        threshold: 0,
        comparisonOperator: "GreaterThanThreshold",
        dimensions: { FunctionName: n("worker") },
        alarmActions: [arn("sns", "topic")],
        tags,
      },
      { dimensions: ["worker"], alarmActions: ["topic"] },
    ],
    ["aws:sns/topic:Topic", n("topic"), { tags }],
  ];
  return rows.map(([type, name, inputs, from = {}]) => [
    type,
    name,
    inputs,
    Object.fromEntries(Object.entries(from).map(([property, names]) => [property, names.map(n)])),
  ]);
}

const ROOT_URN = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
const PROVIDER_URN = "urn:pulumi:prod::shop::pulumi:providers:aws::default";

/** The stack's own resource, its provider and this many resources of AWS, as they are after a deployment. */
function deployed(count: number): StateResource[] {
  const rows: Row[] = [];
  for (let index = 0; rows.length < count; index++) {
    rows.push(...service(index));
  }
  const types = new Map(rows.map(([type, name]) => [name, type]));
  const urn = (name: string): string => `urn:pulumi:prod::shop::${String(types.get(name))}::${name}`;
  const own = rows.slice(0, count).map(([type, name, inputs, from]) => {
    const propertyDependencies = Object.fromEntries(
      Object.keys(inputs).map((property) => [property, (from[property] ?? []).map(urn)]),
    );
    return {
      urn: urn(name),
      type,
      custom: true,
      id: name,
      inputs,
      outputs: {
        ...inputs,
        id: name,
        arn: `arn:aws:${String(type.split(/[:/]/)[1])}:${REGION}:${ACCOUNT}:${name}`,
        name,
      },
      parent: ROOT_URN,
      provider: `${PROVIDER_URN}::1`,
      dependencies: [...new Set(Object.values(propertyDependencies).flat())],
      propertyDependencies,
    };
  });
  return [
    { urn: ROOT_URN, type: "pulumi:pulumi:Stack", custom: false, outputs: {} },
    { urn: PROVIDER_URN, type: "pulumi:providers:aws", custom: true, id: "1", inputs: { region: REGION }, outputs: {} },
    ...own,
  ];
}

/** An exported state with this many resources of AWS. */
export function exportedState(count: number): object {
  return { version: 3, deployment: { manifest: {}, resources: count === 0 ? [] : deployed(count) } };
}

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = (value: Wire): Wire => ({
  "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
  value,
});

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const unknownTexts = (value: Wire): Wire =>
  Array.isArray(value) ? value.map(unknownTexts) : typeof value === "string" ? UNKNOWN : value;

/**
 * The resources of such a stack as a first preview sends them, in random order: ids, ARNs and most of what is made from
 * other resources are unknown, and some of what is set is a secret.
 */
export function previewOf(count: number, seed: number): RecordedResource[] {
  const random = randomNumbers(seed);
  const resources = deployed(count).map((resource): RecordedResource => {
    const inputs = Object.fromEntries(
      Object.entries(resource.inputs ?? {}).map(([property, value]) => {
        const isMade = (resource.propertyDependencies?.[property] ?? []).length > 0;
        if (isMade && random() < 0.8) {
          return [property, unknownTexts(value)];
        }
        return [property, property === "environment" && random() < 0.5 ? secret(value) : value];
      }),
    );
    const computed: Inputs = resource.id === undefined ? {} : { id: UNKNOWN, arn: UNKNOWN, name: UNKNOWN };
    const name = resource.urn.slice(resource.urn.lastIndexOf("::") + 2);
    const outputs = { ...resource.outputs, ...inputs, ...computed };
    return { dependencies: [], propertyDependencies: {}, ...resource, name, inputs, outputs };
  });
  const shuffled: RecordedResource[] = [];
  for (const resource of resources) {
    const place = Math.floor(random() * (shuffled.length + 1));
    const [other] = shuffled.splice(place, 1, resource);
    shuffled.push(...(other ? [other] : []));
  }
  return shuffled;
}
