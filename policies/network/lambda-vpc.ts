import { runsAtEdge } from "../../src/aws/functions/edge-functions";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

function isInVpc(fn: Resource): Certainty {
  const subnets = fn.list("vpcConfig", "subnetIds") ?? [];
  return subnets === UNKNOWN ? UNKNOWN : subnets.length > 0;
}

export default defineRule({
  id: "lambda-vpc",
  category: "network",
  description: "Functions must run in a VPC",
  severity: "low",
  level: "only-if-required",
  why:
    "A function outside of a VPC reaches the whole internet and no private address. In a VPC, its security groups and route " +
    "tables decide what it reaches, and flow logs show it.",
  fix: {
    typescript: `vpcConfig: { subnetIds: [privateA.id, privateB.id], securityGroupIds: [group.id] },`,
    python: `vpc_config={"subnet_ids": [private_a.id, private_b.id], "security_group_ids": [group.id]},`,
    yaml: `vpcConfig:
  subnetIds: ["\${privateA.id}", "\${privateB.id}"]
  securityGroupIds: ["\${group.id}"]`,
  },
  limits: "Functions that a distribution of the stack runs at the edge, which cannot be in a VPC.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"],
  stack(stack, { decide }) {
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      decide(anyOf([isInVpc(fn), runsAtEdge(stack, fn)]), {
        at: fn,
        property: "vpcConfig",
        message:
          "The function runs outside of a VPC, so no security group limits what it reaches. " +
          "Set `vpcConfig: { subnetIds: [privateA.id, privateB.id], securityGroupIds: [group.id] }`.",
      });
    }
  },
});
