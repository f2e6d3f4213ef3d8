import { alarmMetrics } from "../../src/aws/observability/alarms";
import { CLOUDWATCH_METRIC_ALARM } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Finding } from "../../src/rules/rule";

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
/** The form of the end of an ARN. */
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
  description: "Alarm dimensions must have the values that CloudWatch uses",
  severity: "medium",
  level: "mandatory",
  basis: "cannot-work",
  failures: [],
  why:
    "CloudWatch accepts any value as a dimension. Unless it is exactly the one that the service publishes its metric with, " +
    "the alarm never gets data and never goes off.",
  fix: {
    typescript: `dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix },`,
    python: `dimensions={"LoadBalancer": load_balancer.arn_suffix, "TargetGroup": target_group.arn_suffix},`,
    yaml: `dimensions:
  LoadBalancer: \${loadBalancer.arnSuffix}
  TargetGroup: \${targetGroup.arnSuffix}`,
  },
  limits:
    "Namespaces that are not AWS's. Names that no resource of the stack has are advisory, and so are load balancers and " +
    "target groups whose dimension is neither an ARN nor the end of one.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html",
  ],
  stack(stack, { report, undecided }) {
    for (const alarm of stack.managed(CLOUDWATCH_METRIC_ALARM).filter((one) => one.at("metricQueries").isUnknown)) {
      undecided(alarm, "metricQueries");
    }
    for (const { alarm, namespace, dimensions } of alarmMetrics(stack)) {
      const isOfAws = known(namespace) && namespace.startsWith("AWS/") && !alarm.external;
      const entries = isOfAws ? dimensions.entries() : [];
      for (const [name, dimension] of known(entries) ? entries : []) {
        const value = dimension.str();
        if (value === UNKNOWN && Object.hasOwn(NAMED, name)) {
          undecided(dimension);
        }
        const problem = known(value)
          ? (formProblem(name, value, dimension) ?? ownerProblem(stack, namespace, name, dimension))
          : undefined;
        if (problem) {
          report({ at: dimension, restsOnComputedText: isComputed(dimension), ...problem });
        }
      }
    }
  },
});

type Problem = Pick<Finding, "message" | "level">;

const isComputed = ({ resource, property }: View): boolean => resource.isComputed(property);

/** The problem with a dimension by its form alone. */
function formProblem(name: string, value: string, dimension: View): Problem | undefined {
  const property = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  const what = value.startsWith("arn:")
    ? "an ARN"
    : value.startsWith("https://sqs.")
      ? "the URL of a queue"
      : undefined;
  if (property !== undefined && what !== undefined) {
    return {
      message: `The dimension ${name} is ${what}, and no metric is published with it. Use \`${property}\` of the resource.`,
    };
  }
  return SUFFIXES.get(name)?.test(value) === false && !isComputed(dimension)
    ? {
        message:
          `The dimension ${name} is "${value}", and metrics are published with the end of the ARN. Use \`arnSuffix\` of ` +
          "the resource.",
        level: "advisory",
      }
    : undefined;
}

/** The problem with a dimension that names no resource of the stack, where the stack has resources of this type. */
function ownerProblem(stack: Stack, namespace: Read<string>, name: string, dimension: View): Problem | undefined {
  const types = OWNERS[`${String(namespace)} ${name}`] ?? [];
  const candidates = stack.managed(...types);
  const [first] = candidates;
  if (
    !first ||
    isComputed(dimension) ||
    candidates.some(hasUnknownName) ||
    stack.refs(dimension, ...types).resources.length > 0
  ) {
    return undefined;
  }
  return {
    message:
      `No resource of the stack has the name "${String(dimension.str())}". Use the name of ${first.name}, unless another ` +
      "stack has this one.",
    level: "advisory",
  };
}

/** True for a name that is not known yet, which may be the one. */
function hasUnknownName(candidate: Resource): boolean {
  const entries = candidate.entries();
  const names = known(entries) ? entries.filter(([property]) => OWN_NAMES.has(property)) : [];
  return names.some(([, name]) => name.isUnknown);
}
