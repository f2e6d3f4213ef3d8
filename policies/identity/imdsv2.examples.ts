import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const web = new aws.ec2.Instance("web", { ami: "ami-0abc1234def567890", instanceType: "t4g.small" });
`,
  correct: `
const web = new aws.ec2.Instance("web", {
  ami: "ami-0abc1234def567890",
  instanceType: "t4g.small",
  metadataOptions: { httpTokens: "required" },
});
`,
} satisfies RuleExamples;
