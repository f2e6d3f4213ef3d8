import table from "../facts/cloudwatch-metrics.json";
import type { AlarmMetric } from "./alarms";
import { known } from "./value";
import type { View } from "./view";

interface Limits {
  metrics: readonly string[];
  dimensions: readonly string[];
}

/** What is known of a namespace; what it does not name is not judged. */
interface Namespace {
  dimensions: readonly string[];
  metrics: readonly string[];
  notMetrics: Readonly<Record<string, string>>;
  notDimensions: Readonly<Record<string, string>>;
  lacks?: readonly Limits[];
  needs?: readonly Limits[];
  constant?: readonly { metrics: readonly string[]; statistics: readonly string[] }[];
}

const NAMESPACES: ReadonlyMap<string, Namespace> = new Map(
  Object.entries(table.known as unknown as Record<string, Namespace>),
);

/** Why a metric never has data, or never says anything. */
export type MetricFault =
  | { kind: "metric"; name: string; meant: string }
  | { kind: "dimension"; name: string; meant?: string }
  | { kind: "missing"; dimensions: readonly string[] }
  | { kind: "constant"; statistic: string };

/** What is wrong with a metric, by what is known of its namespace. */
export function faultsOf(metric: AlarmMetric): MetricFault[] {
  const { namespace, name } = metric;
  const facts = known(namespace) ? NAMESPACES.get(namespace) : undefined;
  if (!facts || !known(name)) {
    return [];
  }
  const meant = meantBy(name, facts.metrics, facts.notMetrics);
  return meant === undefined
    ? [...dimensionFaults(metric.dimensions, name, facts), ...statisticFaults(metric.place, name, facts)]
    : [{ kind: "metric", name, meant }];
}

/** The name that a wrong one stands for; absent where the name is right, or not known to be wrong. */
function meantBy(name: string, right: readonly string[], wrong: Readonly<Record<string, string>>): string | undefined {
  if (right.includes(name)) {
    return undefined;
  }
  return Object.hasOwn(wrong, name)
    ? wrong[name]
    : right.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
}

const of = (rows: readonly Limits[] | undefined, metric: string): string[] =>
  (rows ?? []).filter(({ metrics }) => metrics.includes(metric)).flatMap(({ dimensions }) => dimensions);

function dimensionFaults(dimensions: View, metric: string, facts: Namespace): MetricFault[] {
  const entries = dimensions.entries() ?? [];
  if (!known(entries)) {
    return [];
  }
  const names = entries.map(([name]) => name);
  const lacking = of(facts.lacks, metric);
  const wrong = names.flatMap((name): MetricFault[] => {
    const meant = meantBy(name, facts.dimensions, facts.notDimensions);
    return meant !== undefined || lacking.includes(name)
      ? [{ kind: "dimension", name, ...(meant !== undefined && { meant }) }]
      : [];
  });
  const missing = of(facts.needs, metric).filter((name) => !names.includes(name));
  // A dimension that is spelled wrong is also one that is missing: once is enough.
  return wrong.length > 0 || missing.length === 0 ? wrong : [{ kind: "missing", dimensions: missing }];
}

function statisticFaults(place: View, metric: string, { constant }: Namespace): MetricFault[] {
  const statistic = place.path === "" ? place.str("statistic") : place.str("stat");
  const isConstant = (constant ?? []).some(
    ({ metrics, statistics }) => metrics.includes(metric) && known(statistic) && statistics.includes(statistic),
  );
  return isConstant ? [{ kind: "constant", statistic: String(statistic) }] : [];
}
