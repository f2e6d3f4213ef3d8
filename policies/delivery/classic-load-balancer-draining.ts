import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "classic-load-balancer-draining",
  category: "delivery",
  description: "Classic load balancers must drain connections",
  severity: "low",
  level: "only-if-required",
  why: "Without it, the load balancer breaks off the requests of an instance as soon as it is taken out.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html",
  ],
  requirement: {
    types: ["aws:elb/loadBalancer:LoadBalancer"],
    property: "connectionDraining",
    must: { equals: true },
    whenAbsent: false,
    consequence: "Requests fail whenever an instance is taken out.",
    fix: true,
    example: {
      subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
      listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http" }],
    },
  },
});
