import type { RuleExamples } from "../../src/rules/examples";

const program = (service: string): string => `
new aws.elb.LoadBalancer("web", {
  subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
  listeners: [{
    lbPort: 443,
    lbProtocol: "https",
    instancePort: 80,
    instanceProtocol: "http",
    sslCertificateId: "arn:aws:${service}",
  }],
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("iam::464738291005:server-certificate/web"),
  correct: program("acm:us-east-1:464738291005:certificate/12345678-1234-1234-1234-123456789012"),
} satisfies RuleExamples;
