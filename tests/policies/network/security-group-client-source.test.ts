import rule from "../../../policies/network/security-group-client-source";
import { subnet, vpc, VPC } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const CLASSIC = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

const port = { protocol: "tcp", fromPort: 5432, toPort: 5432 };
const group = (ingress?: Input, vpcId: Input = vpc.id): BuiltResource =>
  resource(GROUP, "store", { vpcId, ...(ingress !== undefined && { ingress }) });
const database = (of: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { engine: "postgres", vpcSecurityGroupIds: [of.id], ...more });
const admitting = (...cidrBlocks: Input[]): BuiltResource[] =>
  [group([{ ...port, cidrBlocks }])].flatMap((one) => [vpc, one, database(one)]);
const clients = resource(GROUP, "tasks", { vpcId: vpc.id });
const ipam = resource(VPC, "main", { ipv4IpamPoolId: "ipam-pool-0123" });
const app = subnet("app", "us-east-1a", { cidrBlock: "10.0.1.0/24" });
const store = group();

ruleTest(rule, {
  valid: [
    {
      name: "the group of its clients",
      stack: [
        vpc,
        clients,
        ...[group([{ ...port, securityGroups: [clients.id] }])].flatMap((one) => [one, database(one)]),
      ],
    },
    { name: "an office, a peer and one machine", stack: admitting("203.0.113.0/24", "10.8.0.0/16", "10.0.3.4/32") },
    { name: "the whole internet, which another rule has", stack: admitting("0.0.0.0/0") },
    { name: "a string that is not a block", stack: admitting("everyone") },
    {
      name: "the VPC, for what is no database",
      stack: [
        vpc,
        ...[group([{ ...port, cidrBlocks: ["10.0.0.0/16"] }])].flatMap((one) => [
          one,
          resource("aws:lb/loadBalancer:LoadBalancer", "inner", { internal: true, securityGroups: [one.id] }),
        ]),
      ],
    },
    {
      name: "the VPC, on another port, and to a database of unknown port",
      stack: [
        vpc,
        ...[group([{ ...port, cidrBlocks: ["10.0.0.0/16"] }])].flatMap((one) => [
          one,
          database(one, { port: 6000 }),
          resource("aws:rds/instance:Instance", "later", { engine: unknown, vpcSecurityGroupIds: [one.id] }),
        ]),
      ],
    },
    {
      name: "egress to the VPC, and a group that the stack only reads",
      stack: [
        vpc,
        ...[resource(GROUP, "store", { egress: [{ ...port, cidrBlocks: ["10.0.0.0/16"] }] })].flatMap((one) => [
          one,
          database(one),
        ]),
        resource(GROUP, "read", { ingress: [{ ...port, cidrBlocks: ["10.0.0.0/16"] }] }, { external: true }),
      ],
    },
    {
      name: "a small block of a VPC outside the stack",
      stack: [group([{ ...port, cidrBlocks: ["10.0.1.0/24"] }], "vpc-0123")].flatMap((one) => [one, database(one)]),
    },
  ],
  invalid: [
    {
      name: "the VPC's block as a literal",
      stack: admitting("10.0.0.0/16"),
      findings: [
        {
          resource: "store",
          path: "ingress[0].cidrBlocks[0]",
          message: /everything in 10\.0\.0\.0\/16 connect to orders\. Admit the security groups/,
        },
      ],
    },
    {
      name: "more than the VPC, and a part of it, on all protocols, to a cache",
      stack: [
        vpc,
        store,
        resource("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", { securityGroupIds: [store.id] }),
        resource(INGRESS, "wide", { securityGroupId: store.id, ipProtocol: "-1", cidrIpv4: "10.0.0.0/8" }),
        resource(CLASSIC, "part", {
          type: "ingress",
          securityGroupId: store.id,
          protocol: "tcp",
          fromPort: 6379,
          toPort: 6379,
          cidrBlocks: [app.cidrBlock],
        }),
        app,
      ],
      findings: [
        { resource: "wide", path: "cidrIpv4" },
        { resource: "part", path: "cidrBlocks[0]" },
      ],
    },
    {
      name: "the block of a VPC that IPAM chooses",
      stack: [
        ipam,
        ...[group([{ ...port, cidrBlocks: [ipam.cidrBlock] }], ipam.id)].flatMap((one) => [one, database(one)]),
      ],
      findings: [{ resource: "store", path: "ingress[0].cidrBlocks[0]", message: /this block of the VPC connect/ }],
      shape: "preview",
    },
    {
      name: "a block that may be that of a VPC of another stack",
      stack: [group([{ ...port, cidrBlocks: ["172.16.0.0/16"] }], "vpc-0123")].flatMap((one) => [one, database(one)]),
      findings: [{ resource: "store", path: "ingress[0].cidrBlocks[0]" }],
    },
  ],
  undecided: [{ name: "a block that is not known", stack: admitting(unknown), at: ["store.ingress[0].cidrBlocks[0]"] }],
});
