import type { RuleExamples } from "../../src/rules/examples";

const VPC = `
const vpc = new aws.ec2.Vpc("vpc", { cidrBlock: "10.0.0.0/16" });
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: VPC,
  correct: `${VPC}new aws.ec2.VpcEndpoint("ssm", {
  vpcId: vpc.id,
  serviceName: "com.amazonaws.us-east-1.ssm",
  vpcEndpointType: "Interface",
});
`,
} satisfies RuleExamples;
