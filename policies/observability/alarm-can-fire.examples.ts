import type { RuleExamples } from "../../src/rules/examples";

const program = (threshold: number): string => `
new aws.cloudwatch.MetricAlarm("cpu", {
  namespace: "AWS/EC2",
  metricName: "CPUUtilization",
  statistic: "Average",
  period: 300,
  evaluationPeriods: 3,
  comparisonOperator: "GreaterThanThreshold",
  threshold: ${String(threshold)},
});
`;

export default { incorrect: program(100), correct: program(80) } satisfies RuleExamples;
