import type { RuleExamples } from "../../src/rules/examples";

const program = (cidrBlock: string): string => `
new aws.ec2.NetworkAcl("machines", {
  vpcId: "vpc-0123",
  ingress: [
    { ruleNo: 100, action: "allow", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlock: "${cidrBlock}" },
  ],
});
`;

export default { incorrect: program("0.0.0.0/0"), correct: program("203.0.113.0/29") } satisfies RuleExamples;
