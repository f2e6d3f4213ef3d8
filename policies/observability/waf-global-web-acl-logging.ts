import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "waf-global-web-acl-logging",
  category: "observability",
  description: "WAF Classic global web ACLs must log requests",
  severity: "medium",
  level: "only-if-required",
  why: "The log shows which requests a web ACL blocked and let through, which is how an attack is understood and a rule is tuned.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html"],
  requirement: {
    types: ["aws:waf/webAcl:WebAcl"],
    property: "loggingConfiguration.logDestination",
    must: { isSet: true },
    consequence: "What the web ACL blocks leaves no log.",
    instead: "Set `loggingConfiguration: { logDestination: stream.arn }`, a Firehose delivery stream.",
    correct: "arn:aws:firehose:us-east-1:464738291005:deliverystream/aws-waf-logs-shop",
    example: { metricName: "shop", defaultAction: { type: "ALLOW" } },
  },
});
