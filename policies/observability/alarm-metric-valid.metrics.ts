import table from "../../src/aws/data/cloudwatch-metrics.json";
import type { AlarmMetric } from "../../src/aws/observability/alarms";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";

interface Limits {
  metrics: readonly string[];
  dimensions: readonly string[];
}

/** What is known of a namespace; names that it does not contain are not reported. */
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

/** Why a metric never has data, or never changes. */
export type MetricProblem =
  | { kind: "metric"; name: string; intended: string }
  | { kind: "dimension"; name: string; intended?: string }
  | { kind: "missing"; dimensions: readonly string[] }
  | { kind: "constant"; statistic: string };

/** The problems with a metric, by what is known of its namespace. */
export function problemsOf(metric: AlarmMetric): MetricProblem[] {
  const { namespace, name } = metric;
  const facts = known(namespace) ? NAMESPACES.get(namespace) : undefined;
  if (!facts || !known(name)) {
    return [];
  }
  const intended = intendedBy(name, facts.metrics, facts.notMetrics);
  return intended === undefined
    ? [...dimensionProblems(metric.dimensions, name, facts), ...statisticProblems(metric.view, name, facts)]
    : [{ kind: "metric", name, intended }];
}

/** The right name for a wrong one, empty where there is none; absent where the name is right, or not known to be wrong. */
function intendedBy(
  name: string,
  right: readonly string[],
  wrong: Readonly<Record<string, string>>,
): string | undefined {
  if (right.includes(name)) {
    return undefined;
  }
  return Object.hasOwn(wrong, name)
    ? wrong[name]
    : right.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
}

const of = (rows: readonly Limits[] | undefined, metric: string): string[] =>
  (rows ?? []).filter(({ metrics }) => metrics.includes(metric)).flatMap(({ dimensions }) => dimensions);

function dimensionProblems(dimensions: View, metric: string, facts: Namespace): MetricProblem[] {
  const entries = dimensions.entries() ?? [];
  if (!known(entries)) {
    return [];
  }
  const names = entries.map(([name]) => name);
  const lacking = of(facts.lacks, metric);
  const wrong = names.flatMap((name): MetricProblem[] => {
    const intended = intendedBy(name, facts.dimensions, facts.notDimensions);
    return intended !== undefined || lacking.includes(name)
      ? [{ kind: "dimension", name, ...(intended !== undefined && { intended }) }]
      : [];
  });
  const missing = of(facts.needs, metric).filter((name) => !names.includes(name));
  // A misspelled dimension is also missing: one finding is enough.
  return wrong.length > 0 || missing.length === 0 ? wrong : [{ kind: "missing", dimensions: missing }];
}

function statisticProblems(view: View, metric: string, { constant }: Namespace): MetricProblem[] {
  const statistic = view.path === "" ? view.str("statistic") : view.str("stat");
  const isConstant = (constant ?? []).some(
    ({ metrics, statistics }) => metrics.includes(metric) && known(statistic) && statistics.includes(statistic),
  );
  return isConstant ? [{ kind: "constant", statistic: String(statistic) }] : [];
}
