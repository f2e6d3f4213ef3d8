import { SECURITY_GROUP_RULES } from "../../src/aws/network/security-groups";
import {
  EC2_SECURITY_GROUP,
  EC2_SECURITY_GROUP_RULE,
  VPC_SECURITY_GROUP_INGRESS_RULE,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { defineRule } from "../../src/rules/rule";

type Direction = "ingress" | "egress";

export default defineRule({
  id: "security-group-rules-mixed",
  category: "network",
  description: "The rules of a security group must be inline or resources of their own, not both",
  severity: "medium",
  level: "advisory",
  why:
    "A security group with inline rules removes all others at its next update, and the resources of the other rules still " +
    "count them as there. Traffic stops until both are deployed again, each time.",
  fix: {
    typescript: `const web = new aws.ec2.SecurityGroup("web", { vpcId: vpc.id });
new aws.vpc.SecurityGroupIngressRule("https", {
  securityGroupId: web.id,
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  cidrIpv4: "10.0.0.0/16",
});`,
    python: `web = aws.ec2.SecurityGroup("web", vpc_id=vpc.id)
aws.vpc.SecurityGroupIngressRule("https",
    security_group_id=web.id,
    ip_protocol="tcp",
    from_port=443,
    to_port=443,
    cidr_ipv4="10.0.0.0/16")`,
    yaml: `resources:
  web:
    type: aws:ec2:SecurityGroup
    properties:
      vpcId: \${vpc.id}
  https:
    type: aws:vpc:SecurityGroupIngressRule
    properties:
      securityGroupId: \${web.id}
      ipProtocol: tcp
      fromPort: 443
      toPort: 443
      cidrIpv4: 10.0.0.0/16`,
  },
  limits: "Rules that packages or other stacks add; groups whose changes are ignored (`ignoreChanges`).",
  references: ["https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/"],
  stack(stack, { report }) {
    for (const group of stack.managed(EC2_SECURITY_GROUP)) {
      for (const direction of ["ingress", "egress"] as const) {
        const inline = group.at(direction);
        const [separate] = stack
          .referrers(group, "securityGroupId", ...SECURITY_GROUP_RULES)
          .filter((rule) => !rule.external && directionOf(rule) === direction);
        if (separate && inline.scalars().length > 0 && !group.ignoreChanges.includes(direction)) {
          report({
            at: inline,
            message:
              `The group has inline rules, and ${separate.name} is a rule of its own, which the next update of the group removes. ` +
              `Write all of them as aws.vpc.SecurityGroup${direction === "ingress" ? "Ingress" : "Egress"}Rule.`,
          });
        }
      }
    }
  },
});

function directionOf(rule: Resource): Direction | undefined {
  if (rule.type !== EC2_SECURITY_GROUP_RULE) {
    return rule.type === VPC_SECURITY_GROUP_INGRESS_RULE ? "ingress" : "egress";
  }
  const type = rule.str("type");
  return type === "ingress" || type === "egress" ? type : undefined;
}
