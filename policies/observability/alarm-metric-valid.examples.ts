import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const db = new aws.rds.Instance("orders", { engine: "postgres", instanceClass: "db.t4g.medium" });
new aws.cloudwatch.MetricAlarm("memory", {
  namespace: "AWS/RDS",
  metricName: "MemoryUtilization",
  dimensions: { DBInstanceIdentifier: db.identifier },
  statistic: "Average",
  period: 300,
  evaluationPeriods: 1,
  threshold: 90,
  comparisonOperator: "GreaterThanThreshold",
});
`,
  correct: `
const db = new aws.rds.Instance("orders", { engine: "postgres", instanceClass: "db.t4g.medium" });
new aws.cloudwatch.MetricAlarm("memory", {
  namespace: "AWS/RDS",
  metricName: "FreeableMemory",
  dimensions: { DBInstanceIdentifier: db.identifier },
  statistic: "Average",
  period: 300,
  evaluationPeriods: 1,
  threshold: 200_000_000,
  comparisonOperator: "LessThanThreshold",
});
`,
} satisfies RuleExamples;
