import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "waf-regional-rule-group-rules",
  category: "network",
  description: "WAF Classic Regional rule groups must have a rule",
  severity: "medium",
  level: "only-if-required",
  why: "A rule group without rules matches no request. It looks like protection and filters nothing.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"],
  requirement: {
    types: ["aws:wafregional/ruleGroup:RuleGroup"],
    property: "activatedRules",
    must: { countAtLeast: 1 },
    consequence: "The rule group matches no request.",
    correct: [{ action: { type: "BLOCK" }, priority: 1, ruleId: "7a9b0c1d" }],
    example: { metricName: "blocked" },
  },
});
