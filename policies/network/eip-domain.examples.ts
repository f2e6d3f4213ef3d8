import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.ec2.Eip("nat", { vpc: true });
`,
  correct: `
new aws.ec2.Eip("nat", { domain: "vpc" });
`,
} satisfies RuleExamples;
