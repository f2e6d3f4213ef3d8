import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const data = new aws.ebs.Volume("data", { availabilityZone: "eu-west-1a", size: 40 });
`,
  correct: `
const data = new aws.ebs.Volume("data", { availabilityZone: "eu-west-1a", size: 40, encrypted: true });
`,
} satisfies RuleExamples;
