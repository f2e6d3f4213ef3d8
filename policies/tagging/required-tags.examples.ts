import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { tags: ["Environment", "CostCenter"] },
  incorrect: `
new aws.sqs.Queue("orders", { tags: { Environment: "prod" } });
`,
  correct: `
const tags = { Environment: "prod", CostCenter: "4711" };
const provider = new aws.Provider("tagged", { region: "us-east-1", defaultTags: { tags } });
new aws.sqs.Queue("orders", {}, { provider });
`,
} satisfies RuleExamples;
