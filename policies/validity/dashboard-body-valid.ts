import { DASHBOARD } from "../../stack/dashboards";
import { jsonFault } from "../../stack/json-text";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Finding } from "../rule";

const INVALID = "The dashboard body is invalid";
const ROW_SHAPE =
  'Field "metrics" has to be an array of array of strings, with an optional metricRenderer object as last element';

const NO_SOURCE = "The metric widget should have specified a region and a data source or an alarm annotation";

const REGION = { property: "region", mend: 'add the region of what it shows, such as region: "us-east-1"' };

/** What only says how a metric widget looks; anything else may be the source of its data. */
const LOOKS: ReadonlySet<string> = new Set([
  "accountId",
  "labels",
  "legend",
  "liveData",
  "period",
  "region",
  "setPeriodToTimeRange",
  "singleValueFullPrecision",
  "sparkline",
  "stacked",
  "start",
  "end",
  "stat",
  "table",
  "timezone",
  "title",
  "trend",
  "view",
  "yAxis",
]);

/** What a kind of widget cannot do without. */
const NEEDED: ReadonlyMap<string, readonly { property: string; mend: string }[]> = new Map([
  ["text", [{ property: "markdown", mend: 'add markdown: "# Orders"' }]],
  ["log", [{ property: "query", mend: "add query: \"SOURCE '/ecs/orders' | fields @message\"" }, REGION]],
  ["alarm", [{ property: "alarms", mend: "add alarms: [alarm.arn]" }]],
]);

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** True for `[namespace, name, dimension, value, …, {options}]`, or an expression alone in its object. */
function isRow(row: View): boolean {
  const { value } = row;
  if (!Array.isArray(value)) {
    return false;
  }
  const last = value.at(-1);
  const texts = isObject(last) ? value.slice(0, -1) : value;
  return texts.every((item) => typeof item === "string");
}

function missing(at: View, { property, mend }: { property: string; mend: string }): Finding {
  return {
    at,
    property,
    message: `the widget has no ${property}; ${mend}.`,
    answer: `${INVALID} … Should have required property '${property}'`,
  };
}

function metricFault(properties: View): Finding | undefined {
  const metrics = properties.at("metrics");
  const annotations = properties.at("annotations");
  const others = properties.entries() ?? [];
  // The rule of a Contributor Insights widget, and what else may come to take the place of metrics.
  const hasOtherSource = !known(others) || others.some(([name]) => !LOOKS.has(name));
  if (metrics.isAbsent && annotations.isAbsent) {
    return hasOtherSource
      ? undefined
      : missing(properties, {
          property: "metrics",
          mend: 'add metrics: [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name]]',
        });
  }
  const rows = Array.isArray(metrics.value) ? metrics.list() : [metrics];
  const wrong = metrics.isAbsent || !known(rows) ? undefined : rows.find((row) => !isRow(row));
  if (wrong) {
    return {
      at: wrong,
      message:
        "this is no row of metrics; write each as a list of texts (namespace, metric, then name and value of each dimension), " +
        'with an object of options at its end if need be: ["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name, { stat: "Average" }].',
      answer: `${INVALID} … ${ROW_SHAPE}`,
    };
  }
  return properties.at("region").isAbsent && annotations.at("alarms").isAbsent
    ? { ...missing(properties, REGION), answer: `${INVALID} … ${NO_SOURCE}` }
    : undefined;
}

function widgetFault(widget: View): Finding | undefined {
  const type = widget.str("type");
  const properties = widget.at("properties");
  if (type === undefined) {
    return missing(widget, { property: "type", mend: 'add type: "metric", "text", "log", "alarm" or "explorer"' });
  }
  if (properties.isAbsent) {
    return missing(widget, { property: "properties", mend: "put what it shows into properties: { … }" });
  }
  if (type === "metric") {
    return metricFault(properties);
  }
  const lacking = (known(type) ? NEEDED.get(type) : undefined)?.find(
    ({ property }) => properties.at(property).isAbsent,
  );
  return lacking && missing(properties, lacking);
}

export default defineRule({
  id: "dashboard-body-valid",
  category: "validity",
  description: "The bodies of dashboards have the form that CloudWatch takes",
  severity: "medium",
  level: "mandatory",
  failures: [],
  why:
    "A dashboard is one JSON text that nothing looks at before CloudWatch does, which refuses all of it for one widget " +
    "without a region or one metric that is an object instead of a list.",
  fix: {
    typescript:
      'dashboardBody: pulumi.jsonStringify({ widgets: [{ type: "metric", width: 12, height: 6, properties: {\n' +
      '  region, metrics: [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name, { stat: "Average" }]] } }] }),',
    python:
      'dashboard_body=pulumi.Output.json_dumps({"widgets": [{"type": "metric", "width": 12, "height": 6, "properties": {\n' +
      '    "region": region, "metrics": [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name, {"stat": "Average"}]]}}]}),',
    yaml:
      "dashboardBody:\n  fn::toJSON:\n    widgets:\n      - type: metric\n        width: 12\n" +
      "        height: 6\n        properties:\n          region: ${region}\n          metrics:\n" +
      '            - [AWS/ECS, CPUUtilization, ClusterName, "${cluster.name}", { stat: Average }]',
  },
  limits:
    "Kinds of widgets that are not known; the properties of explorers, annotations and variables; whether the metrics exist. " +
    "Of each widget, the first fault is reported.",
  resource: {
    types: [DASHBOARD],
    check(dashboard, { report, undecided }) {
      const body = dashboard.json("dashboardBody");
      const widgets = body.at("widgets");
      const text = dashboard.str("dashboardBody");
      const fault = known(text) ? jsonFault(text) : undefined;
      if (fault) {
        report({
          at: dashboard.at("dashboardBody"),
          message:
            `the body is not JSON at line ${String(fault.line)}, column ${String(fault.column)}: ${fault.problem}; ` +
            "write it as an object and let the program make the JSON.",
        });
        return;
      }
      if (!known(body.entries())) {
        undecided(dashboard, "dashboardBody");
        return;
      }
      if (!Array.isArray(widgets.value)) {
        report({
          at: body,
          property: "widgets",
          message: "the body has no list of widgets; make it { widgets: [ … ] }.",
          answer: `${INVALID} … Should have required property 'widgets'`,
        });
      }
      const list = Array.isArray(widgets.value) ? widgets.list() : undefined;
      for (const widget of known(list) ? list : []) {
        const finding = widgetFault(widget);
        if (finding) {
          report(finding);
        }
      }
    },
  },
});
