import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { costAllocationTags: true },
  incorrect: `
new aws.sqs.Queue("orders", { tags: { Project: "shop", Environment: "prod", ManagedBy: "Pulumi" } });
`,
  correct: `
const tags = {
  Project: "shop",
  Environment: "prod",
  ManagedBy: "Pulumi",
  CostCenter: "4711",
  Owner: "platform",
  Application: "orders",
};
const provider = new aws.Provider("tagged", { region: "us-east-1", defaultTags: { tags } });
new aws.sqs.Queue("orders", {}, { provider });
`,
} satisfies RuleExamples;
