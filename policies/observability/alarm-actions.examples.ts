import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.cloudwatch.MetricAlarm("errors", {
  namespace: "AWS/Lambda",
  metricName: "Errors",
  statistic: "Sum",
  period: 300,
  evaluationPeriods: 1,
  threshold: 1,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
});
`,
  correct: `
const alerts = new aws.sns.Topic("alerts");
new aws.cloudwatch.MetricAlarm("errors", {
  namespace: "AWS/Lambda",
  metricName: "Errors",
  statistic: "Sum",
  period: 300,
  evaluationPeriods: 1,
  threshold: 1,
  comparisonOperator: "GreaterThanOrEqualToThreshold",
  alarmActions: [alerts.arn],
});
`,
} satisfies RuleExamples;
