import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const uploads = new aws.efs.FileSystem("uploads", { throughputMode: "elastic" });
`,
  correct: `
const uploads = new aws.efs.FileSystem("uploads", { throughputMode: "elastic", encrypted: true });
`,
} satisfies RuleExamples;
