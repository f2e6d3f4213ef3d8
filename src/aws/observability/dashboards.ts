import table from "../data/cloudwatch-metrics.json";
import { clusterOf } from "../databases/database";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";
import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../type-tokens";

export const DASHBOARD = "aws:cloudwatch/dashboard:Dashboard";

/** What a dashboard should show of a database, such as memory, with alternative metrics: one is enough. */
export const DATABASE_GAUGES: Readonly<Record<string, readonly string[]>> = table.databaseGauges;

const NAMESPACE = "AWS/RDS";
const GAUGE_METRICS = Object.values(DATABASE_GAUGES).flat();
// What is about databases in a search, a query or a Performance Insights function.
const OF_DATABASES = /AWS\/RDS|DB_?(?:Instance|Cluster)Identifier|DB_PERF_INSIGHTS/i;

/** What the widgets of a dashboard show: metrics (each as namespace, name, dimensions) and expressions. */
interface Shown {
  metrics: string[][];
  expressions: string[];
}

/** True when this dashboard shows one of these metrics of a database; unknown while its body is. */
export function shows(
  stack: Stack,
  dashboard: Resource,
  database: Resource,
  metrics: readonly string[],
): boolean | Unknown {
  const shown = bodyOf(stack, dashboard);
  if (shown === UNKNOWN) {
    return UNKNOWN;
  }
  return (
    shown.metrics.some(
      ([namespace, name = "", ...dimensions]) =>
        namespace === NAMESPACE && metrics.includes(name) && !isOfAnother(stack, dimensions, database),
    ) || shown.expressions.some((text) => isShownBy(text, metrics))
  );
}

// A search that names none of the metrics shows them all.
function isShownBy(text: string, metrics: readonly string[]): boolean {
  const names = GAUGE_METRICS.filter((metric) => text.includes(metric));
  return OF_DATABASES.test(text) && (names.length === 0 || names.some((name) => metrics.includes(name)));
}

/** True when the dimensions name another database of the stack. A name outside the stack may be an alias of this one. */
function isOfAnother(stack: Stack, dimensions: readonly string[], database: Resource): boolean {
  return dimensions.some((text) => {
    const named = stack.named(text, [RDS_INSTANCE, RDS_CLUSTER, RDS_CLUSTER_INSTANCE]);
    const owner = named?.type === RDS_CLUSTER_INSTANCE ? clusterOf(stack, named) : named;
    return owner !== undefined && owner !== database;
  });
}

const bodies = (): Map<Resource, Shown | Unknown> => new Map();

function bodyOf(stack: Stack, dashboard: Resource): Shown | Unknown {
  const read = stack.once(bodies);
  const body = read.get(dashboard) ?? shownBy(dashboard);
  read.set(dashboard, body);
  return body;
}

function shownBy(dashboard: Resource): Shown | Unknown {
  const body = dashboard.json("dashboardBody");
  const widgets = body.list("widgets") ?? [];
  if (body.isUnknown || !known(widgets)) {
    return UNKNOWN;
  }
  const shown: Shown = { metrics: [], expressions: [] };
  for (const widget of widgets) {
    const rows = widget.list("properties", "metrics");
    let before: string[] = [];
    for (const row of known(rows) ? rows : []) {
      before = resolve(propertyStrings(row), before);
      shown.metrics.push(before);
      shown.expressions.push(...expressionsOf(row));
    }
  }
  return shown;
}

const elementsOf = (row: View): View[] => {
  const elements = Array.isArray(row.value) ? row.list() : [];
  return known(elements) ? elements : [];
};

const propertyStrings = (row: View): string[] =>
  elementsOf(row)
    .map(({ value }) => value)
    .filter((value) => typeof value === "string");

/** In a row of metrics, `.` repeats the value above it, and `...` all values up to the ones that follow. */
function resolve(row: readonly string[], above: readonly string[]): string[] {
  const dots = row.indexOf("...");
  if (dots >= 0) {
    const rest = row.slice(dots + 1);
    return [...above.slice(0, Math.max(0, above.length - rest.length)), ...rest];
  }
  return row.map((text, index) => (text === "." ? (above[index] ?? text) : text));
}

/** The strings in a row that are not names: expressions, and the kinds of resources in an explorer. */
function expressionsOf(row: View): string[] {
  const options = [row, ...elementsOf(row)].filter(({ value }) => typeof value === "object" && !Array.isArray(value));
  return options.flatMap((option) => {
    const expression = option.str("expression");
    const kind = option.str("resourceType");
    const metric = option.str("metricName");
    const isDatabase = known(kind) && kind.startsWith("AWS::RDS::");
    return [
      ...(known(expression) ? [expression] : []),
      ...(isDatabase && known(metric) ? [`${NAMESPACE} ${metric}`] : []),
    ];
  });
}
