import { containerOf } from "../../../src/aws/network/container";
import { Stack } from "../../../src/graph/stack";
import { build, resource, unknown } from "../../../src/testing/stack";

const vpc = resource("aws:ec2/vpc:Vpc", "vpc", { cidrBlock: "10.0.0.0/16" });
const one = resource("aws:ec2/subnet:Subnet", "one", { vpcId: vpc.id });
const two = resource("aws:ec2/subnet:Subnet", "two", { vpcId: vpc.id });
const group = resource("aws:rds/subnetGroup:SubnetGroup", "group", { subnetIds: [one.id, two.id] });
const cluster = resource("aws:rds/cluster:Cluster", "cluster", {
  dbSubnetGroupName: group.name,
  clusterIdentifier: "cluster",
});
const table = resource("aws:ec2/routeTable:RouteTable", "table", { vpcId: vpc.id });
const stack = Stack.from(
  build(
    [
      vpc,
      one,
      two,
      group,
      cluster,
      table,
      resource("aws:rds/clusterInstance:ClusterInstance", "instance", { clusterIdentifier: cluster.id }),
      resource("aws:ec2/natGateway:NatGateway", "nat", { subnetId: one.id }),
      resource("aws:lb/loadBalancer:LoadBalancer", "balancer", { subnets: [one.id, two.id] }),
      resource("aws:lambda/function:Function", "function", { vpcConfig: { subnetIds: [two.id] } }),
      resource("aws:ec2/route:Route", "route", { routeTableId: table.id }),
      resource("aws:s3/bucket:Bucket", "bucket"),
      resource("aws:ec2/securityGroup:SecurityGroup", "elsewhere", { vpcId: unknown }),
    ],
    "preview",
  ),
);

it.each<[string, string | undefined, string]>([
  ["one", "vpc", "its vpcId names it"],
  ["nat", "one", "it names one subnet"],
  ["balancer", "vpc", "it names two subnets of one VPC"],
  ["function", "two", "its configuration names one subnet"],
  ["group", "vpc", "it groups two subnets"],
  ["cluster", "vpc", "its subnet group is there"],
  ["instance", "vpc", "its cluster is there"],
  ["route", "vpc", "its table is there"],
  ["vpc", undefined, "nothing of a stack holds a VPC"],
  ["bucket", undefined, "buckets have no VPC"],
  ["elsewhere", undefined, "its VPC is not known"],
])("%s is in %s, since %s", (name, container) => {
  const found = stack.resources.find((candidate) => candidate.name === name);
  expect(found && containerOf(stack, found)?.name).toBe(container);
});
