import { DEFAULT_SECURITY_GROUP, SECURITY_GROUP, SECURITY_GROUP_RULES } from "../../stack/security-groups";
import { UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const GROUPS = [SECURITY_GROUP, DEFAULT_SECURITY_GROUP];

function judge(rule: View, { report }: Context): void {
  const { value } = rule.at("description");
  if (value === undefined || value === "") {
    report({
      at: rule,
      property: "description",
      message: "this security group rule does not say what it is for; set description to who connects, and why.",
    });
  }
}

export default defineRule({
  id: "security-group-rule-description",
  category: "network",
  description: "Security group rules say what they are for",
  severity: "low",
  level: "advisory",
  failures: ["C13"],
  why:
    "Nobody dares to remove a rule of which nobody knows the reason, so that groups only ever open further. A " +
    "description is what an audit reads first.",
  fix: {
    typescript:
      'ingress: [{\n  description: "Load balancer to tasks", protocol: "tcp", fromPort: 5000, toPort: 5000,\n' +
      "  securityGroups: [loadBalancer.id],\n}],",
    python:
      'ingress=[{\n    "description": "Load balancer to tasks", "protocol": "tcp", "from_port": 5000, "to_port": 5000,\n' +
      '    "security_groups": [load_balancer.id],\n}],',
    yaml:
      "ingress:\n  - description: Load balancer to tasks\n    protocol: tcp\n    fromPort: 5000\n" +
      '    toPort: 5000\n    securityGroups: ["${loadBalancer.id}"]',
  },
  limits: "Whether the description is a good one; the description of the group itself.",
  resource: {
    types: [...GROUPS, ...SECURITY_GROUP_RULES],
    check(resource, context) {
      if (!GROUPS.includes(resource.type)) {
        judge(resource, context);
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
              judge(rule, context);
            });
        }
      }
    },
  },
});
