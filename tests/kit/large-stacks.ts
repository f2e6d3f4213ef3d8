import type { RecordedResource, RecordedStack, Wire } from "../../src/graph/recorded";
import { STACK_TYPE } from "../../src/graph/stack";

// Stacks with something far larger than in any program.

type Links = Partial<Pick<RecordedResource, "dependencies" | "propertyDependencies" | "parent">>;

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

function one(type: string, name: string, inputs: Record<string, Wire> = {}, links: Links = {}): RecordedResource {
  return {
    urn: urnOf(type, name),
    type,
    name,
    custom: type !== STACK_TYPE,
    inputs,
    outputs: { ...inputs, id: `${name}-id`, arn: `arn:aws:x:us-east-1:464738291005:${name}` },
    dependencies: Object.values(links.propertyDependencies ?? {}).flat(),
    propertyDependencies: {},
    ...links,
  };
}

const root = one(STACK_TYPE, "shop-dev");

const many = (count: number, make: (index: number) => RecordedResource): RecordedResource[] =>
  Array.from({ length: count }, (_, index) => make(index));

const stackOf = (...resources: RecordedResource[]): RecordedStack => ({
  project: "shop",
  stack: "dev",
  organization: "o",
  config: {},
  resources: [root, ...resources],
});

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ROLE = "aws:iam/role:Role";
const FUNCTION = "aws:lambda/function:Function";
const INSTANCE = "aws:rds/instance:Instance";
const SERVICE = "aws:ecs/service:Service";
const BUCKET = "aws:s3/bucket:Bucket";
const TOPIC = "aws:sns/topic:Topic";

const cidr = (index: number): string =>
  `10.${String(index >> 16)}.${String((index >> 8) & 255)}.${String(index & 255)}/32`;
const policy = (statements: Wire[]): string => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const statement = (index: number): Wire => ({
  Sid: `S${String(index)}`,
  Effect: "Allow",
  Action: ["s3:GetObject", "sqs:SendMessage"],
  Resource: `arn:aws:s3:::bucket-${String(index)}/*`,
});

/** What is in a group, so that its rules matter. */
const member = one(
  INSTANCE,
  "db",
  { engine: "postgres", vpcSecurityGroupIds: ["group-id"] },
  { propertyDependencies: { vpcSecurityGroupIds: [urnOf(GROUP, "group")] } },
);
const ruleOf = (index: number): Wire => ({ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: [cidr(index)] });

/** Resources that name another one by a property, wholly by text and by dependency. */
const naming = (
  count: number,
  type: string,
  property: string,
  target: string,
  inputs: Record<string, Wire> = {},
): RecordedResource[] => {
  const name = target.split("::").at(-1) ?? "";
  const prefix = `${type.split(":").at(-1) ?? ""}-${property}`;
  return many(count, (index) =>
    one(
      type,
      `${prefix}${String(index)}`,
      { ...inputs, [property]: `${name}-id` },
      { propertyDependencies: { [property]: [target] } },
    ),
  );
};

export const LARGE_STACKS = {
  "no resources": () => ({ ...stackOf(), resources: [] }),
  "10,000 rules inside one security group": () =>
    stackOf(
      member,
      one(GROUP, "group", {
        ingress: Array.from({ length: 10_000 }, (_, index) => ruleOf(index)),
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
      }),
    ),
  "10,000 rules for one security group": () =>
    stackOf(
      member,
      one(GROUP, "group"),
      ...naming(
        5_000,
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
        "securityGroupId",
        urnOf(GROUP, "group"),
        {
          ipProtocol: "tcp",
          fromPort: 5432,
          toPort: 5432,
          cidrIpv4: "0.0.0.0/1",
        },
      ),
      ...naming(5_000, "aws:ec2/securityGroupRule:SecurityGroupRule", "securityGroupId", urnOf(GROUP, "group"), {
        type: "ingress",
        protocol: "tcp",
        fromPort: 5432,
        toPort: 5432,
        cidrBlocks: ["10.0.0.0/8"],
      }),
    ),
  "2,000 groups that name each other": () =>
    stackOf(
      ...many(2_000, (index) =>
        one(
          GROUP,
          `g${String(index)}`,
          {
            ingress: [
              { protocol: "-1", fromPort: 0, toPort: 0, securityGroups: [`g${String((index + 1) % 2_000)}-id`] },
            ],
          },
          { propertyDependencies: { ingress: [urnOf(GROUP, `g${String((index + 1) % 2_000)}`)] } },
        ),
      ),
    ),
  "a policy of 10,000 statements": () =>
    stackOf(
      one(ROLE, "role", { assumeRolePolicy: policy([]) }),
      one("aws:iam/rolePolicy:RolePolicy", "policy", {
        role: "role-id",
        policy: policy(Array.from({ length: 10_000 }, (_, index) => statement(index))),
      }),
      ...naming(20, FUNCTION, "role", urnOf(ROLE, "role"), { environment: { variables: { BUCKET: "bucket" } } }),
    ),
  "a policy nested 10,000 levels deep": () =>
    stackOf(
      ...[100, 10_000].map((levels) =>
        one(ROLE, `role${String(levels)}`, {
          assumeRolePolicy: `${'{"Statement":['.repeat(levels)}{}${"]}".repeat(levels)}`,
        }),
      ),
    ),
  "10,000 resources of one": () =>
    stackOf(
      one(VPC, "vpc", { cidrBlock: "10.0.0.0/8" }),
      one(ROLE, "role", { assumeRolePolicy: policy([]) }),
      one(BUCKET, "bucket"),
      one(TOPIC, "topic"),
      one("aws:lb/listener:Listener", "listener", { port: 80, protocol: "HTTP" }),
      one("aws:rds/cluster:Cluster", "cluster", { engine: "aurora-mysql" }),
      one("aws:apigateway/restApi:RestApi", "api"),
      ...naming(1_000, SUBNET, "vpcId", urnOf(VPC, "vpc"), { availabilityZone: "us-east-1a" }).map((subnet, index) => ({
        ...subnet,
        inputs: { ...subnet.inputs, cidrBlock: `10.${String(index >> 8)}.${String(index & 255)}.0/24` },
      })),
      ...naming(1_000, GROUP, "vpcId", urnOf(VPC, "vpc")),
      ...naming(1_000, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", urnOf(ROLE, "role"), {
        policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      }),
      ...naming(1_000, FUNCTION, "role", urnOf(ROLE, "role"), { runtime: "nodejs22.x", handler: "index.handler" }),
      ...naming(1_000, "aws:s3/bucketLogging:BucketLogging", "bucket", urnOf(BUCKET, "bucket")),
      ...naming(1_000, "aws:sns/topicSubscription:TopicSubscription", "topic", urnOf(TOPIC, "topic")),
      ...naming(
        1_000,
        "aws:lb/listenerRule:ListenerRule",
        "listenerArn",
        urnOf("aws:lb/listener:Listener", "listener"),
      ),
      ...naming(
        1_000,
        "aws:rds/clusterInstance:ClusterInstance",
        "clusterIdentifier",
        urnOf("aws:rds/cluster:Cluster", "cluster"),
      ),
      ...naming(1_000, "aws:apigateway/method:Method", "restApi", urnOf("aws:apigateway/restApi:RestApi", "api")),
      ...naming(
        1_000,
        "aws:apigateway/deployment:Deployment",
        "restApi",
        urnOf("aws:apigateway/restApi:RestApi", "api"),
      ),
    ),
  "a circle of 10,000 dependencies": () => {
    const types = [SERVICE, INSTANCE, FUNCTION, "aws:ec2/natGateway:NatGateway", "aws:ec2/eip:Eip", "app:index:Part"];
    const typeOf = (index: number): string => types[index % types.length] ?? SERVICE;
    const next = (index: number): string => urnOf(typeOf((index + 1) % 10_000), `r${String((index + 1) % 10_000)}`);
    return stackOf(
      ...many(10_000, (index) =>
        one(typeOf(index), `r${String(index)}`, { tags: {} }, { dependencies: [next(index)] }),
      ),
    );
  },
  "components 5,000 levels deep": () =>
    stackOf(
      ...many(5_000, (index) =>
        one(
          "app:index:Part",
          `part${String(index)}`,
          {},
          { parent: index === 0 ? root.urn : urnOf("app:index:Part", `part${String(index - 1)}`) },
        ),
      ),
      ...many(1_000, (index) =>
        one(
          GROUP,
          `group${String(index)}`,
          {},
          {
            parent: index % 2 === 0 ? root.urn : urnOf("app:index:Part", "part4999"),
            dependencies: index < 2 ? [] : [urnOf(GROUP, `group${String(index - 1)}`)],
          },
        ),
      ),
    ),
  "50,000 findings": () =>
    stackOf(
      ...many(25_000, (index) => one(INSTANCE, `db${String(index)}`, { engine: "postgres" })),
      ...many(25_000, (index) => one(TOPIC, `topic${String(index)}`)),
    ),
} as const satisfies Record<string, () => RecordedStack>;

export type LargeStack = keyof typeof LARGE_STACKS;
