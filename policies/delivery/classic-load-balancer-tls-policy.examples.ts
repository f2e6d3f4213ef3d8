import type { RuleExamples } from "../../src/rules/examples";

const program = (policy: string): string => `
const web = new aws.elb.LoadBalancer("web", {
  subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
  listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http" }],
});
const tls = new aws.elb.LoadBalancerPolicy("tls", {
  loadBalancerName: web.name,
  policyName: "tls",
  policyTypeName: "SSLNegotiationPolicyType",
  policyAttributes: [{ name: "Reference-Security-Policy", value: "${policy}" }],
});
new aws.elb.ListenerPolicy("tls", { loadBalancerName: web.name, loadBalancerPort: 443, policyNames: [tls.policyName] });
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("ELBSecurityPolicy-2016-08"),
  correct: program("ELBSecurityPolicy-TLS-1-2-2017-01"),
} satisfies RuleExamples;
