import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "wafv2-web-acl-rules",
  category: "network",
  description: "Web ACLs must have a rule or rule group",
  severity: "medium",
  level: "only-if-required",
  why: "A web ACL without rules takes its default action for every request. It looks like protection and filters nothing.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"],
  requirement: {
    types: ["aws:wafv2/webAcl:WebAcl"],
    property: "rules",
    must: { countAtLeast: 1 },
    orElse: [{ property: "ruleJson", must: { isSet: true } }],
    companions: [
      { types: ["aws:wafv2/webAclRule:WebAclRule"], by: "webAclArn" },
      { types: ["aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation"], by: "webAclArn" },
    ],
    consequence: "The web ACL filters nothing.",
    instead: 'Add `rules`, such as the managed rule group "AWSManagedRulesCommonRuleSet".',
    correct: [
      {
        name: "common",
        priority: 1,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
        visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "common", sampledRequestsEnabled: true },
      },
    ],
    example: {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "shop", sampledRequestsEnabled: true },
    },
  },
});
