import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "classic-load-balancer-desync-mitigation",
  category: "delivery",
  description: "Classic load balancers must mitigate HTTP desync",
  severity: "medium",
  level: "only-if-required",
  why:
    "In monitor mode the load balancer passes on requests that it and the target may read differently, so that " +
    "one client can add to the request of another.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html",
  ],
  requirement: {
    types: ["aws:elb/loadBalancer:LoadBalancer"],
    property: "desyncMitigationMode",
    must: { isOneOf: ["defensive", "strictest"] },
    whenAbsent: "defensive",
    consequence: "Ambiguous requests reach the instances.",
    fix: "defensive",
    incorrect: "monitor",
    example: {
      subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
      listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http" }],
    },
  },
});
