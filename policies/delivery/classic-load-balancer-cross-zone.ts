import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "classic-load-balancer-cross-zone",
  category: "delivery",
  description: "Classic load balancers must balance across zones",
  severity: "medium",
  level: "only-if-required",
  why: "Without it, each zone gets the same share of requests, however many instances it has.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html",
  ],
  requirement: {
    types: ["aws:elb/loadBalancer:LoadBalancer"],
    property: "crossZoneLoadBalancing",
    must: { equals: true },
    whenAbsent: true,
    consequence: "A zone with few instances gets as many requests as one with many.",
    fix: true,
    example: {
      subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
      listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http" }],
    },
  },
});
