import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "classic-load-balancer-https",
  category: "delivery",
  description: "Classic load balancers must take HTTPS or TLS only",
  severity: "medium",
  level: "only-if-required",
  why: "Anyone on the way can read and change what clients send over HTTP or plain TCP.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html",
  ],
  requirement: {
    types: ["aws:elb/loadBalancer:LoadBalancer"],
    property: "listeners[].lbProtocol",
    must: { isOneOf: ["https", "ssl"] },
    consequence: "Clients connect without encryption.",
    instead: 'Set `lbProtocol: "https"` (or "ssl") and `sslCertificateId`.',
    incorrect: "http",
    example: {
      subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
      listeners: [
        {
          lbPort: 443,
          instancePort: 80,
          instanceProtocol: "http",
          sslCertificateId: "arn:aws:acm:us-east-1:464738291005:certificate/web",
        },
      ],
    },
  },
});
