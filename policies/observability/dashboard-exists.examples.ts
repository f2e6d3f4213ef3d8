import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { dashboard: true },
  incorrect: `
new aws.sqs.Queue("orders", { name: "orders" });
`,
  correct: `
new aws.sqs.Queue("orders", { name: "orders" });
const metrics = [["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "orders"]];
const widget = { type: "metric", properties: { region: "us-east-1", metrics } };
new aws.cloudwatch.Dashboard("shop", {
  dashboardName: "shop",
  dashboardBody: JSON.stringify({ widgets: [widget] }),
});
`,
} satisfies RuleExamples;
