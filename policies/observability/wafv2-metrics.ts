import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "wafv2-metrics",
  category: "observability",
  description: "Rules and rule groups of WAF must have CloudWatch metrics",
  severity: "medium",
  level: "only-if-required",
  why: "Without metrics it is not seen how many requests a rule blocks or lets through, and no alarm can watch it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"],
  requirement: [
    {
      types: ["aws:wafv2/ruleGroup:RuleGroup"],
      property: "visibilityConfig.cloudwatchMetricsEnabled",
      must: { equals: true },
      consequence: "CloudWatch does not show what the rule group blocks.",
      fix: true,
      example: {
        scope: "REGIONAL",
        capacity: 10,
        visibilityConfig: { metricName: "shop", sampledRequestsEnabled: true },
      },
    },
    {
      types: ["aws:wafv2/ruleGroup:RuleGroup", "aws:wafv2/webAcl:WebAcl"],
      property: "rules[].visibilityConfig.cloudwatchMetricsEnabled",
      must: { equals: true },
      consequence: "CloudWatch does not show what the rule blocks.",
      example: {
        scope: "REGIONAL",
        capacity: 10,
        visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "shop", sampledRequestsEnabled: true },
        rules: [
          { name: "common", priority: 1, visibilityConfig: { metricName: "common", sampledRequestsEnabled: true } },
        ],
      },
    },
  ],
});
