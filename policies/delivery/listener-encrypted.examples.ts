import type { RuleExamples } from "../../src/rules/examples";

const program = (settings: string): string => `
const web = new aws.lb.LoadBalancer("web", {
  subnets: ["subnet-0123456789abcdef0", "subnet-0fedcba9876543210"],
});
new aws.lb.Listener("web", {
  loadBalancerArn: web.arn,
  ${settings},
  defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }],
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program('port: 80, protocol: "HTTP"'),
  correct: program(
    'port: 443, protocol: "HTTPS", certificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/web"',
  ),
} satisfies RuleExamples;
