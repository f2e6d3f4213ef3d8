import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { alarms: true },
  incorrect: `
new aws.dynamodb.Table("orders", {
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  billingMode: "PAY_PER_REQUEST",
});
`,
  correct: `
const attributes = [{ name: "id", type: "S" }];
const orders = new aws.dynamodb.Table("orders", { hashKey: "id", attributes, billingMode: "PAY_PER_REQUEST" });
const alerts = new aws.sns.Topic("alerts");
new aws.cloudwatch.MetricAlarm("orders-throttled", {
  namespace: "AWS/DynamoDB",
  metricName: "ReadThrottleEvents",
  dimensions: { TableName: orders.name },
  statistic: "Sum",
  period: 300,
  evaluationPeriods: 1,
  threshold: 0,
  comparisonOperator: "GreaterThanThreshold",
  alarmActions: [alerts.arn],
});
`,
} satisfies RuleExamples;
