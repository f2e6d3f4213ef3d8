import { DASHBOARD } from "../../src/aws/observability/dashboards";
import { findJsonError } from "../../src/graph/json-error";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Finding } from "../../src/rules/rule";

const INVALID = "The dashboard body is invalid";
const ROW_SHAPE =
  'Field "metrics" has to be an array of array of strings, with an optional metricRenderer object as last element';

const NO_SOURCE = "The metric widget should have specified a region and a data source or an alarm annotation";

interface Part {
  property: string;
  advice: string;
}

const REGION: Part = { property: "region", advice: 'Add the region of its data, such as `region: "us-east-1"`' };

/** What only decides how a metric widget looks; anything else may be the source of its data. */
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

/** The properties that each kind of widget requires. */
const REQUIRED: ReadonlyMap<string, readonly Part[]> = new Map([
  ["text", [{ property: "markdown", advice: 'Add `markdown: "# Orders"`' }]],
  ["log", [{ property: "query", advice: "Add `query` with the Logs Insights query that it shows" }, REGION]],
  ["alarm", [{ property: "alarms", advice: "Add `alarms` with the ARNs of the alarms that it shows" }]],
]);

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

/** True for `[namespace, name, dimension, value, …, {options}]`, or an expression alone in its object. */
function isRow(row: View): boolean {
  const { value } = row;
  if (!Array.isArray(value)) {
    return false;
  }
  const last = value.at(-1);
  const strings = isObject(last) ? value.slice(0, -1) : value;
  return strings.every((item) => typeof item === "string");
}

function missing(at: View, { property, advice }: Part): Finding {
  return {
    at,
    property,
    message: `The widget has no \`${property}\`. ${advice}.`,
    awsError: `${INVALID} … Should have required property '${property}'`,
  };
}

function problemOfMetric(properties: View): Finding | undefined {
  const metrics = properties.at("metrics");
  const annotations = properties.at("annotations");
  const others = properties.entries() ?? [];
  // The rule of a Contributor Insights widget, and whatever else may replace metrics.
  const hasOtherSource = !known(others) || others.some(([name]) => !LOOKS.has(name));
  if (metrics.isAbsent && annotations.isAbsent) {
    return hasOtherSource
      ? undefined
      : missing(properties, {
          property: "metrics",
          advice: 'Add `metrics: [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name]]`',
        });
  }
  const rows = Array.isArray(metrics.value) ? metrics.list() : [metrics];
  const wrong = metrics.isAbsent || !known(rows) ? undefined : rows.find((row) => !isRow(row));
  if (wrong) {
    return {
      at: wrong,
      message:
        "This is not a row of metrics. Write each row as a list of strings: namespace, metric, then the name and value of each " +
        'dimension, such as ["AWS/ECS", "CPUUtilization", "ClusterName", "shop"]; an object of options may come last.',
      awsError: `${INVALID} … ${ROW_SHAPE}`,
    };
  }
  return properties.at("region").isAbsent && annotations.at("alarms").isAbsent
    ? { ...missing(properties, REGION), awsError: `${INVALID} … ${NO_SOURCE}` }
    : undefined;
}

function problemOf(widget: View): Finding | undefined {
  const type = widget.str("type");
  const properties = widget.at("properties");
  if (type === undefined) {
    return missing(widget, { property: "type", advice: 'Set it to "metric", "text", "log", "alarm" or "explorer"' });
  }
  if (properties.isAbsent) {
    return missing(widget, { property: "properties", advice: "Put what it shows into `properties`" });
  }
  if (type === "metric") {
    return problemOfMetric(properties);
  }
  const absent = (known(type) ? REQUIRED.get(type) : undefined)?.find(
    ({ property }) => properties.at(property).isAbsent,
  );
  return absent && missing(properties, absent);
}

export default defineRule({
  id: "dashboard-body-valid",
  category: "validity",
  description: "The bodies of dashboards must have the form that CloudWatch accepts",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A dashboard is one JSON document that only CloudWatch validates. It rejects the whole dashboard for one widget without " +
    "a region, or one metric that is an object instead of a list.",
  fix: {
    typescript: `dashboardBody: pulumi.jsonStringify({ widgets: [{ type: "metric", width: 12, height: 6, properties: {
  region, metrics: [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name, { stat: "Average" }]] } }] }),`,
    python: `dashboard_body=pulumi.Output.json_dumps({"widgets": [{"type": "metric", "width": 12, "height": 6, "properties": {
    "region": region, "metrics": [["AWS/ECS", "CPUUtilization", "ClusterName", cluster.name, {"stat": "Average"}]]}}]}),`,
    yaml: `dashboardBody:
  fn::toJSON:
    widgets:
      - type: metric
        width: 12
        height: 6
        properties:
          region: \${region}
          metrics:
            - [AWS/ECS, CPUUtilization, ClusterName, "\${cluster.name}", { stat: Average }]`,
  },
  limits:
    "Unknown kinds of widgets; the properties of explorers, annotations and variables; whether the metrics exist. Only the " +
    "first problem of each widget is reported.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html",
  ],
  resource: {
    types: [DASHBOARD],
    check(dashboard, { report, undecided }) {
      const body = dashboard.json("dashboardBody");
      const widgets = body.at("widgets");
      const text = dashboard.str("dashboardBody");
      const error = known(text) ? findJsonError(text) : undefined;
      if (error) {
        report({
          at: dashboard.at("dashboardBody"),
          message:
            `The body is not JSON at line ${String(error.line)}, column ${String(error.column)}: ${error.reason}. Write it as ` +
            "an object, and let the program make the JSON.",
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
          message: "The body has no list of widgets. Add `widgets: []`, with the widgets in it.",
          awsError: `${INVALID} … Should have required property 'widgets'`,
        });
      }
      const list = Array.isArray(widgets.value) ? widgets.list() : undefined;
      for (const widget of known(list) ? list : []) {
        const finding = problemOf(widget);
        if (finding) {
          report(finding);
        }
      }
    },
  },
});
