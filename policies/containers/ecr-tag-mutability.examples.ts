import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const api = new aws.ecr.Repository("api");
`,
  correct: `
const api = new aws.ecr.Repository("api", { imageTagMutability: "IMMUTABLE" });
`,
} satisfies RuleExamples;
