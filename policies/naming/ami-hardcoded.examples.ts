import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.ec2.Instance("web", { ami: "ami-0abcdef1234567890", instanceType: "t4g.small" });
`,
  correct: `
const ami = aws.ssm.getParameterOutput({
  name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
}).value;
new aws.ec2.Instance("web", { ami, instanceType: "t4g.small" });
`,
} satisfies RuleExamples;
