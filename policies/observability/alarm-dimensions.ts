import { alarmMetrics } from "../../stack/alarms";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { Read, View } from "../../stack/view";
import { defineRule, type Finding } from "../rule";

/** Dimensions that hold a name or an id, and what an ARN gives instead. */
const NAMED: Readonly<Record<string, string>> = {
  ApiId: "id",
  ApiName: "name",
  AutoScalingGroupName: "name",
  BucketName: "bucket",
  CacheClusterId: "clusterId",
  ClusterName: "name",
  DBClusterIdentifier: "clusterIdentifier",
  DBInstanceIdentifier: "identifier",
  DeliveryStreamName: "name",
  DistributionId: "id",
  FileSystemId: "id",
  FunctionName: "name",
  InstanceId: "id",
  LoadBalancer: "arnSuffix",
  NatGatewayId: "id",
  QueueName: "name",
  RuleName: "name",
  ServiceName: "name",
  StreamName: "name",
  TableName: "name",
  TargetGroup: "arnSuffix",
  TopicName: "name",
};
/** The form of what is the end of an ARN. */
const SUFFIXES: ReadonlyMap<string, RegExp> = new Map([
  ["LoadBalancer", /^(?:app|net|gwy)\/[^/]{1,64}\/[^/]{1,64}$/],
  ["TargetGroup", /^targetgroup\/[^/]{1,64}\/[^/]{1,64}$/],
]);
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  "AWS/DynamoDB TableName": ["aws:dynamodb/table:Table"],
  "AWS/ECS ClusterName": ["aws:ecs/cluster:Cluster"],
  "AWS/ECS ServiceName": ["aws:ecs/service:Service"],
  "AWS/Kinesis StreamName": ["aws:kinesis/stream:Stream"],
  "AWS/Lambda FunctionName": ["aws:lambda/function:Function"],
  "AWS/RDS DBClusterIdentifier": ["aws:rds/cluster:Cluster"],
  "AWS/RDS DBInstanceIdentifier": ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance"],
  "AWS/SQS QueueName": ["aws:sqs/queue:Queue"],
};

const OWN_NAMES: ReadonlySet<string> = new Set(["name", "identifier", "clusterIdentifier"]);

export default defineRule({
  id: "alarm-dimensions",
  category: "observability",
  description: "Alarms name what they watch as CloudWatch does",
  severity: "medium",
  level: "mandatory",
  failures: [],
  why:
    "CloudWatch takes any text as a dimension. Where it is not the very one under which a service writes its metric, the " +
    "alarm never gets data and stays quiet for ever.",
  fix: {
    typescript: "dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix },",
    python: 'dimensions={"LoadBalancer": load_balancer.arn_suffix, "TargetGroup": target_group.arn_suffix},',
    yaml: "dimensions:\n  LoadBalancer: ${loadBalancer.arnSuffix}\n  TargetGroup: ${targetGroup.arnSuffix}",
  },
  limits:
    "Namespaces that are not AWS's. Names of resources that the stack has none like are advisory, and so are balancers " +
    "and groups that are named by something else than the end of their ARN.",
  stack(stack, { report, undecided }) {
    for (const { alarm, namespace, dimensions } of alarmMetrics(stack)) {
      const isOfAws = known(namespace) && namespace.startsWith("AWS/") && !alarm.outside;
      const entries = isOfAws ? dimensions.entries() : [];
      for (const [name, place] of known(entries) ? entries : []) {
        const text = place.str();
        if (text === UNKNOWN && Object.hasOwn(NAMED, name)) {
          undecided(place);
        }
        const fault = known(text)
          ? (formFault(name, text, place) ?? ownerFault(stack, namespace, name, place))
          : undefined;
        if (fault) {
          report({ at: place, restsOnComputedText: isComputed(place), ...fault });
        }
      }
    }
  },
});

type Fault = Pick<Finding, "message" | "level">;

const isComputed = ({ resource, path }: View): boolean => resource.isComputed(path.split(/[.[]/, 1).join(""));

/** What is wrong with a dimension whatever the stack has. */
function formFault(name: string, text: string, place: View): Fault | undefined {
  const property = NAMED[name];
  const what = text.startsWith("arn:") ? "an ARN" : text.startsWith("https://sqs.") ? "the URL of a queue" : undefined;
  if (property !== undefined && what !== undefined) {
    return { message: `${name} holds ${what}, under which no metric is written; take ${property} of the resource.` };
  }
  return SUFFIXES.get(name)?.test(text) === false && !isComputed(place)
    ? {
        message: `${name} is "${text}", and metrics are written under the end of the ARN; take arnSuffix of the resource.`,
        level: "advisory",
      }
    : undefined;
}

/** What is wrong with a dimension that names nothing of the stack, where the stack has something of the kind. */
function ownerFault(stack: Stack, namespace: Read<string>, name: string, place: View): Fault | undefined {
  const types = OWNERS[`${String(namespace)} ${name}`] ?? [];
  const candidates = stack.ofType(...types).filter(({ outside }) => !outside);
  const [first] = candidates;
  if (
    !first ||
    isComputed(place) ||
    candidates.some(hasUnknownName) ||
    stack.refs(place, ...types).resources.length > 0
  ) {
    return undefined;
  }
  return {
    message: `nothing in the stack has the name "${String(place.str())}"; take the name of ${first.name}, unless another stack has it.`,
    level: "advisory",
  };
}

/** True for a name that is not known yet, which may be the one. */
function hasUnknownName(candidate: Resource): boolean {
  const entries = candidate.entries();
  const names = known(entries) ? entries.filter(([property]) => OWN_NAMES.has(property)) : [];
  return names.some(([, name]) => name.isUnknown);
}
