import { CLOUDWATCH_METRIC_ALARM } from "../../src/aws/type-tokens";
import { listed } from "../../src/contract/show";
import { metricsOf, type AlarmMetric } from "../../src/aws/observability/alarms";
import { problemsOf, type MetricProblem } from "./alarm-metric-valid.metrics";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Finding } from "../../src/rules/rule";

function finding({ view, namespace }: AlarmMetric, problem: MetricProblem): Finding {
  switch (problem.kind) {
    case "metric":
      return {
        at: view,
        property: "metricName",
        message:
          `The namespace "${String(namespace)}" has no metric "${problem.name}", so the alarm never gets data. ` +
          useInstead(problem.intended),
      };
    case "dimension":
      return {
        at: view.at("dimensions", problem.name),
        message:
          `The metric has no dimension ${problem.name}, so the alarm never gets data. ` +
          (problem.intended === undefined ? "Remove it." : `Use ${problem.intended}.`),
      };
    case "missing":
      return {
        at: view,
        property: "dimensions",
        message: `The metric has no data without ${listed(problem.dimensions, "and")}. Add it to \`dimensions\`.`,
      };
    default: {
      const property = view.path === "" ? "statistic" : "stat";
      return {
        at: view,
        property,
        message: `The "${problem.statistic}" of this metric is always 1, so the alarm never changes. Use \`${property}: "Sum"\`.`,
      };
    }
  }
}

/** The metric to use; some are in another namespace, which the table adds in words. */
function useInstead(metric: string): string {
  return metric === ""
    ? "Use a metric that it has."
    : `Use ${metric.includes(" ") ? metric : `\`metricName: "${metric}"\``}.`;
}

export default defineRule({
  id: "alarm-metric-valid",
  category: "observability",
  description: "Alarms must watch metrics that exist",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "CloudWatch accepts an alarm on any metric, even one that no service ever publishes. Such an alarm stays at " +
    "INSUFFICIENT_DATA while everyone believes that it watches.",
  fix: {
    typescript: `namespace: "AWS/ApplicationELB", metricName: "UnHealthyHostCount", statistic: "Maximum",
dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix },`,
    python: `namespace="AWS/ApplicationELB", metric_name="UnHealthyHostCount", statistic="Maximum",
dimensions={"LoadBalancer": load_balancer.arn_suffix, "TargetGroup": target_group.arn_suffix},`,
    yaml: `namespace: AWS/ApplicationELB
metricName: UnHealthyHostCount
statistic: Maximum
dimensions:
  LoadBalancer: \${loadBalancer.arnSuffix}
  TargetGroup: \${targetGroup.arnSuffix}`,
  },
  limits:
    "Metrics, dimensions and namespaces that the table of facts does not have, custom ones above all; the values of " +
    "dimensions; expressions. AWS publishes no complete list of its metrics, so all findings are advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
  ],
  resource: {
    types: [CLOUDWATCH_METRIC_ALARM],
    check(alarm, { report, undecided }) {
      for (const metric of metricsOf(alarm)) {
        const { view, namespace, name } = metric;
        if (view.isUnknown) {
          undecided(view);
        } else if (namespace === UNKNOWN || name === UNKNOWN) {
          undecided(view, namespace === UNKNOWN ? "namespace" : "metricName");
        }
        problemsOf(metric).forEach((problem) => {
          report(finding(metric, problem));
        });
      }
    },
  },
});
