import { DEFAULT_SECURITY_GROUP, rulesOfGroup, type Direction } from "../../src/aws/network/security-groups";
import { DEFAULT_VPC } from "../../src/aws/network/routes";
import { EC2_SECURITY_GROUP, EC2_VPC } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { defineRule, type Context } from "../../src/rules/rule";

const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

export default defineRule({
  id: "vpc-default-security-group",
  category: "network",
  description: "The default security group of a VPC must not allow traffic",
  severity: "high",
  level: "only-if-required",
  why:
    "What is created without a security group of its own is in the default group of its VPC. AWS creates that group with " +
    "rules that admit all of its members and let everything out, so that unrelated resources can reach each other.",
  fix: {
    typescript: `new aws.ec2.DefaultSecurityGroup("default", { vpcId: vpc.id }); // without rules: AWS's own are removed`,
    python: `aws.ec2.DefaultSecurityGroup("default", vpc_id=vpc.id)  # without rules: AWS's own are removed`,
    yaml: `resources:
  default:
    type: aws:ec2:DefaultSecurityGroup # without rules: AWS's own are removed
    properties:
      vpcId: \${vpc.id}`,
  },
  limits: "VPCs of other stacks. Rules of the default group that were removed by hand are not seen.",
  references: [
    "https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
  ],
  alone: [DEFAULT_SECURITY_GROUP, EC2_SECURITY_GROUP],
  stack(stack, context) {
    const groups = defaultGroups(stack);
    for (const group of groups) {
      checkGroup(stack, group, context);
    }
    const adopted = new Set(groups.flatMap((group) => stack.refs(group.at("vpcId"), EC2_VPC, DEFAULT_VPC).resources));
    const isUnclear = groups.some((group) => mayReferTo(stack, group.at("vpcId"), EC2_VPC, DEFAULT_VPC));
    // In an account that is discovered, the default group is a resource of its own.
    for (const vpc of stack.managed(EC2_VPC).filter((one) => !adopted.has(one) && !one.discovered)) {
      if (isUnclear) {
        context.undecided(vpc);
      } else {
        context.report({
          at: vpc,
          message:
            "AWS creates the default security group of this VPC with rules that admit its own members and let everything " +
            "out. Add an aws.ec2.DefaultSecurityGroup with this VPC as its `vpcId` and without rules.",
        });
      }
    }
  },
});

/** The default groups of VPCs; in an account that is discovered they are groups like others, with the name that AWS reserves. */
const defaultGroups = (stack: Stack): Resource[] => [
  ...stack.managed(DEFAULT_SECURITY_GROUP),
  ...stack.managed(EC2_SECURITY_GROUP).filter((group) => group.str("name") === "default"),
];

function checkGroup(stack: Stack, group: Resource, { report, undecided }: Context): void {
  for (const direction of DIRECTIONS) {
    const { rules, complete } = rulesOfGroup(stack, group, direction);
    const [first, ...others] = rules.filter(({ at }) => !at.isUnknown);
    if (first) {
      report({
        at: first.at,
        alsoAt: others.map(({ at }) => at),
        message:
          `The default security group of the VPC allows ${direction === "ingress" ? "incoming" : "outgoing"} traffic. ` +
          "Remove its rules, and give each resource a group of its own.",
      });
    } else if (!complete) {
      undecided(group, direction);
    }
  }
}
