import type { RuleExamples } from "../../src/rules/examples";

const program = (port: number): string => `
new aws.ec2.SecurityGroup("web", {
  vpcId: "vpc-0123456789abcdef0",
  ingress: [{ protocol: "tcp", fromPort: ${String(port)}, toPort: ${String(port)}, cidrBlocks: ["0.0.0.0/0"] }],
});
`;

export default {
  contract: { allowedPorts: { tcp: [443] } },
  incorrect: program(8443),
  correct: program(443),
} satisfies RuleExamples;
