import type { RuleExamples } from "../../src/rules/examples";

const program = (port: number): string => `
const group = new aws.ec2.SecurityGroup("public", {
  ingress: [{ protocol: "tcp", fromPort: ${String(port)}, toPort: ${String(port)}, cidrBlocks: ["0.0.0.0/0"] }],
});
const balancer = new aws.lb.LoadBalancer("public", { securityGroups: [group.id] });
const listener = new aws.lb.Listener("https", {
  loadBalancerArn: balancer.arn,
  port: 443,
  protocol: "HTTPS",
  defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }],
});
`;

export default { incorrect: program(80), correct: program(443) } satisfies RuleExamples;
