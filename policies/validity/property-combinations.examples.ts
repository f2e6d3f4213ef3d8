import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.sqs.Queue("orders", { contentBasedDeduplication: true });
`,
  correct: `
const orders = new aws.sqs.Queue("orders", {
  name: "orders.fifo",
  fifoQueue: true,
  contentBasedDeduplication: true,
});
`,
} satisfies RuleExamples;
