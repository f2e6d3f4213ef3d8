import rule from "../../../policies/validity/db-subnet-group-zones";
import { subnet, vpc } from "../../kit/network";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

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
const elsewhere = resource("pulumi:pulumi:StackReference", "network", { name: "shop/network/dev" });
const group = (subnetIds: Input, type = GROUP): BuiltResource => resource(type, "orders", { subnetIds });
const found = { resource: "orders", path: "subnetIds" };
const network = [vpc, a, alsoA, b, chosen, outpost, local];

ruleTest(rule, {
  valid: [
    { name: "two zones", stack: [...network, group([a.id, b.id])] },
    { name: "a zone twice and another", stack: [...network, group([a.id, alsoA.id, b.id])] },
    { name: "a zone that AWS chooses, which may be another", stack: [...network, group([a.id, chosen.id])] },
    { name: "subnets of which the stack makes one", stack: [...network, group([a.id, "subnet-0123"])] },
    { name: "subnets from elsewhere", stack: [group(["subnet-0123", "subnet-4567"])] },
    { name: "a subnet on an Outpost", stack: [...network, group([outpost.id])] },
    { name: "a subnet in a local zone", stack: [...network, group([local.id])] },
    { name: "a subnet in a local zone by its id", stack: [...network, localById, group([localById.id])] },
    { name: "two zones of a region of the government", stack: [...network, ...gov, group(gov.map(({ id }) => id))] },
    { name: "zones by their ids", stack: [...network, ...byId, group(byId.map(({ id }) => id))] },
    {
      name: "a group of a cache, which may lie in one zone",
      stack: [...network, group([a.id], "aws:elasticache/subnetGroup:SubnetGroup")],
    },
    {
      name: "a group that the stack only reads",
      stack: [...network, resource(GROUP, "orders", { subnetIds: [a.id] }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "one subnet, twice",
      stack: [...network, group([a.id, a.id])],
      shape: "up",
      findings: [{ ...found, message: /has one subnet, and needs/ }],
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
      findings: [{ ...found, message: /has 2 subnets, which lie in us-east-1a, and needs/ }],
    },
    {
      name: "two subnets in one zone, for DocumentDB",
      stack: [...network, group([a.id, alsoA.id], "aws:docdb/subnetGroup:SubnetGroup")],
      findings: [found],
    },
    {
      name: "one subnet from elsewhere",
      stack: [group(["subnet-0123"])],
      findings: [{ ...found, level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "a list that is not known as a whole, made of subnets in one zone and of something else",
      stack: [...network, elsewhere, group(json([a.id, alsoA.id, elsewhere.outputs]))],
      at: ["orders.subnetIds"],
    },
    { name: "subnets that are not known yet", stack: [group(unknown)], at: ["orders.subnetIds"] },
    {
      name: "a list that is not known as a whole, made of one subnet and perhaps others",
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
