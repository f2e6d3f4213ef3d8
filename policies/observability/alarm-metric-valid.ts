import { listed } from "../../contract/show";
import { METRIC_ALARM, metricsOf, type AlarmMetric } from "../../stack/alarms";
import { faultsOf, type MetricFault } from "../../stack/metrics";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Finding } from "../rule";

function finding({ place, namespace }: AlarmMetric, fault: MetricFault): Finding {
  switch (fault.kind) {
    case "metric":
      return {
        at: place,
        property: "metricName",
        message:
          `the namespace ${String(namespace)} has no metric ${fault.name}, so that the alarm never gets data; ` +
          `${fault.meant === "" ? "watch one that it has" : `use ${fault.meant}`}.`,
      };
    case "dimension":
      return {
        at: place.at("dimensions", fault.name),
        message:
          `the metric has no dimension ${fault.name}, so that the alarm never gets data; ` +
          `${fault.meant === undefined ? "leave it out" : `use ${fault.meant}`}.`,
      };
    case "missing":
      return {
        at: place,
        property: "dimensions",
        message: `the metric has no data without ${listed(fault.dimensions, "and")}; add it to dimensions.`,
      };
    default:
      return {
        at: place,
        property: place.path === "" ? "statistic" : "stat",
        level: "advisory",
        message: `the ${fault.statistic} of this metric is always 1, so that the alarm says nothing; use "Sum".`,
      };
  }
}

export default defineRule({
  id: "alarm-metric-valid",
  category: "observability",
  description: "Alarms watch metrics that exist",
  severity: "medium",
  level: "mandatory",
  failures: [],
  why:
    "CloudWatch takes an alarm on any metric, whether anything ever writes to it or not. " +
    "Such an alarm stays at INSUFFICIENT_DATA and everyone believes that it watches.",
  fix: {
    typescript:
      'namespace: "AWS/ApplicationELB", metricName: "UnHealthyHostCount", statistic: "Maximum",\n' +
      "dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix },",
    python:
      'namespace="AWS/ApplicationELB", metric_name="UnHealthyHostCount", statistic="Maximum",\n' +
      'dimensions={"LoadBalancer": load_balancer.arn_suffix, "TargetGroup": target_group.arn_suffix},',
    yaml:
      "namespace: AWS/ApplicationELB\nmetricName: UnHealthyHostCount\nstatistic: Maximum\ndimensions:\n" +
      "  LoadBalancer: ${loadBalancer.arnSuffix}\n  TargetGroup: ${targetGroup.arnSuffix}",
  },
  limits:
    "Metrics, dimensions and namespaces that the table of facts does not have, custom ones above all; the values of " +
    "dimensions; expressions. Statistics that are always 1 are advisory.",
  resource: {
    types: [METRIC_ALARM],
    check(alarm, { report, undecided }) {
      for (const metric of metricsOf(alarm)) {
        const { place, namespace, name } = metric;
        if (place.isUnknown) {
          undecided(place);
        } else if (namespace === UNKNOWN || name === UNKNOWN) {
          undecided(place, namespace === UNKNOWN ? "namespace" : "metricName");
        }
        faultsOf(metric).forEach((fault) => {
          report(finding(metric, fault));
        });
      }
    },
  },
});
