import rule from "../../../policies/validity/vpc-membership";
import { stoppingIn } from "../../attack/kit";
import { resource, ruleTest, type BuiltResource, type Input } from "../../../src/testing";
import { build } from "../../../src/testing/stack";

const subnet = (name: string, vpcId: Input): BuiltResource => resource("aws:ec2/subnet:Subnet", name, { vpcId });
const group = (name: string, vpcId: Input): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, { vpcId });
const PRODUCTION = "vpc-05b1c8e2f7a3d9460";
const a = subnet("a", PRODUCTION);
const own = group("own", PRODUCTION);
const other = group("other", "vpc-0d9e2b7a4c6f1835b");
const inZone = (name: string, availabilityZone: Input): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", name, { vpcId: PRODUCTION, availabilityZone });
const [first, second, third] = [
  inZone("first", "us-east-1a"),
  inZone("second", "us-east-1a"),
  inZone("third", "us-east-1b"),
];
const endpoint = (subnetIds: Input, vpcEndpointType = "Interface"): BuiltResource =>
  resource("aws:ec2/vpcEndpoint:VpcEndpoint", "queues", {
    vpcId: PRODUCTION,
    serviceName: "com.amazonaws.us-east-1.sqs",
    vpcEndpointType,
    subnetIds,
  });
const domain = (zoneAwarenessEnabled: boolean, subnetIds: Input): BuiltResource =>
  resource("aws:opensearch/domain:Domain", "orders", {
    clusterConfig: { zoneAwarenessEnabled },
    vpcOptions: { subnetIds },
  });
const files = resource("aws:efs/fileSystem:FileSystem", "files", {});
const mounted = (name: string, subnetId: Input): BuiltResource =>
  resource("aws:efs/mountTarget:MountTarget", name, { fileSystemId: files.id, subnetId });
const worker = (...securityGroupIds: Input[]): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", { role: "x", vpcConfig: { subnetIds: [a.id], securityGroupIds } });

ruleTest(rule, {
  valid: [
    {
      name: "mount targets in two zones",
      stack: [first, third, files, mounted("a", first.id), mounted("b", third.id)],
    },
    {
      name: "a mount target in a subnet of another stack",
      stack: [first, files, mounted("a", first.id), mounted("b", "subnet-0a")],
    },
    { name: "a domain in one zone", stack: [first, second, domain(false, [first.id, second.id])] },
    { name: "a group of the VPC of the subnets", stack: [a, own, worker(own.id)] },
    { name: "an endpoint in two zones", stack: [first, third, endpoint([first.id, third.id])] },
    { name: "an endpoint in zones that AWS chooses", stack: [a, first, endpoint([a.id, first.id])] },
    {
      name: "an endpoint of a load balancer",
      stack: [first, second, endpoint([first.id, second.id], "GatewayLoadBalancer")],
    },
    {
      name: "a group that is associated with the second VPC",
      stack: [
        a,
        other,
        resource("aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation", "production", {
          securityGroupId: other.id,
          vpcId: PRODUCTION,
        }),
        worker(other.id),
      ],
    },
  ],
  invalid: [
    {
      name: "two mount targets in one zone",
      shape: "preview",
      stack: [first, second, files, mounted("a", first.id), mounted("b", second.id)],
      findings: [{ resource: "b", path: "subnetId", message: /mount target a is in the zone us-east-1a too/ }],
    },
    {
      name: "a domain of two zones with two subnets in one",
      shape: "preview",
      stack: [first, second, domain(true, [first.id, second.id])],
      findings: [{ resource: "orders", path: "vpcOptions.subnetIds", message: /a domain can have one subnet in each/ }],
    },
    {
      name: "an endpoint with two subnets in one zone",
      shape: "preview",
      stack: [first, second, endpoint([first.id, second.id])],
      findings: [{ resource: "queues", path: "subnetIds", message: /first, second are both in the zone us-east-1a/ }],
    },
    {
      name: "a group of another VPC",
      shape: "preview",
      stack: [a, own, other, worker(own.id, other.id)],
      findings: [{ resource: "worker", path: "vpcConfig.securityGroupIds", message: /other belongs to another VPC/ }],
    },
  ],
});

it("leaves it to security-group-vpc where both VPCs are of the program", () => {
  const shop = resource("aws:ec2/vpc:Vpc", "shop", { cidrBlock: "10.0.0.0/16" });
  const staging = resource("aws:ec2/vpc:Vpc", "staging", { cidrBlock: "10.1.0.0/16" });
  const inShop = subnet("in-shop", shop.id);
  const ofStaging = group("of-staging", staging.id);
  const fn = resource("aws:lambda/function:Function", "worker", {
    role: "x",
    vpcConfig: { subnetIds: [inShop.id], securityGroupIds: [ofStaging.id] },
  });
  const found = stoppingIn(build([shop, staging, inShop, ofStaging, fn], "up"));
  const about = found.filter(({ path }) => path === "vpcConfig.securityGroupIds");
  expect(about.map((finding) => finding.rule.id)).toEqual(["security-group-vpc"]);
});
