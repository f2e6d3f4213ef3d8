import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const address = new aws.ec2.Eip("nat", { vpc: true });
`,
  correct: `
const address = new aws.ec2.Eip("nat", { domain: "vpc" });
`,
} satisfies RuleExamples;
