import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "networkfirewall-policy-rule-groups",
  category: "network",
  description: "Network firewall policies must have a rule group",
  severity: "medium",
  level: "only-if-required",
  why:
    "A policy without rule groups has only its default actions: it lets everything through, or nothing. The " +
    "firewall costs the same and filters no traffic.",
  references: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policies.html"],
  requirement: {
    types: ["aws:networkfirewall/firewallPolicy:FirewallPolicy"],
    property: "firewallPolicy.statefulRuleGroupReferences",
    must: { countAtLeast: 1 },
    orElse: [{ property: "firewallPolicy.statelessRuleGroupReferences", must: { countAtLeast: 1 } }],
    consequence: "The firewall applies its default action to all traffic.",
    instead: "Add `statefulRuleGroupReferences: [{ resourceArn: rules.arn }]` to the policy.",
    correct: [{ resourceArn: "arn:aws:network-firewall:us-east-1:464738291005:stateful-rulegroup/web" }],
    incorrect: [],
    example: {
      firewallPolicy: {
        statelessDefaultActions: ["aws:forward_to_sfe"],
        statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
      },
    },
  },
});
