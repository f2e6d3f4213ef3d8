import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "target-group-health-check-https",
  category: "delivery",
  description: "Health checks of target groups must use HTTPS",
  severity: "medium",
  level: "only-if-required",
  why: "Over HTTP and TCP, anyone on the way can answer a health check in place of the target.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  ],
  requirement: {
    types: ["aws:lb/targetGroup:TargetGroup"],
    property: "healthCheck.protocol",
    must: { equals: "HTTPS" },
    whenAbsent: "HTTP",
    when: [
      { property: "targetType", must: { isNot: "lambda" } },
      { property: "protocol", must: { isNot: "GENEVE" } },
    ],
    consequence: "Health checks pass between the load balancer and its targets in plain text.",
    fix: "HTTPS",
    example: { vpcId: "vpc-0123456789abcdef0", port: 443, protocol: "HTTPS" },
  },
});
