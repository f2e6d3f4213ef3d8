import metrics from "../data/cloudwatch-metrics.json";
import { allOf, anyOf, equals, type Certainty } from "../../graph/certainty";
import { DASHBOARD } from "./dashboards";
import { clusterMembers, isAuroraInstance } from "../databases/database";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { Read, View } from "../../graph/view";
import {
  CLOUDWATCH_COMPOSITE_ALARM,
  CLOUDWATCH_EVENT_RULE,
  CLOUDWATCH_METRIC_ALARM,
  ELASTICACHE_CLUSTER,
  KINESIS_STREAM,
  LB_LOAD_BALANCER,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../type-tokens";

/** A metric that an alarm watches: the alarm's own, or one of those that its expression is made of. */
export interface AlarmMetric {
  alarm: Resource;
  /** The properties of the metric: the alarm itself, or the metric of a query. */
  view: View;
  namespace: Read<string>;
  name: Read<string>;
  dimensions: View;
}

/** Metrics that show the same about a resource, and the dimensions that can name it. */
interface Gauge {
  namespace: string;
  /** The first is the one to recommend. */
  metrics: readonly [string, ...string[]];
  /** True where any metric of the namespace will do. */
  anyMetric?: boolean;
  dimensions: readonly [string, ...string[]];
  /** A further dimension that the metric needs. */
  beside?: string;
}

/** What can be watched, such as CPU, with alternative gauges: one is enough. */
type Watched = Readonly<Record<string, readonly [Gauge, ...Gauge[]]>>;

const WATCHED: ReadonlyMap<string, Watched> = new Map(
  Object.entries(metrics.watched as unknown as Record<string, Watched>),
);
// Their metrics count for a cluster or a stream.
const DELEGATES: ReadonlySet<string> = new Set([
  "aws:lambda/function:Function",
  "aws:rds/clusterInstance:ClusterInstance",
]);

/** The metrics that the alarms of a stack watch. */
export function alarmMetrics(stack: Stack): readonly AlarmMetric[] {
  return stack.once(findMetrics);
}

function findMetrics(stack: Stack): AlarmMetric[] {
  return stack.ofType(CLOUDWATCH_METRIC_ALARM).flatMap(metricsOf);
}

/** The metrics that an alarm watches. */
export function metricsOf(alarm: Resource): AlarmMetric[] {
  const queries = alarm.list("metricQueries");
  if (queries === UNKNOWN) {
    const view = alarm.at("metricQueries");
    return [{ alarm, view, namespace: UNKNOWN, name: UNKNOWN, dimensions: view }];
  }
  const views = [alarm, ...(queries ?? []).map((query) => query.at("metric"))];
  return views
    .filter((view) => view.isUnknown || !view.at("metricName").isAbsent)
    .map((view) => ({
      alarm,
      view,
      namespace: view.str("namespace"),
      name: view.str("metricName"),
      dimensions: view.at("dimensions"),
    }));
}

/** The resources of a stack that alarms should watch. */
export function resourcesToWatch(stack: Stack): Resource[] {
  const types = [...WATCHED.keys()].filter((type) => !DELEGATES.has(type));
  return stack.managed(...types).filter((resource) => isWatchable(resource));
}

function isWatchable(resource: Resource): boolean {
  switch (resource.type) {
    case LB_LOAD_BALANCER:
      return (resource.str("loadBalancerType") ?? "application") === "application";
    case ELASTICACHE_CLUSTER:
      return resource.at("replicationGroupId").isAbsent;
    case RDS_INSTANCE:
      return isAuroraInstance(resource) !== true;
    default:
      return true;
  }
}

/** What should be watched of one of these resources, such as CPU and memory, and whether an alarm watches it. */
export function watchOf(stack: Stack, resource: Resource): { what: string; gauge: Gauge; watched: Certainty }[] {
  return Object.entries(WATCHED.get(resource.type) ?? {}).map(([what, [gauge]]) => ({
    what,
    gauge,
    watched: anyOf([isWatched(stack, resource, what), isWatchedByDelegates(stack, resource, what)]),
  }));
}

function isWatched(stack: Stack, resource: Resource, what: string): Certainty {
  const gauges = WATCHED.get(resource.type)?.[what] ?? [];
  return anyOf(
    gauges.map((gauge) => {
      const { resources, unclear, everywhere } = coverOf(stack, gauge, resource.type);
      return resources.has(resource)
        ? true
        : anyOf([everywhere, ...unclear.map(({ view, isMetric }) => allOf([isMetric, names(stack, view, resource)]))]);
    }),
  );
}

/** Each instance of a cluster, or any function that reads a stream. */
function isWatchedByDelegates(stack: Stack, resource: Resource, what: string): Certainty {
  switch (resource.type) {
    case RDS_CLUSTER: {
      const { resources } = clusterMembers(stack, resource);
      return resources.length > 0 && allOf(resources.map((instance) => isWatched(stack, instance, what)));
    }
    case KINESIS_STREAM:
      return anyOf(consumers(stack, resource).map((consumer) => isWatched(stack, consumer, what)));
    default:
      return false;
  }
}

function consumers(stack: Stack, stream: Resource): Resource[] {
  return stack
    .referrers(stream, "eventSourceArn", "aws:lambda/eventSourceMapping:EventSourceMapping")
    .flatMap((mapping) => stack.refs(mapping.at("functionName"), "aws:lambda/function:Function").resources);
}

/** What the alarms of a stack watch by one gauge. */
interface Cover {
  resources: ReadonlySet<Resource>;
  /** Dimensions whose resource or metric is not known yet. */
  unclear: readonly { view: View; isMetric: Certainty }[];
  /** Whether a query watches all resources at once. */
  everywhere: Certainty;
}

const covers = (): Map<Gauge, Cover> => new Map();

function coverOf(stack: Stack, gauge: Gauge, type: string): Cover {
  const found = stack.once(covers);
  const cover = found.get(gauge) ?? findCover(stack, gauge, type);
  found.set(gauge, cover);
  return cover;
}

function findCover(stack: Stack, gauge: Gauge, type: string): Cover {
  const resources = new Set<Resource>();
  const unclear: { view: View; isMetric: Certainty }[] = [];
  for (const metric of alarmMetrics(stack)) {
    const isMetric = allOf([
      is(metric.namespace, [gauge.namespace]),
      gauge.anyMetric ?? is(metric.name, gauge.metrics),
    ]);
    for (const view of isMetric === false ? [] : namingDimensions(metric, gauge)) {
      const named = stack.refs(view, type);
      if (isMetric === true && named.resources.length > 0) {
        named.resources.forEach((resource) => resources.add(resource));
      } else if (isMetric === UNKNOWN || !named.complete) {
        unclear.push({ view, isMetric });
      }
    }
  }
  return {
    resources,
    unclear,
    everywhere: anyOf(stack.ofType(CLOUDWATCH_METRIC_ALARM).map((alarm) => queries(alarm, gauge))),
  };
}

/** The dimensions in which a metric names its resource; empty when it lacks a dimension that the metric needs. */
function namingDimensions({ dimensions }: AlarmMetric, { dimensions: keys, beside }: Gauge): View[] {
  if (dimensions.isUnknown) {
    return [dimensions];
  }
  const hasData = beside === undefined || !dimensions.at(beside).isAbsent;
  return hasData ? keys.map((key) => dimensions.at(key)).filter(({ isAbsent }) => !isAbsent) : [];
}

function is(name: Read<string>, expected: readonly string[]): Certainty {
  return name === UNKNOWN ? UNKNOWN : name !== undefined && expected.includes(name);
}

/** Whether the value of a dimension names a resource. */
function names(stack: Stack, dimension: View, resource: Resource): Certainty {
  const { resources, complete } = stack.refs(dimension, resource.type);
  if (resources.includes(resource)) {
    return true;
  }
  const text = dimension.str();
  if (text === UNKNOWN) {
    return complete || comesFromOthers(dimension, resource) ? false : UNKNOWN;
  }
  return known(text) && isNameIn(text, resource);
}

/** True when a value that is not known yet comes from resources that the resource's own name does not come from. */
function comesFromOthers(dimension: View, resource: Resource): boolean {
  const { property } = dimension;
  const sources = dimension.resource.propertyDependencies.get(property) ?? [];
  const ownSources = [...resource.propertyDependencies.values()].flat();
  return sources.length > 0 && !sources.some((source) => ownSources.includes(source));
}

/** Whether a string is `app/NAME/…` of a load balancer or `NAME-001` of a replication group. */
function isNameIn(text: string, resource: Resource): Certainty {
  if (resource.type === LB_LOAD_BALANCER) {
    return equals(resource.str("name"), text.split("/")[1] ?? "");
  }
  const id = resource.type.startsWith("aws:elasticache/") ? resource.str("replicationGroupId") : undefined;
  return id === UNKNOWN ? UNKNOWN : id !== undefined && text.startsWith(`${id}-`);
}

/** Whether an alarm watches every resource at once, by a query over the namespace (Metrics Insights or PromQL). */
function queries(alarm: Resource, { namespace, metrics: expected, anyMetric }: Gauge): Certainty {
  if (!alarm.at("evaluationCriteria").isAbsent) {
    return UNKNOWN;
  }
  const expressions = alarm.list("metricQueries");
  return anyOf(
    (known(expressions) ? expressions : []).map((query) => {
      const text = query.str("expression");
      if (text === UNKNOWN) {
        return UNKNOWN;
      }
      if (text === undefined || !/^\s*select\b/i.test(text) || !text.includes(namespace)) {
        return false;
      }
      const isExpected = anyMetric === true || expected.some((metric) => text.includes(metric));
      return isExpected && (/\bwhere\b/i.test(text) ? UNKNOWN : true);
    }),
  );
}

/** Whether something other than the alarm's own actions uses it: a composite alarm, a deployment, an EventBridge rule. */
export function isUsedByOthers(stack: Stack, alarm: Resource): Certainty {
  const name = alarm.str(alarm.type === CLOUDWATCH_COMPOSITE_ALARM ? "alarmName" : "name");
  return stack.once(alarmUses).has(alarm)
    ? true
    : anyOf([
        stack.once(areUsedByRules),
        ...stack
          .ofType(CLOUDWATCH_COMPOSITE_ALARM)
          .filter((composite) => composite !== alarm)
          .map((composite) =>
            known(name) ? contains(composite.str("alarmRule"), name) : name === UNKNOWN ? UNKNOWN : false,
          ),
      ]);
}

const areUsedByRules = (stack: Stack): Certainty =>
  anyOf(stack.ofType(CLOUDWATCH_EVENT_RULE).map((rule) => contains(rule.str("eventPattern"), "aws.cloudwatch")));

const contains = (text: Read<string>, part: string): Certainty => (text === UNKNOWN ? UNKNOWN : !!text?.includes(part));

/** The resources that others, except dashboards, are made from. */
function alarmUses(stack: Stack): Set<Resource> {
  const users = stack.resources.filter(({ type }) => type.startsWith("aws:") && type !== DASHBOARD);
  return new Set(users.flatMap(({ propertyDependencies }) => [...propertyDependencies.values()].flat()));
}
