import { DYNAMODB_TABLE, LAMBDA_EVENT_SOURCE_MAPPING, LAMBDA_FUNCTION, SQS_QUEUE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

const PERMISSION = "Allow it to call the function with an aws.lambda.Permission, and name the function there";

/** What calls functions itself: by type, by the service of its ARN, and what connects it with a function. */
const CALLERS = [
  {
    service: "sns",
    label: "a topic",
    types: ["aws:sns/topic:Topic"],
    instead: 'Use an aws.sns.TopicSubscription with `protocol: "lambda"`, and an aws.lambda.Permission',
  },
  {
    service: "s3",
    label: "a bucket",
    types: ["aws:s3/bucket:Bucket"],
    instead: "Use an aws.s3.BucketNotification and an aws.lambda.Permission",
  },
  {
    service: "events",
    label: "an EventBridge rule or bus",
    types: ["aws:cloudwatch/eventRule:EventRule", "aws:cloudwatch/eventBus:EventBus"],
    instead: "Use an aws.cloudwatch.EventTarget and an aws.lambda.Permission",
  },
  {
    service: "scheduler",
    label: "a schedule",
    types: ["aws:scheduler/schedule:Schedule"],
    instead: "Name the function in the `target` of the schedule",
  },
  {
    service: "logs",
    label: "a log group",
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    instead: "Use an aws.cloudwatch.LogSubscriptionFilter and an aws.lambda.Permission",
  },
  {
    service: "execute-api",
    label: "an API",
    types: ["aws:apigateway/restApi:RestApi", "aws:apigatewayv2/api:Api"],
    instead: "Use an integration of the API and an aws.lambda.Permission",
  },
  {
    service: "firehose",
    label: "a delivery stream",
    types: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
    instead: "Name the function as a processor of the delivery stream, or read from a Kinesis data stream",
  },
  {
    service: "cognito-idp",
    label: "a user pool",
    types: ["aws:cognito/userPool:UserPool"],
    instead: "Name the function in the `lambdaConfig` of the pool",
  },
  { service: "states", label: "a state machine", types: ["aws:sfn/stateMachine:StateMachine"], instead: PERMISSION },
  { service: "iot", label: "an IoT rule", types: ["aws:iot/topicRule:TopicRule"], instead: PERMISSION },
  { service: "ses", label: "SES", types: [], instead: PERMISSION },
  {
    service: "codecommit",
    label: "a repository",
    types: ["aws:codecommit/repository:Repository"],
    instead: PERMISSION,
  },
] as const;

/** The services that Lambda polls, as their ARNs name them. */
const POLLED: ReadonlySet<string> = new Set(["sqs", "kinesis", "dynamodb", "kafka", "mq", "rds"]);

/** False for an ARN that is not known although that of its source is. */
const mayBeItsArn = (arn: Read<string>, source: Resource): boolean => known(arn) || !known(source.outputs.str("arn"));

function callerOf(arn: Read<string>, sources: readonly Resource[]): (typeof CALLERS)[number] | undefined {
  const service = known(arn) ? /^arn:[\w-]+:([\w-]+):/.exec(arn)?.[1] : undefined;
  // The ARN counts more than what it was computed from: that of a queue may contain the name of a topic.
  if (service === undefined || !POLLED.has(service)) {
    const isCaller = ({ types }: (typeof CALLERS)[number]): boolean =>
      sources.length > 0 &&
      sources.every((source) => (types as readonly string[]).includes(source.type) && mayBeItsArn(arn, source));
    return CALLERS.find((caller) => caller.service === service) ?? CALLERS.find(isCaller);
  }
  return undefined;
}

/** True for the ARN of a stream, which exists whatever the program sets on the table. */
const isStream = (arn: Read<string>): boolean => known(arn) && /:table\/[^/]+\/stream\//.test(arn);

// AWS may enable a stream itself where a table has replicas.
function hasStream(stack: Stack, table: Resource): boolean {
  const isReplicated =
    !table.at("replicas").isAbsent ||
    stack.referrers(table, "globalTableArn", "aws:dynamodb/tableReplica:TableReplica").length > 0;
  const streams = table.bool("streamEnabled");
  return table.external || isReplicated || streams === true || streams === UNKNOWN;
}

/** What is wrong with the source of a mapping; absent where nothing is known against it. */
function problemOf(stack: Stack, mapping: Resource): Omit<Finding, "at"> | undefined {
  const arn = mapping.str("eventSourceArn");
  const sources = mapping.propertyDependencies.get("eventSourceArn") ?? [];
  const [source] = sources;
  const caller = callerOf(arn, sources);
  if (caller) {
    return {
      message: `Lambda cannot poll ${caller.label}. ${caller.instead}.`,
      awsError: "Unrecognized event source",
    };
  }
  const isOfTable = source?.type === DYNAMODB_TABLE && sources.length === 1 && mayBeItsArn(arn, source);
  if (isOfTable && !isStream(arn) && !hasStream(stack, source)) {
    return {
      message:
        `The table ${source.name} has no stream that Lambda could read. Set \`streamEnabled: true\` and a ` +
        "`streamViewType` on it, and use its `streamArn` here.",
    };
  }
  return known(arn) && /^arn:[\w-]+:dynamodb:[^:]*:[^:]*:table\/[^/]+$/.test(arn)
    ? {
        message: "This is the ARN of a table, which Lambda cannot poll. Use the `streamArn` of the table.",
        restsOnComputedText: sources.length > 0,
      }
    : undefined;
}

function check(stack: Stack, mapping: Resource, { report, undecided }: Context): void {
  const problem = problemOf(stack, mapping);
  if (problem) {
    report({ ...problem, at: mapping, property: "eventSourceArn", onlyAtCreation: true });
  } else if (
    mapping.str("eventSourceArn") === UNKNOWN &&
    (mapping.propertyDependencies.get("eventSourceArn") ?? []).length === 0
  ) {
    undecided(mapping, "eventSourceArn");
  }
}

/** The one resource of the program that a property names. */
function ownOf(stack: Stack, view: View, type: string): Resource | undefined {
  const { resources, complete } = stack.refs(view, type);
  return complete && resources.length === 1 && resources[0]?.external === false ? resources[0] : undefined;
}

/** Seconds for which SQS hides a message, and for which a function may run, where the program sets neither. */
const DEFAULT_VISIBILITY = 30;
const DEFAULT_TIMEOUT = 3;

/** A queue must hide a message for as long as the function may work on it. */
function checkVisibility(stack: Stack, mapping: Resource, { report, undecided }: Context): void {
  const queue = ownOf(stack, mapping.at("eventSourceArn"), SQS_QUEUE);
  const fn = ownOf(stack, mapping.at("functionName"), LAMBDA_FUNCTION);
  if (!queue || !fn) {
    return;
  }
  const visibility = queue.num("visibilityTimeoutSeconds") ?? DEFAULT_VISIBILITY;
  const timeout = fn.num("timeout") ?? DEFAULT_TIMEOUT;
  if (visibility === UNKNOWN || timeout === UNKNOWN) {
    undecided(mapping, "eventSourceArn");
  } else if (visibility < timeout) {
    report({
      at: mapping,
      property: "eventSourceArn",
      onlyAtCreation: true,
      message:
        `The queue ${queue.name} shows a message again after ${String(visibility)} seconds, and the function ${fn.name} may run ` +
        `for ${String(timeout)}. Set \`visibilityTimeoutSeconds: ${String(timeout * 6)}\` on the queue, six times the timeout.`,
    });
  }
}

/** A mapping cannot use more instances of a function than are reserved for it. */
function checkConcurrency(stack: Stack, mapping: Resource, { report }: Context): void {
  const most = mapping.num("scalingConfig", "maximumConcurrency");
  const fn = ownOf(stack, mapping.at("functionName"), LAMBDA_FUNCTION);
  const reserved = fn?.num("reservedConcurrentExecutions");
  if (fn && known(most) && known(reserved) && reserved >= 0 && most > reserved) {
    report({
      at: mapping,
      property: "scalingConfig.maximumConcurrency",
      onlyAtCreation: true,
      message:
        `The mapping may use ${String(most)} instances at once, and ${fn.name} reserves ${String(reserved)}. Lower ` +
        "`scalingConfig.maximumConcurrency`, or raise `reservedConcurrentExecutions` of the function.",
    });
  }
}

export default defineRule({
  id: "lambda-event-source",
  category: "validity",
  description: "Event source mappings must read from a source that Lambda can poll",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "With an event source mapping, Lambda polls a queue, a stream or a broker. Topics, buckets, EventBridge rules and the " +
    "like call functions themselves, and a table is read through its stream. AWS rejects a mapping for anything else.",
  fix: {
    typescript: `new aws.sns.TopicSubscription("orders", {
  topic: topic.arn, protocol: "lambda", endpoint: fn.arn,
});
new aws.lambda.Permission("orders", {
  function: fn.name, action: "lambda:InvokeFunction", principal: "sns.amazonaws.com", sourceArn: topic.arn,
});`,
    python: `aws.sns.TopicSubscription("orders", topic=topic.arn, protocol="lambda", endpoint=fn.arn)
aws.lambda_.Permission("orders", function=fn.name, action="lambda:InvokeFunction",
    principal="sns.amazonaws.com", source_arn=topic.arn)`,
    yaml: `resources:
  orders:
    type: aws:sns:TopicSubscription
    properties:
      topic: \${topic.arn}
      protocol: lambda
      endpoint: \${fn.arn}
  orders-permission:
    type: aws:lambda:Permission
    properties:
      function: \${fn.name}
      action: lambda:InvokeFunction
      principal: sns.amazonaws.com
      sourceArn: \${topic.arn}`,
  },
  limits:
    "Services that this rule does not know, sources that are not known yet, and streams of replicated tables. On a mapping " +
    "that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html"],
  stack(stack, context) {
    for (const mapping of stack.managed(LAMBDA_EVENT_SOURCE_MAPPING)) {
      check(stack, mapping, context);
      checkVisibility(stack, mapping, context);
      checkConcurrency(stack, mapping, context);
    }
  },
});
