import rule from "../../../policies/network/lambda-vpc-zones";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const subnet = (name: string, availabilityZone?: Input): BuiltResource =>
  resource("aws:ec2/subnet:Subnet", name, { vpcId: "vpc-0a1b2c3d", availabilityZone });
const fn = (subnetIds: Input): BuiltResource =>
  resource("aws:lambda/function:Function", "api", { vpcConfig: { subnetIds, securityGroupIds: ["sg-0a1b2c3d"] } });
const inSubnets = (...subnets: BuiltResource[]): BuiltResource[] => [...subnets, fn(subnets.map(({ id }) => id))];
const at = { resource: "api", path: "vpcConfig.subnetIds" };

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "two zones", stack: inSubnets(subnet("a", "us-east-1a"), subnet("b", "us-east-1b")) },
        { name: "not in a VPC", stack: [resource("aws:lambda/function:Function", "api", {})] },
        { name: "no subnets", stack: [fn([])] },
      ],
      invalid: [
        {
          name: "two subnets in one zone",
          stack: inSubnets(subnet("a", "us-east-1a"), subnet("b", "us-east-1a")),
          findings: [at],
        },
        { name: "one subnet", stack: inSubnets(subnet("a")), findings: [at] },
        { name: "one subnet of another stack", stack: [fn(["subnet-0a1b2c3d"])], findings: [at] },
      ],
      undecided: [
        { name: "the subnets", stack: [fn(unknown)], at: ["api.vpcConfig.subnetIds"] },
        {
          name: "subnets of another stack",
          stack: [fn(["subnet-0a1b2c3d", "subnet-4e5f6a7b"])],
          at: ["api.vpcConfig.subnetIds"],
        },
        { name: "zones that AWS chooses", stack: inSubnets(subnet("a"), subnet("b")), at: ["api.vpcConfig.subnetIds"] },
      ],
    },
  ),
);
