import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "waf-regional-web-acl-rules",
  category: "network",
  description: "WAF Classic Regional web ACLs must have a rule or rule group",
  severity: "medium",
  level: "only-if-required",
  why: "A web ACL without rules takes its default action for every request. It looks like protection and filters nothing.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"],
  requirement: {
    types: ["aws:wafregional/webAcl:WebAcl"],
    property: "rules",
    must: { countAtLeast: 1 },
    consequence: "The web ACL filters nothing.",
    correct: [{ action: { type: "BLOCK" }, priority: 1, ruleId: "7a9b0c1d" }],
    example: { metricName: "shop", defaultAction: { type: "ALLOW" } },
  },
});
