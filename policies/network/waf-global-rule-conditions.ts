import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "waf-global-rule-conditions",
  category: "network",
  description: "WAF Classic global rules must have a condition",
  severity: "medium",
  level: "only-if-required",
  why: "A rule without a condition matches no request. It looks like protection and filters nothing.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"],
  requirement: {
    types: ["aws:waf/rule:Rule"],
    property: "predicates",
    must: { countAtLeast: 1 },
    consequence: "The rule matches no request.",
    correct: [{ dataId: "2f3c8d1e", negated: false, type: "IPMatch" }],
    example: { metricName: "blocked" },
  },
});
