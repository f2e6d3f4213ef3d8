import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.sqs.Queue("orders", { name: "orders" });
`,
  correct: `
new aws.sqs.Queue("orders", { name: "shop-orders-dev" });
`,
  contract: { environmentSuffix: "dev", naming: { pattern: "shop-{name}-{suffix}" } },
} satisfies RuleExamples;
