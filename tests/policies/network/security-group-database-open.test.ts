import rule from "../../../policies/network/security-group-database-open";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });

const group = (name: string, ...ingress: Input[]): BuiltResource => resource(GROUP, name, { vpcId: vpc.id, ingress });
const tcp = (fromPort: Input, toPort: Input, ...cidrBlocks: Input[]): Record<string, Input> => ({
  protocol: "tcp",
  fromPort,
  toPort,
  cidrBlocks,
});
const postgres = (inGroup: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", {
    engine: "postgres",
    publiclyAccessible: true,
    vpcSecurityGroupIds: [inGroup.id],
    ...more,
  });
const inRule = (name: string, groupId: Input, more: Record<string, Input>): BuiltResource =>
  resource(INGRESS, name, { securityGroupId: groupId, ipProtocol: "tcp", fromPort: 5432, toPort: 5432, ...more });

const app = group("app", tcp(443, 443, "0.0.0.0/0"));
const store = group("store");
const open = group("store", tcp(5432, 5432, "0.0.0.0/0"));
const everything = group("store", { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] });
const wide = group("store", tcp(1024, 65535, "0.0.0.0/0"));
const v6 = group("store", { protocol: 6, fromPort: 0, toPort: 65535, ipv6CidrBlocks: ["10.0.0.0/8", "::/0"] });
const halves = group("store", tcp(5432, 5432, "0.0.0.0/1", "128.0.0.0/1"));
const other = group("store", tcp(3306, 3306, "0.0.0.0/0"));
const blockUnknown = group("store", tcp(5432, 5432, unknown));
const portUnknown = group("store", tcp(unknown, unknown, "0.0.0.0/0"));
const protocolUnknown = group("store", {
  protocol: unknown,
  fromPort: 5432,
  toPort: 5432,
  cidrBlocks: ["0.0.0.0/0"],
});
const everyone = resource("aws:ec2/managedPrefixList:ManagedPrefixList", "everyone", {
  entries: [{ cidr: "0.0.0.0/1" }, { cidr: "128.0.0.0/1" }],
});
const quiet = resource("aws:ec2/subnet:Subnet", "quiet", { vpcId: vpc.id, cidrBlock: "10.0.9.0/24" });
const subnets = resource("aws:rds/subnetGroup:SubnetGroup", "quiet", { subnetIds: [quiet.id] });
const privateSubnet = [quiet, subnets];
const customers = group("customers", tcp(3306, 3306, "0.0.0.0/0"));
const database = group("appDatabase", tcp(0, 65535, "0.0.0.0/0"));

ruleTest(rule, {
  valid: [
    {
      name: "the clients' group as the source",
      stack: [vpc, app, postgres(store), store, inRule("clients", store.id, { referencedSecurityGroupId: app.id })],
    },
    {
      name: "the block of the VPC, known or computed",
      stack: [
        vpc,
        postgres(group("store", tcp(5432, 5432, "10.0.0.0/16"))),
        group("store", tcp(5432, 5432, "10.0.0.0/16")),
        group("second", tcp(5432, 5432, vpc.cidrBlock)),
      ],
    },
    {
      name: "blocks that are large but not the internet (trivy#7455)",
      stack: [
        vpc,
        ...[group("store", tcp(5432, 5432, "0.0.0.0/1", "203.0.113.0/24"))].flatMap((g) => [g, postgres(g)]),
      ],
    },
    {
      name: "a prefix list",
      stack: [
        vpc,
        store,
        postgres(store),
        inRule("offices", store.id, { prefixListId: "pl-0123" }),
        resource("aws:ec2/securityGroupRule:SecurityGroupRule", "classic", {
          type: "ingress",
          securityGroupId: store.id,
          protocol: "tcp",
          fromPort: 5432,
          toPort: 5432,
          prefixListIds: ["pl-0123"],
          self: true,
        }),
      ],
    },
    {
      name: "egress to the internet",
      stack: [
        vpc,
        ...[
          resource(GROUP, "store", {
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
            ingress: [],
          }),
        ].flatMap((g) => [
          g,
          postgres(g),
          resource("aws:ec2/securityGroupRule:SecurityGroupRule", "out", {
            type: "egress",
            securityGroupId: g.id,
            protocol: "-1",
            fromPort: 0,
            toPort: 0,
            cidrBlocks: ["0.0.0.0/0"],
          }),
          resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out6", {
            securityGroupId: g.id,
            ipProtocol: "-1",
            cidrIpv6: "::/0",
          }),
        ]),
      ],
    },
    {
      name: "a web port, ICMP and UDP in the database's group",
      stack: [
        vpc,
        ...[
          group(
            "store",
            tcp(443, 443, "0.0.0.0/0"),
            { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: ["0.0.0.0/0"] },
            { protocol: "udp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] },
          ),
        ].flatMap((g) => [g, postgres(g)]),
      ],
    },
    {
      name: "a database port of a group in which only a load balancer is",
      stack: [
        vpc,
        customers,
        resource("aws:alb/loadBalancer:LoadBalancer", "web", { securityGroups: [customers.id] }),
        resource("aws:elb/loadBalancer:LoadBalancer", "old", { securityGroups: [customers.id] }),
      ],
    },
    {
      name: "everything open for a group with another name, which another rule reports",
      stack: [vpc, group("app", tcp(0, 65535, "0.0.0.0/0")), group("bastion", tcp(22, 22, "0.0.0.0/0"))],
    },
    {
      name: "a database port of a group of tasks without public addresses, a function and an endpoint",
      stack: [
        vpc,
        customers,
        resource("aws:ecs/service:Service", "shop", { networkConfiguration: { securityGroups: [customers.id] } }),
        resource("aws:lambda/function:Function", "fn", { vpcConfig: { securityGroupIds: [customers.id] } }),
        resource("aws:ec2/vpcEndpoint:VpcEndpoint", "logs", { securityGroupIds: [customers.id] }),
      ],
    },
    {
      name: "an unknown block of a database without a public address",
      stack: [vpc, blockUnknown, postgres(blockUnknown, { publiclyAccessible: false })],
    },
    {
      name: "an unknown block where no database is",
      stack: [vpc, blockUnknown],
    },
    {
      name: "a port that is not the one that the database listens on",
      stack: [vpc, ...[group("store", tcp(8432, 8432, "0.0.0.0/0"))].flatMap((g) => [g, postgres(g, { port: 7432 })])],
    },
    {
      name: "an empty description of sources",
      stack: [vpc, store, inRule("none", store.id, { cidrIpv4: "" }), resource(GROUP, "empty", { ingress: [{}] })],
    },
  ],
  invalid: [
    {
      name: "an inline rule on the database's port",
      stack: [vpc, open, postgres(open)],
      findings: [
        {
          resource: "store",
          path: "ingress[0].cidrBlocks[0]",
          message:
            /opens port 5432 of orders to the internet; orders has a public address and a route to an internet gateway\. Admit/,
        },
      ],
    },
    {
      name: "every protocol",
      stack: [vpc, everything, postgres(everything)],
      findings: [{ resource: "store", path: "ingress[0].cidrBlocks[0]" }],
    },
    {
      name: "a wide range",
      stack: [vpc, wide, postgres(wide)],
      findings: [{ resource: "store", path: "ingress[0].cidrBlocks[0]" }],
    },
    {
      name: "IPv6, with the protocol by its number",
      stack: [vpc, v6, postgres(v6)],
      findings: [{ resource: "store", path: "ingress[0].ipv6CidrBlocks[1]" }],
    },
    {
      name: "two halves of the internet in one rule",
      stack: [vpc, halves, postgres(halves)],
      findings: [{ resource: "store", path: "ingress[0]" }],
    },
    {
      name: "two halves of the internet in two rules",
      stack: [
        vpc,
        store,
        postgres(store),
        inRule("low", store.id, { cidrIpv4: "0.0.0.0/1" }),
        inRule("high", store.id, { cidrIpv4: "128.0.0.0/1" }),
        inRule("bystander", store.id, { cidrIpv4: "10.0.0.0/8" }),
      ],
      findings: [{ resource: "low" }, { resource: "high" }],
    },
    {
      name: "separate rules, classic and new, on a cache with its own port",
      stack: [
        vpc,
        store,
        resource("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", {
          securityGroupIds: [store.id],
          port: 7000,
        }),
        inRule("world", store.id, { fromPort: 7000, toPort: 7000, cidrIpv4: "0.0.0.0/0" }),
        resource("aws:ec2/securityGroupRule:SecurityGroupRule", "classic", {
          type: "ingress",
          securityGroupId: store.id,
          protocol: "all",
          fromPort: 0,
          toPort: 0,
          cidrBlocks: ["0.0.0.0/0"],
        }),
      ],
      findings: [
        { resource: "world", path: "cidrIpv4", level: "advisory", message: /sessions has no public address\./ },
        { resource: "classic", path: "cidrBlocks[0]", level: "advisory" },
      ],
    },
    {
      name: "the group of an Aurora cluster that also is a load balancer's, and a default group",
      stack: [
        vpc,
        open,
        resource("aws:rds/cluster:Cluster", "ledger", {
          engine: "aurora-postgresql",
          vpcSecurityGroupIds: [open.id],
        }),
        resource("aws:rds/clusterInstance:ClusterInstance", "ledger-0", {
          clusterIdentifier: resource("aws:rds/cluster:Cluster", "ledger").id,
          publiclyAccessible: true,
        }),
        resource("aws:lb/loadBalancer:LoadBalancer", "web", { securityGroups: [open.id] }),
        ...[
          resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", {
            vpcId: vpc.id,
            ingress: [tcp(11211, 11211, "0.0.0.0/0")],
          }),
        ].flatMap((g) => [
          g,
          resource("aws:elasticache/cluster:Cluster", "pages", { engine: "memcached", securityGroupIds: [g.id] }),
        ]),
      ],
      findings: [
        { resource: "store", path: "ingress[0].cidrBlocks[0]" },
        { resource: "default", path: "ingress[0].cidrBlocks[0]", level: "advisory" },
      ],
    },
    {
      name: "all ports open to a database whose port is not known",
      stack: [vpc, everything, postgres(everything, { port: unknown })],
      findings: [{ resource: "store", path: "ingress[0].cidrBlocks[0]" }],
      shape: "preview",
    },
    {
      name: "another database's port in a database's group: only the port suggests it",
      stack: [vpc, other, postgres(other)],
      findings: [{ resource: "store", path: "ingress[0].cidrBlocks[0]", level: "advisory", message: /3306.*MySQL/ }],
    },
    {
      name: "a database port without a database, of a group of tasks and of one outside the stack",
      stack: [
        vpc,
        customers,
        resource("aws:ecs/service:Service", "shop", {
          networkConfiguration: { assignPublicIp: true, securityGroups: [customers.id] },
        }),
        inRule("external", "sg-0123", { cidrIpv6: "::/0" }),
      ],
      findings: [
        { resource: "customers", path: "ingress[0].cidrBlocks[0]", level: "advisory" },
        { resource: "external", path: "cidrIpv6", level: "advisory", message: /5432.*PostgreSQL/ },
      ],
    },
    {
      name: "a database without a public address, in private subnets, or in a VPC without an internet gateway",
      stack: [
        vpc,
        open,
        ...privateSubnet,
        postgres(open, { publiclyAccessible: false }),
        resource("aws:rds/instance:Instance", "ledger", {
          engine: "postgres",
          publiclyAccessible: true,
          dbSubnetGroupName: subnets.name,
          vpcSecurityGroupIds: [open.id],
        }),
      ],
      findings: [
        {
          resource: "store",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /; ledger has no route to an internet gateway, orders has no public address\. Admit/,
        },
      ],
    },
    {
      name: "a database whose subnets are in another stack",
      stack: [vpc, open, postgres(open, { dbSubnetGroupName: "network-1a2b3c4" })],
      findings: [
        {
          resource: "store",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /orders may have a route to an internet gateway/,
        },
      ],
    },
    {
      name: "a DocumentDB cluster, which never has a public address",
      stack: [
        vpc,
        ...[group("store", tcp(27017, 27017, "0.0.0.0/0"))].flatMap((g) => [
          g,
          resource("aws:docdb/cluster:Cluster", "carts", { vpcSecurityGroupIds: [g.id] }),
        ]),
      ],
      findings: [{ resource: "store", path: "ingress[0].cidrBlocks[0]", level: "advisory" }],
    },
    {
      name: "the internet in parts: three blocks, rules with different ranges, and a prefix list of the stack",
      stack: [
        vpc,
        ...[
          group("three", tcp(5432, 5432, "0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/1")),
          group("ranges", tcp(5000, 6000, "0.0.0.0/1"), tcp(5432, 5500, "128.0.0.0/1")),
          group("listed", { protocol: "tcp", fromPort: 5432, toPort: 5432, prefixListIds: [everyone.id] }),
        ].flatMap((g) => [
          g,
          resource("aws:rds/instance:Instance", `in-${g.$name}`, {
            engine: "postgres",
            publiclyAccessible: true,
            vpcSecurityGroupIds: [g.id],
          }),
        ]),
        everyone,
      ],
      findings: [
        { resource: "three", path: "ingress[0]" },
        { resource: "ranges", path: "ingress[0]" },
        { resource: "ranges", path: "ingress[1]" },
        { resource: "listed", path: "ingress[0]" },
      ],
    },
    {
      name: "everything open for a group with the name of a database",
      stack: [vpc, database],
      findings: [
        { resource: "appDatabase", path: "ingress[0].cidrBlocks[0]", level: "advisory", message: /by the name/ },
      ],
    },
  ],
  undecided: [
    {
      name: "a block that is not known",
      stack: [vpc, blockUnknown, postgres(blockUnknown)],
      at: ["store.ingress[0].cidrBlocks[0]"],
    },
    { name: "ports that are not known", stack: [vpc, portUnknown, postgres(portUnknown)], at: ["store.ingress[0]"] },
    {
      name: "a protocol that is not known",
      stack: [vpc, protocolUnknown, postgres(protocolUnknown)],
      at: ["store.ingress[0]"],
    },
    {
      name: "the port of the database",
      stack: [vpc, open, postgres(open, { port: unknown })],
      at: ["store.ingress[0]"],
    },
    {
      name: "the engine of the database",
      stack: [vpc, open, postgres(open, { engine: unknown })],
      at: ["store.ingress[0]"],
    },
  ],
});
