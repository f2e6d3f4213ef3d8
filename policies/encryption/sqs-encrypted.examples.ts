import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.sqs.Queue("orders", { sqsManagedSseEnabled: false });
`,
  correct: `
const orders = new aws.sqs.Queue("orders", { sqsManagedSseEnabled: true });
`,
} satisfies RuleExamples;
