import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "networkfirewall-stateless-rules",
  category: "network",
  description: "Stateless rule groups of network firewalls must have rules",
  severity: "medium",
  level: "only-if-required",
  why: "An empty rule group in a policy looks as if it filtered traffic, and does nothing.",
  references: ["https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-rule-groups-5-tuple.html"],
  requirement: {
    types: ["aws:networkfirewall/ruleGroup:RuleGroup"],
    when: [{ property: "type", must: { equals: "STATELESS" } }],
    property: "ruleGroup.rulesSource.statelessRulesAndCustomActions.statelessRules",
    must: { countAtLeast: 1 },
    consequence: "The rule group filters nothing.",
    instead: "Add rules to `ruleGroup.rulesSource.statelessRulesAndCustomActions.statelessRules`, or remove the group.",
    correct: [{ priority: 1, ruleDefinition: { actions: ["aws:drop"], matchAttributes: { protocols: [6] } } }],
    incorrect: [],
    example: { capacity: 100, type: "STATELESS" },
  },
});
