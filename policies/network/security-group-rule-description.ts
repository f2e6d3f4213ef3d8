import { SECURITY_GROUP_RULES, SECURITY_GROUPS } from "../../src/aws/network/security-groups";
import { UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

function checkDescription(rule: View, { report }: Context): void {
  const { value } = rule.at("description");
  if (value === undefined || value === "") {
    report({
      at: rule,
      property: "description",
      message: "This rule has no description. Set `description` to who connects, and why.",
    });
  }
}

export default defineRule({
  id: "security-group-rule-description",
  category: "network",
  description: "Security group rules must have a description",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["securityGroupDescriptions"],
  failures: ["C13"],
  why:
    "A rule whose reason is not known is never removed, so groups only ever open further. The description is what an audit " +
    "reads first.",
  fix: {
    typescript: `ingress: [{
  description: "Load balancer to tasks", protocol: "tcp", fromPort: 5000, toPort: 5000,
  securityGroups: [loadBalancer.id],
}],`,
    python: `ingress=[{
    "description": "Load balancer to tasks", "protocol": "tcp", "from_port": 5000, "to_port": 5000,
    "security_groups": [load_balancer.id],
}],`,
    yaml: `ingress:
  - description: Load balancer to tasks
    protocol: tcp
    fromPort: 5000
    toPort: 5000
    securityGroups: ["\${loadBalancer.id}"]`,
  },
  limits: "Whether the description is a good one; the description of the group itself.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
  resource: {
    types: [...SECURITY_GROUPS, ...SECURITY_GROUP_RULES],
    check(resource, context) {
      if (!SECURITY_GROUPS.includes(resource.type)) {
        checkDescription(resource, context);
        return;
      }
      for (const direction of ["ingress", "egress"]) {
        const rules = resource.list(direction) ?? [];
        if (rules === UNKNOWN) {
          context.undecided(resource, direction);
        } else {
          rules
            .filter((rule) => !rule.isUnknown)
            .forEach((rule) => {
              checkDescription(rule, context);
            });
        }
      }
    },
  },
});
