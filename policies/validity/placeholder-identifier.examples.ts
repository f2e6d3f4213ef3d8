import type { RuleExamples } from "../../src/rules/examples";

const group = (vpcId: string): string => `
const config = new pulumi.Config();
const group = new aws.ec2.SecurityGroup("web", { vpcId: ${vpcId} });
`;

export default {
  incorrect: group('"vpc-xxxxxxxx"'),
  correct: group('config.require("vpcId")'),
  config: { "aws:region": "us-east-1", "shop:vpcId": "vpc-0b7d4e9f1c2a63580" },
} satisfies RuleExamples;
