import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "alb-desync-mitigation",
  category: "delivery",
  description: "Application load balancers must mitigate HTTP desync",
  severity: "medium",
  level: "only-if-required",
  why:
    "In monitor mode the load balancer passes on requests that it and the target may read differently, so that " +
    "one client can add to the request of another.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  ],
  requirement: {
    types: ["aws:lb/loadBalancer:LoadBalancer"],
    property: "desyncMitigationMode",
    must: { isOneOf: ["defensive", "strictest"] },
    whenAbsent: "defensive",
    when: [{ property: "loadBalancerType", must: { equals: "application" }, whenAbsent: "application" }],
    consequence: "Ambiguous requests reach the targets.",
    fix: "defensive",
    incorrect: "monitor",
    example: { subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"] },
  },
});
