import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.cloudwatch.MetricAlarm("backlog", {
  namespace: "AWS/SQS",
  metricName: "ApproximateAgeOfOldestMessage",
  dimensions: { QueueName: "arn:aws:sqs:us-east-1:464738291005:orders" },
  statistic: "Maximum",
  period: 300,
  evaluationPeriods: 1,
  threshold: 600,
  comparisonOperator: "GreaterThanThreshold",
});
`,
  correct: `
const orders = new aws.sqs.Queue("orders");
new aws.cloudwatch.MetricAlarm("backlog", {
  namespace: "AWS/SQS",
  metricName: "ApproximateAgeOfOldestMessage",
  dimensions: { QueueName: orders.name },
  statistic: "Maximum",
  period: 300,
  evaluationPeriods: 1,
  threshold: 600,
  comparisonOperator: "GreaterThanThreshold",
});
`,
} satisfies RuleExamples;
