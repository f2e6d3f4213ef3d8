import { listed } from "../../contract/show";
import { resourcesToWatch, watchOf } from "../../stack/alarms";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "alarms-cover-resources",
  category: "observability",
  description: "CloudWatch alarms watch what can fail",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["alarms"],
  failures: ["F11", "P10", "B5"],
  why:
    "A dashboard shows trouble to whoever looks at it; an alarm tells. Without one, a stream that falls behind, " +
    "a full database or a throttled table is found by the customers.",
  fix: {
    typescript:
      'new aws.cloudwatch.MetricAlarm("db-cpu", {\n' +
      '  namespace: "AWS/RDS", metricName: "CPUUtilization", dimensions: { DBInstanceIdentifier: db.identifier },\n' +
      '  statistic: "Average", period: 300, evaluationPeriods: 2, threshold: 80,\n' +
      '  comparisonOperator: "GreaterThanThreshold", alarmActions: [topic.arn],\n});',
    python:
      'aws.cloudwatch.MetricAlarm("db-cpu",\n' +
      '    namespace="AWS/RDS", metric_name="CPUUtilization", dimensions={"DBInstanceIdentifier": db.identifier},\n' +
      '    statistic="Average", period=300, evaluation_periods=2, threshold=80,\n' +
      '    comparison_operator="GreaterThanThreshold", alarm_actions=[topic.arn])',
    yaml:
      "resources:\n  db-cpu:\n    type: aws:cloudwatch:MetricAlarm\n    properties:\n" +
      "      namespace: AWS/RDS\n      metricName: CPUUtilization\n      dimensions:\n" +
      "        DBInstanceIdentifier: ${db.identifier}\n      statistic: Average\n      period: 300\n" +
      "      evaluationPeriods: 2\n      threshold: 80\n      comparisonOperator: GreaterThanThreshold\n" +
      '      alarmActions: ["${topic.arn}"]',
  },
  limits:
    "Network and gateway load balancers, and thresholds. For DynamoDB one throttling metric is enough, for ElastiCache " +
    "any metric. Alarms that target tracking makes for itself do not count: they scale and tell nobody.",
  stack(stack, { report, undecided }) {
    for (const resource of resourcesToWatch(stack)) {
      const watch = watchOf(stack, resource);
      const missing = watch.filter(({ watched }) => watched === false);
      if (missing.length > 0) {
        const gauges = missing.map(({ what, gauge }) => {
          const dimensions = [gauge.dimensions[0], ...(gauge.beside ? [gauge.beside] : [])];
          return `${what} (${gauge.namespace} ${gauge.metrics[0]} by ${listed(dimensions, "and")})`;
        });
        report({
          at: resource,
          message:
            `no alarm watches its ${listed(gauges, "and")}; add an aws.cloudwatch.MetricAlarm` +
            `${missing.length > 1 ? " for each" : ""} with this resource in dimensions.`,
        });
      } else if (watch.some(({ watched }) => watched === UNKNOWN)) {
        undecided(resource);
      }
    }
  },
});
