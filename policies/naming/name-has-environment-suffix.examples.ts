import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { environmentSuffix: "dev" },
  config: { "shop:environmentSuffix": "dev" },
  incorrect: `
new aws.sqs.Queue("orders", { name: "orders" });
`,
  correct: `
const environmentSuffix = new pulumi.Config().require("environmentSuffix");
new aws.sqs.Queue("orders", { name: "orders-" + environmentSuffix });
`,
} satisfies RuleExamples;
