import rule from "../../../policies/validity/db-subnet-group-zones";
import { subnet, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const GROUP = "aws:rds/subnetGroup:SubnetGroup";
const a = subnet("a", "us-east-1a");
const alsoA = subnet("also-a", "us-east-1a");
const b = subnet("b", "us-east-1b");
const chosen = subnet("chosen", undefined);
const outpost = subnet("outpost", "us-east-1a", { outpostArn: "arn:aws:outposts:us-east-1:1:outpost/op-1" });
const local = subnet("local", "us-west-2-lax-1a");
const localById = subnet("local-by-id", undefined, { availabilityZoneId: "usw2-lax1-az1" });
const gov = [subnet("gov-a", "us-gov-west-1a"), subnet("gov-b", "us-gov-west-1b")];
const byId = ["use1-az1", "use1-az2"].map((availabilityZoneId) =>
  subnet(availabilityZoneId, undefined, { availabilityZoneId }),
);
const other = resource("pulumi:pulumi:StackReference", "network", { name: "shop/network/dev" });
const group = (subnetIds: Input, type = GROUP): BuiltResource => resource(type, "orders", { subnetIds });
const cluster = (subnetIds: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:eks/cluster:Cluster", "orders", { vpcConfig: { subnetIds }, ...more });
const found = { resource: "orders", path: "subnetIds" };
const network = [vpc, a, alsoA, b, chosen, outpost, local];

ruleTest(rule, {
  valid: [
    { name: "two zones", stack: [...network, group([a.id, b.id])] },
    { name: "a zone twice and another", stack: [...network, group([a.id, alsoA.id, b.id])] },
    { name: "a zone that AWS chooses, which may be another", stack: [...network, group([a.id, chosen.id])] },
    { name: "one subnet of the stack, and one of another stack", stack: [...network, group([a.id, "subnet-0123"])] },
    { name: "subnets of another stack", stack: [group(["subnet-0123", "subnet-4567"])] },
    { name: "a subnet on an Outpost", stack: [...network, group([outpost.id])] },
    {
      name: "a cluster on an Outpost",
      stack: [
        cluster(["subnet-0123"], { outpostConfig: { outpostArns: ["arn:aws:outposts:us-east-1:1:outpost/op-1"] } }),
      ],
    },
    { name: "a subnet in a local zone", stack: [...network, group([local.id])] },
    { name: "a subnet in a local zone by its id", stack: [...network, localById, group([localById.id])] },
    { name: "two zones of a region of the government", stack: [...network, ...gov, group(gov.map(({ id }) => id))] },
    { name: "zones by their ids", stack: [...network, ...byId, group(byId.map(({ id }) => id))] },
    {
      name: "a group of a cache, which may be in one zone",
      stack: [...network, group([a.id], "aws:elasticache/subnetGroup:SubnetGroup")],
    },
    {
      name: "a group that the stack only reads",
      stack: [...network, resource(GROUP, "orders", { subnetIds: [a.id] }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "the same subnet twice",
      stack: [...network, group([a.id, a.id])],
      shape: "up",
      findings: [{ ...found, message: /has one subnet, and it must/ }],
    },

    {
      name: "one subnet",
      stack: [...network, group([a.id])],
      findings: [{ ...found, message: /has one subnet.*DBSubnetGroupDoesNotCoverEnoughAZs/ }],
    },
    { name: "one subnet whose zone AWS chooses", stack: [...network, group([chosen.id])], findings: [found] },
    {
      name: "two subnets in one zone",
      stack: [...network, group([a.id, alsoA.id])],
      findings: [{ ...found, message: /has 2 subnets in us-east-1a, and it must/ }],
    },
    {
      name: "two subnets in one zone, for DocumentDB",
      stack: [...network, group([a.id, alsoA.id], "aws:docdb/subnetGroup:SubnetGroup")],
      findings: [found],
    },
    {
      name: "one subnet of a cluster",
      stack: [...network, cluster([a.id])],
      findings: [
        {
          resource: "orders",
          path: "vpcConfig.subnetIds",
          message: /The cluster has one subnet.*at least two different AZs/,
        },
      ],
    },
    {
      name: "one subnet of another stack",
      stack: [group(["subnet-0123"])],
      findings: [{ ...found, level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "an unknown list, computed from subnets in one zone and from something else",
      stack: [...network, other, group(json([a.id, alsoA.id, other.outputs]))],
      at: ["orders.subnetIds"],
    },
    { name: "no subnets at all", stack: [...network, group([])], at: ["orders.subnetIds"] },
    { name: "subnets that are not known yet", stack: [group(unknown)], at: ["orders.subnetIds"] },
    {
      name: "an unknown list, computed from one subnet and perhaps others",
      stack: [...network, group(json([a.id]))],
      at: ["orders.subnetIds"],
    },
    {
      name: "one of the subnets is not known yet",
      stack: [...network, group([a.id, unknown])],
      at: ["orders.subnetIds"],
    },
  ],
});
