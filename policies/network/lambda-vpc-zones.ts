import { spanZones } from "../../src/aws/network/vpc";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const REQUIRED_ZONES = 2;

export default defineRule({
  id: "lambda-vpc-zones",
  category: "network",
  description: "Functions in a VPC must have subnets in two availability zones",
  severity: "medium",
  level: "only-if-required",
  why:
    "A function with subnets in one zone cannot run while that zone is down, although Lambda itself could run it in the " +
    "others. A second subnet costs nothing.",
  fix: {
    typescript: `vpcConfig: { subnetIds: [privateA.id, privateB.id], securityGroupIds: [group.id] }, // in us-east-1a and us-east-1b`,
    python: `vpc_config={"subnet_ids": [private_a.id, private_b.id], "security_group_ids": [group.id]},  # in us-east-1a and us-east-1b`,
    yaml: `vpcConfig:
  subnetIds: ["\${privateA.id}", "\${privateB.id}"] # in us-east-1a and us-east-1b
  securityGroupIds: ["\${group.id}"]`,
  },
  limits:
    "Functions outside of a VPC (lambda-vpc). Several subnets of other stacks, or whose zones AWS chooses, are undecided.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"],
  stack(stack, { decide }) {
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      const property = fn.at("vpcConfig", "subnetIds");
      const subnets = property.list() ?? [];
      if (subnets !== UNKNOWN && subnets.length === 0) {
        continue;
      }
      decide(spanZones(stack, property, REQUIRED_ZONES), {
        at: property,
        message:
          "The function's subnets are in one availability zone, so it stops when that zone fails. " +
          "Add a subnet of another zone to `subnetIds`.",
      });
    }
  },
});
