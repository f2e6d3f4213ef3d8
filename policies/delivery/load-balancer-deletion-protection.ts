import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "load-balancer-deletion-protection",
  category: "delivery",
  description: "Load balancers must have deletion protection",
  severity: "medium",
  level: "only-if-required",
  why: "Every client fails at once when a load balancer is deleted, and a new one has another address.",
  limits: "Classic load balancers, which have no such protection.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"],
  requirement: {
    types: ["aws:lb/loadBalancer:LoadBalancer"],
    property: "enableDeletionProtection",
    must: { equals: true },
    whenAbsent: false,
    consequence: "One wrong delete or replacement takes the service off the network.",
    fix: true,
    example: { subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"] },
  },
});
