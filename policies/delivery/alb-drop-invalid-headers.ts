import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "alb-drop-invalid-headers",
  category: "delivery",
  description: "Application load balancers must drop invalid headers",
  severity: "medium",
  level: "only-if-required",
  why: "Servers and proxies read malformed headers differently, which request smuggling makes use of.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  ],
  requirement: {
    types: ["aws:lb/loadBalancer:LoadBalancer"],
    property: "dropInvalidHeaderFields",
    must: { equals: true },
    whenAbsent: false,
    when: [{ property: "loadBalancerType", must: { equals: "application" }, whenAbsent: "application" }],
    consequence: "Headers that are not valid reach the targets.",
    fix: true,
    example: { subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"] },
  },
});
