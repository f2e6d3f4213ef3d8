import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "wafv2-logging",
  category: "observability",
  description: "Web ACLs must log requests",
  severity: "low",
  level: "only-if-required",
  why: "The log shows which requests a web ACL blocked and let through, which is how an attack is understood and a rule is tuned.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"],
  requirement: {
    types: ["aws:wafv2/webAcl:WebAcl"],
    companions: [{ types: ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"], by: "resourceArn" }],
    consequence: "What the web ACL blocks leaves no log.",
    instead: "Add an aws.wafv2.WebAclLoggingConfiguration for it.",
    example: {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "shop", sampledRequestsEnabled: true },
    },
    companionExample: { logDestinationConfigs: ["${logs.arn}"] },
  },
});
