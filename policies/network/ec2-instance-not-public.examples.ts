import type { RuleExamples } from "../../src/rules/examples";

const program = (isPublic: boolean): string => `
new aws.ec2.Instance("web", {
  ami: "ami-0abcdef1234567890",
  instanceType: "t4g.small",
  subnetId: "subnet-0123456789abcdef0",
  associatePublicIpAddress: ${String(isPublic)},
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(true),
  correct: program(false),
} satisfies RuleExamples;
