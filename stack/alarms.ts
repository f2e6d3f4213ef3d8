import metrics from "../facts/cloudwatch-metrics.json";
import { allOf, anyOf, type Certainty } from "./certainty";
import { DASHBOARD } from "./dashboards";
import { clusterMembers, isAuroraInstance, RDS_CLUSTER, RDS_INSTANCE } from "./database";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import type { Read, View } from "./view";

export const METRIC_ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
export const COMPOSITE_ALARM = "aws:cloudwatch/compositeAlarm:CompositeAlarm";

const EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";

/** A metric that an alarm watches: the alarm's own, or one of those that its expression is made of. */
export interface AlarmMetric {
  alarm: Resource;
  /** Where it stands: the alarm itself, or the metric of a query. */
  place: View;
  namespace: Read<string>;
  name: Read<string>;
  dimensions: View;
}

/** Metrics that tell the same of a resource, and the dimensions of which one names it. */
interface Gauge {
  namespace: string;
  /** The first is the one to recommend. */
  metrics: readonly [string, ...string[]];
  /** True where any metric of the namespace will do. */
  anyMetric?: boolean;
  dimensions: readonly [string, ...string[]];
  /** A further dimension without which there is no data. */
  beside?: string;
}

/** What can be watched, such as CPU, and the gauges of which one is enough. */
type Watched = Readonly<Record<string, readonly [Gauge, ...Gauge[]]>>;

const WATCHED: ReadonlyMap<string, Watched> = new Map(
  Object.entries(metrics.watched as unknown as Record<string, Watched>),
);
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const STREAM = "aws:kinesis/stream:Stream";
const CACHE = "aws:elasticache/cluster:Cluster";
// Their metrics stand for those of a cluster or a stream.
const DELEGATES: ReadonlySet<string> = new Set([
  "aws:lambda/function:Function",
  "aws:rds/clusterInstance:ClusterInstance",
]);

/** The metrics that the alarms of a stack watch. */
export function alarmMetrics(stack: Stack): readonly AlarmMetric[] {
  return stack.once(findMetrics);
}

function findMetrics(stack: Stack): AlarmMetric[] {
  return stack.ofType(METRIC_ALARM).flatMap(metricsOf);
}

/** The metrics that an alarm watches. */
export function metricsOf(alarm: Resource): AlarmMetric[] {
  const queries = alarm.list("metricQueries");
  if (queries === UNKNOWN) {
    const place = alarm.at("metricQueries");
    return [{ alarm, place, namespace: UNKNOWN, name: UNKNOWN, dimensions: place }];
  }
  const places = [alarm, ...(queries ?? []).map((query) => query.at("metric"))];
  return places
    .filter((place) => place.isUnknown || !place.at("metricName").isAbsent)
    .map((place) => ({
      alarm,
      place,
      namespace: place.str("namespace"),
      name: place.str("metricName"),
      dimensions: place.at("dimensions"),
    }));
}

/** The resources of a stack that alarms should watch. */
export function resourcesToWatch(stack: Stack): Resource[] {
  const types = [...WATCHED.keys()].filter((type) => !DELEGATES.has(type));
  return stack.ofType(...types).filter((resource) => !resource.outside && isWatchable(resource));
}

function isWatchable(resource: Resource): boolean {
  switch (resource.type) {
    case LOAD_BALANCER:
      return (resource.str("loadBalancerType") ?? "application") === "application";
    case CACHE:
      return resource.at("replicationGroupId").isAbsent;
    case RDS_INSTANCE:
      return isAuroraInstance(resource) !== true;
    default:
      return true;
  }
}

/** What should be watched of one of these resources, such as CPU and memory, each with whether an alarm does. */
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
        : anyOf([
            everywhere,
            ...unclear.map(({ place, isMetric }) => allOf([isMetric, names(stack, place, resource)])),
          ]);
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
    case STREAM:
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
  /** Dimensions of which it is not clear which resource they name, or for which metric. */
  unclear: readonly { place: View; isMetric: Certainty }[];
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
  const unclear: { place: View; isMetric: Certainty }[] = [];
  for (const metric of alarmMetrics(stack)) {
    const isMetric = allOf([
      is(metric.namespace, [gauge.namespace]),
      gauge.anyMetric ?? is(metric.name, gauge.metrics),
    ]);
    for (const place of isMetric === false ? [] : placesOf(metric, gauge)) {
      const named = stack.refs(place, type);
      if (isMetric === true && named.resources.length > 0) {
        named.resources.forEach((resource) => resources.add(resource));
      } else if (isMetric === UNKNOWN || !named.complete) {
        unclear.push({ place, isMetric });
      }
    }
  }
  return { resources, unclear, everywhere: anyOf(stack.ofType(METRIC_ALARM).map((alarm) => queries(alarm, gauge))) };
}

/** Where a metric names what it is of; nowhere when it lacks a dimension without which there is no data. */
function placesOf({ dimensions }: AlarmMetric, { dimensions: keys, beside }: Gauge): View[] {
  if (dimensions.isUnknown) {
    return [dimensions];
  }
  const hasData = beside === undefined || !dimensions.at(beside).isAbsent;
  return hasData ? keys.map((key) => dimensions.at(key)).filter(({ isAbsent }) => !isAbsent) : [];
}

function is(text: Read<string>, wanted: readonly string[]): Certainty {
  return text === UNKNOWN ? UNKNOWN : text !== undefined && wanted.includes(text);
}

/** Whether the text of a dimension names a resource. */
function names(stack: Stack, dimension: View, resource: Resource): Certainty {
  const { resources, complete } = stack.refs(dimension, resource.type);
  if (resources.includes(resource)) {
    return true;
  }
  const text = dimension.str();
  if (text === UNKNOWN) {
    return complete || comesFromElsewhere(dimension, resource) ? false : UNKNOWN;
  }
  return known(text) && isNameIn(text, resource);
}

/** True when a text that is not known yet is made from resources, none of which the resource's own name is made from. */
function comesFromElsewhere(dimension: View, resource: Resource): boolean {
  const [property = ""] = dimension.path.split(/[.[]/, 1);
  const sources = dimension.resource.propertyDependencies.get(property) ?? [];
  const ownSources = [...resource.propertyDependencies.values()].flat();
  return sources.length > 0 && !sources.some((source) => ownSources.includes(source));
}

/** True for `app/NAME/…` of a load balancer and for `NAME-001` of a replication group. */
function isNameIn(text: string, resource: Resource): boolean {
  if (resource.type === LOAD_BALANCER) {
    const name = resource.str("name");
    return known(name) && text.split("/")[1] === name;
  }
  const id = resource.type.startsWith("aws:elasticache/") ? resource.str("replicationGroupId") : undefined;
  return known(id) && text.startsWith(`${id}-`);
}

/** Whether an alarm watches every resource at once, by a query over the namespace (Metrics Insights or PromQL). */
function queries(alarm: Resource, { namespace, metrics: wanted, anyMetric }: Gauge): Certainty {
  if (!alarm.at("evaluationCriteria").isAbsent) {
    return UNKNOWN;
  }
  const expressions = alarm.list("metricQueries");
  return anyOf(
    (known(expressions) ? expressions : []).map((query) => {
      const text = query.str("expression");
      if (!known(text) || !/^\s*select\b/i.test(text) || !text.includes(namespace)) {
        return false;
      }
      const isMeant = anyMetric === true || wanted.some((metric) => text.includes(metric));
      return isMeant && (/\bwhere\b/i.test(text) ? UNKNOWN : true);
    }),
  );
}

/** Whether something other than the alarm's own actions goes by it: a composite alarm, a deployment, an EventBridge rule. */
export function isHeardElsewhere(stack: Stack, alarm: Resource): Certainty {
  const name = alarm.str(alarm.type === COMPOSITE_ALARM ? "alarmName" : "name");
  return stack.once(alarmUses).has(alarm)
    ? true
    : anyOf([
        stack.once(isHeardByRules),
        ...stack
          .ofType(COMPOSITE_ALARM)
          .filter((composite) => composite !== alarm)
          .map((composite) => (known(name) ? says(composite.str("alarmRule"), name) : false)),
      ]);
}

const isHeardByRules = (stack: Stack): Certainty =>
  anyOf(stack.ofType(EVENT_RULE).map((rule) => says(rule.str("eventPattern"), "aws.cloudwatch")));

const says = (text: Read<string>, part: string): Certainty => (text === UNKNOWN ? UNKNOWN : !!text?.includes(part));

/** What resources, dashboards apart, are made from. */
function alarmUses(stack: Stack): Set<Resource> {
  const users = stack.resources.filter(({ type }) => type.startsWith("aws:") && type !== DASHBOARD);
  return new Set(users.flatMap(({ propertyDependencies }) => [...propertyDependencies.values()].flat()));
}
