import { metricsOf, type AlarmMetric } from "../../src/aws/observability/alarms";
import { EDGE_REGION, regionInForce } from "../../src/aws/region";
import { CLOUDWATCH_METRIC_ALARM } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

const DAY = 86_400;
/** Metrics that S3 publishes once a day. */
const DAILY: ReadonlySet<string> = new Set(["BucketSizeBytes", "NumberOfObjects"]);
/** Namespaces whose CPUUtilization is a percentage of all that the machine has. */
const OF_WHOLE_MACHINE: ReadonlySet<string> = new Set([
  "AWS/EC2",
  "AWS/RDS",
  "AWS/DocDB",
  "AWS/Neptune",
  "AWS/ElastiCache",
]);

/** A metric of S3 that has one value a day, in a shorter period: the alarm is without data most of the time. */
function dailyProblem({ view, namespace, name }: AlarmMetric): Finding | undefined {
  const period = view.num("period");
  return namespace === "AWS/S3" && known(name) && DAILY.has(name) && known(period) && period < DAY
    ? {
        at: view,
        property: "period",
        message:
          `S3 publishes ${name} once a day, so with \`period: ${String(period)}\` the alarm has no data most of the time. ` +
          `Set \`period: ${String(DAY)}\`.`,
      }
    : undefined;
}

/** Charges are published in one region only. */
function billingProblem({ alarm, view, namespace }: AlarmMetric, { project }: Context): Finding | undefined {
  const region = regionInForce(alarm, project);
  return namespace === "AWS/Billing" && known(region) && region !== EDGE_REGION && !/^(?:cn|us-gov)-/.test(region)
    ? {
        at: view,
        property: "namespace",
        message:
          `AWS publishes the metrics of "AWS/Billing" in ${EDGE_REGION} only, and this alarm is in ${region}, so it never has ` +
          `data. Create it with a provider for ${EDGE_REGION}.`,
      }
    : undefined;
}

/** A threshold that no value of the metric is on the other side of. */
function thresholdProblem(alarm: Resource, metric: AlarmMetric): Finding | undefined {
  const { view, namespace, name } = metric;
  const threshold = alarm.num("threshold");
  const comparison = alarm.str("comparisonOperator");
  const isOwn = view.path === "" && known(namespace) && namespace.startsWith("AWS/");
  if (!isOwn || !known(threshold) || !known(comparison) || !known(name)) {
    return undefined;
  }
  const isBelowNothing =
    comparison === "LessThanThreshold" ? threshold <= 0 : comparison === "LessThanOrEqualToThreshold" && threshold < 0;
  const isPercentage = name === "CPUUtilization" && OF_WHOLE_MACHINE.has(namespace);
  const isAboveAll =
    isPercentage &&
    (comparison === "GreaterThanThreshold"
      ? threshold >= 100
      : comparison === "GreaterThanOrEqualToThreshold" && threshold > 100);
  return isBelowNothing || isAboveAll
    ? {
        at: alarm,
        property: "threshold",
        message:
          `${name} is never ${isAboveAll ? "above 100" : "below 0"}, so with \`threshold: ${String(threshold)}\` the alarm never ` +
          "fires. Set a threshold that the metric can reach.",
      }
    : undefined;
}

export default defineRule({
  id: "alarm-can-fire",
  category: "observability",
  description: "Alarms must be able to fire",
  severity: "medium",
  level: "advisory",
  why:
    "CloudWatch accepts an alarm whose threshold no value reaches, or whose metric has no data in its period or its region. " +
    "Such an alarm never fires, while everyone believes that it watches.",
  fix: {
    typescript: `namespace: "AWS/S3", metricName: "BucketSizeBytes", period: 86400, // once a day`,
    python: `namespace="AWS/S3", metric_name="BucketSizeBytes", period=86400,  # once a day`,
    yaml: `namespace: AWS/S3
metricName: BucketSizeBytes
period: 86400 # once a day`,
  },
  limits:
    "Alarms on expressions and on anomalies; metrics of your own, which may be negative; whether a threshold is a sensible " +
    "one; metrics and dimensions that do not exist (alarm-metric-valid).",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/monitor_estimated_charges_with_cloudwatch.html",
  ],
  resource: {
    types: [CLOUDWATCH_METRIC_ALARM],
    check(alarm, context) {
      for (const metric of metricsOf(alarm)) {
        const findings = [dailyProblem(metric), billingProblem(metric, context), thresholdProblem(alarm, metric)];
        findings.filter((finding) => finding !== undefined).forEach(context.report);
      }
    },
  },
});
