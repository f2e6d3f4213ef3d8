import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { lifecycle: "ephemeral" },
  incorrect: `
const api = new aws.ecr.Repository("api");
`,
  correct: `
const api = new aws.ecr.Repository("api", { forceDelete: true });
`,
} satisfies RuleExamples;
