import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const alerts = new aws.sns.Topic("alerts");
new aws.cloudwatch.MetricAlarm("errors", {
  namespace: "AWS/Lambda",
  metricName: "Errors",
  evaluationPeriods: 1,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
  alarmActions: [alerts.arn],
});
`,
  correct: `
const alerts = new aws.sns.Topic("alerts");
new aws.cloudwatch.MetricAlarm("errors", {
  namespace: "AWS/Lambda",
  metricName: "Errors",
  evaluationPeriods: 1,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
  alarmActions: [alerts.arn],
});
const endpoint = new pulumi.Config().require("alertEmail");
new aws.sns.TopicSubscription("on-call", { topic: alerts.arn, protocol: "email", endpoint });
`,
  config: { "shop:alertEmail": "on-call@shop.io" },
} satisfies RuleExamples;
