import { RDS_INSTANCE } from "../../src/aws/type-tokens";
import { listed } from "../../src/contract/show";
import { resourcesToWatch, watchOf } from "../../src/aws/observability/alarms";
import { isAuroraInstance } from "../../src/aws/databases/database";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

type Gap = ReturnType<typeof watchOf>[number];

/** What no alarm watches, with a metric that shows it: `CPU (AWS/RDS CPUUtilization by DBInstanceIdentifier)`. */
function inWords({ what, gauge }: Gap): string {
  const dimensions = [gauge.dimensions[0], ...(gauge.beside ? [gauge.beside] : [])];
  return `${what} (${gauge.namespace} ${gauge.metrics[0]} by ${listed(dimensions, "and")})`;
}

export default defineRule({
  id: "alarms-cover-resources",
  category: "observability",
  description: "CloudWatch alarms must watch what can fail",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["alarms"],
  failures: ["F11", "P10", "B5"],
  why:
    "A dashboard shows trouble to people who look at it; an alarm notifies them. Without one, customers are the first to " +
    "notice a stream that falls behind, a full database or a throttled table.",
  fix: {
    typescript: `new aws.cloudwatch.MetricAlarm("db-cpu", {
  namespace: "AWS/RDS", metricName: "CPUUtilization", dimensions: { DBInstanceIdentifier: db.identifier },
  statistic: "Average", period: 300, evaluationPeriods: 2, threshold: 80,
  comparisonOperator: "GreaterThanThreshold", alarmActions: [topic.arn],
});`,
    python: `aws.cloudwatch.MetricAlarm("db-cpu",
    namespace="AWS/RDS", metric_name="CPUUtilization", dimensions={"DBInstanceIdentifier": db.identifier},
    statistic="Average", period=300, evaluation_periods=2, threshold=80,
    comparison_operator="GreaterThanThreshold", alarm_actions=[topic.arn])`,
    yaml: `resources:
  db-cpu:
    type: aws:cloudwatch:MetricAlarm
    properties:
      namespace: AWS/RDS
      metricName: CPUUtilization
      dimensions:
        DBInstanceIdentifier: \${db.identifier}
      statistic: Average
      period: 300
      evaluationPeriods: 2
      threshold: 80
      comparisonOperator: GreaterThanThreshold
      alarmActions: ["\${topic.arn}"]`,
  },
  limits:
    "Network and gateway load balancers, and thresholds. For DynamoDB one throttling metric is enough, for ElastiCache " +
    "any metric. Alarms that target tracking creates do not count: they scale and notify no one.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html",
  ],
  stack(stack, { report, undecided }) {
    const gaps: { resource: Resource; missing: Gap[] }[] = [];
    for (const resource of resourcesToWatch(stack)) {
      const watch = watchOf(stack, resource);
      const missing = watch.filter(({ watched }) => watched === false);
      const isAurora = resource.type === RDS_INSTANCE && isAuroraInstance(resource);
      if (missing.length > 0 && isAurora !== UNKNOWN) {
        gaps.push({ resource, missing });
      } else if (missing.length > 0 || watch.some(({ watched }) => watched === UNKNOWN)) {
        undecided(resource);
      }
    }
    for (const { resource, missing } of gaps) {
      report({
        at: resource,
        message:
          `No alarm watches its ${listed(missing.map(inWords), "and")}. Add an aws.cloudwatch.MetricAlarm` +
          `${missing.length > 1 ? " for each" : ""} with this resource in \`dimensions\`.`,
      });
    }
  },
});
