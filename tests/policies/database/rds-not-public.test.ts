import rule from "../../../policies/database/rds-not-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const PATH = "publiclyAccessible";

const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const subnet = resource("aws:ec2/subnet:Subnet", "subnet", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
const subnets = resource("aws:rds/subnetGroup:SubnetGroup", "subnets", { subnetIds: [subnet.id] });
const gateway = resource("aws:ec2/internetGateway:InternetGateway", "gateway", { vpcId: vpc.id });
const loose = resource("aws:ec2/internetGateway:InternetGateway", "loose");
const table = resource("aws:ec2/routeTable:RouteTable", "public", {
  vpcId: vpc.id,
  routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway.id }],
});
const association = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "public", {
  subnetId: subnet.id,
  routeTableId: table.id,
});
const withoutGateway = [vpc, subnet, subnets];
const withGateway = [...withoutGateway, gateway, table, association];
const group = (name: string, cidrBlock: string): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, {
    vpcId: vpc.id,
    ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: [cidrBlock] }],
  });
const open = group("open", "0.0.0.0/0");
const office = group("office", "198.51.100.7/32");
const database = (inGroup: BuiltResource, isPublic: Input = true): BuiltResource =>
  resource(INSTANCE, "db", {
    engine: "postgres",
    dbSubnetGroupName: subnets.name,
    vpcSecurityGroupIds: [inGroup.id],
    publiclyAccessible: isPublic,
  });

ruleTest(rule, {
  valid: [
    { name: "switched off", stack: [resource(INSTANCE, "db", { publiclyAccessible: false })] },
    { name: "private by default", stack: [resource(INSTANCE, "db"), resource(CLUSTER_INSTANCE, "member")] },
    { name: "false as a string", stack: [resource(CLUSTER_INSTANCE, "member", { publiclyAccessible: "false" })] },
    {
      name: "switched off in public subnets with an open group",
      stack: [...withGateway, open, database(open, false)],
    },
    {
      name: "an instance that is skipped with --target, or only read",
      stack: [resource(INSTANCE, "shared", { publiclyAccessible: true }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a public instance and a public member of a cluster, in the default VPC",
      stack: [
        resource(INSTANCE, "db", { publiclyAccessible: true }),
        resource(CLUSTER_INSTANCE, "member", { publiclyAccessible: true }),
      ],
      findings: [
        { resource: "db", path: PATH, level: "mandatory", message: /Set `publiclyAccessible: false`/ },
        { resource: "member", path: PATH, level: "mandatory" },
      ],
      fixed: { db: { publiclyAccessible: false }, member: { publiclyAccessible: false } },
    },
    {
      name: "a public replica inside a component of the program",
      stack: [
        resource(
          INSTANCE,
          "replica",
          { replicateSourceDb: "db", publiclyAccessible: true },
          { parent: resource("shop:index:Database", "database") },
        ),
      ],
      findings: [{ resource: "replica", path: PATH, level: "mandatory" }],
    },
    {
      name: "public subnets and a group that admits the internet",
      stack: [...withGateway, open, database(open)],
      findings: [
        { resource: "db", path: PATH, level: "mandatory", message: /^The database gets a public address\. Set/ },
      ],
    },
    {
      name: "subnets that are not known",
      stack: [
        open,
        resource(INSTANCE, "db", {
          dbSubnetGroupName: unknown,
          vpcSecurityGroupIds: [open.id],
          publiclyAccessible: true,
        }),
      ],
      shape: "preview",
      findings: [{ resource: "db", path: PATH, level: "mandatory" }],
    },
    {
      name: "a new VPC without an internet gateway, where AWS does not create it",
      stack: [...withoutGateway, open, database(open)],
      shape: "preview",
      findings: [
        {
          resource: "db",
          path: PATH,
          level: "mandatory",
          message: /AWS rejects this with: "Cannot create a publicly /,
        },
      ],
    },
    {
      name: "a VPC that exists, to which an internet gateway may be attached elsewhere",
      stack: [...withoutGateway, open, database(open)],
      shape: "up",
      findings: [{ resource: "db", path: PATH, level: "advisory", message: /no route to an internet gateway/ }],
    },
    {
      name: "private subnets of a VPC with an internet gateway",
      stack: [...withoutGateway, gateway, open, database(open)],
      findings: [{ resource: "db", path: PATH, level: "advisory", message: /no route to an internet gateway/ }],
    },
    {
      name: "private subnets of a VPC whose gateway another resource attaches",
      stack: [
        ...withoutGateway,
        loose,
        resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "gateway", {
          vpcId: vpc.id,
          internetGatewayId: loose.id,
        }),
        open,
        database(open),
      ],
      findings: [{ resource: "db", path: PATH, level: "advisory" }],
    },
    {
      name: "private subnets of a VPC beside a gateway of a VPC that is not known yet",
      stack: [
        ...withoutGateway,
        resource("aws:ec2/internetGateway:InternetGateway", "other", { vpcId: unknown }),
        open,
        database(open),
      ],
      shape: "preview",
      findings: [{ resource: "db", path: PATH, level: "advisory" }],
    },
    {
      name: "private subnets of a VPC without an internet gateway, around a member of a cluster",
      stack: (() => {
        const cluster = resource("aws:rds/cluster:Cluster", "orders", {
          engine: "aurora-mysql",
          dbSubnetGroupName: subnets.name,
          vpcSecurityGroupIds: [open.id],
        });
        const member = { clusterIdentifier: cluster.id, engine: "aurora-mysql", publiclyAccessible: true };
        return [...withoutGateway, open, cluster, resource(CLUSTER_INSTANCE, "member", member)];
      })(),
      shape: "preview",
      findings: [{ resource: "member", path: PATH, level: "mandatory", message: /has no internet gateway attached/ }],
    },
    {
      name: "public subnets and a group that admits the office only",
      stack: [...withGateway, office, database(office)],
      findings: [
        { resource: "db", path: PATH, level: "advisory", message: /security groups do not admit the internet/ },
      ],
    },
  ],
  undecided: [
    {
      name: "a value that is not known yet",
      stack: [resource(INSTANCE, "db", { publiclyAccessible: unknown })],
      at: ["db.publiclyAccessible"],
    },
  ],
});
