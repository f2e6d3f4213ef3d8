import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "target-group-encrypted",
  category: "delivery",
  description: "Load balancers must send requests to their targets encrypted",
  severity: "medium",
  level: "only-if-required",
  why:
    "Clients send their requests over TLS. Where the target group does not use TLS too, they cross the network of " +
    "the VPC in plain text.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html"],
  requirement: {
    types: ["aws:lb/targetGroup:TargetGroup"],
    property: "protocol",
    must: { isOneOf: ["HTTPS", "TLS", "QUIC", "TCP_QUIC", "GENEVE"] },
    when: [
      { property: "targetType", must: { isNot: "lambda" } },
      { property: "targetType", must: { isNot: "alb" } },
    ],
    consequence: "Requests pass between the load balancer and its targets in plain text.",
    instead: 'Set `protocol: "HTTPS"` for an application load balancer, or "TLS" for a network load balancer.',
    incorrect: "HTTP",
    example: { vpcId: "vpc-0123456789abcdef0", port: 443, targetType: "ip" },
  },
});
