import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { Read } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
const TABLE = "aws:dynamodb/table:Table";

const PERMISSION = "let the service call the function with an aws.lambda.Permission, and name the function there";

/** What calls functions by itself: by type, by the service of its ARN, and how a program wires it. */
const CALLERS = [
  {
    service: "sns",
    label: "a topic",
    types: ["aws:sns/topic:Topic"],
    mend: 'use an aws.sns.TopicSubscription with protocol "lambda" and an aws.lambda.Permission',
  },
  {
    service: "s3",
    label: "a bucket",
    types: ["aws:s3/bucket:Bucket"],
    mend: "use an aws.s3.BucketNotification and an aws.lambda.Permission",
  },
  {
    service: "events",
    label: "an EventBridge rule or bus",
    types: ["aws:cloudwatch/eventRule:EventRule", "aws:cloudwatch/eventBus:EventBus"],
    mend: "use an aws.cloudwatch.EventTarget and an aws.lambda.Permission",
  },
  {
    service: "scheduler",
    label: "a schedule",
    types: ["aws:scheduler/schedule:Schedule"],
    mend: "name the function in the schedule's target",
  },
  {
    service: "logs",
    label: "a log group",
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    mend: "use an aws.cloudwatch.LogSubscriptionFilter and an aws.lambda.Permission",
  },
  {
    service: "execute-api",
    label: "an API",
    types: ["aws:apigateway/restApi:RestApi", "aws:apigatewayv2/api:Api"],
    mend: "use an integration of the API and an aws.lambda.Permission",
  },
  {
    service: "firehose",
    label: "a delivery stream",
    types: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
    mend: "name the function as a processor of the delivery stream, or read from a Kinesis data stream",
  },
  {
    service: "cognito-idp",
    label: "a user pool",
    types: ["aws:cognito/userPool:UserPool"],
    mend: "name the function in the pool's lambdaConfig",
  },
  { service: "states", label: "a state machine", types: ["aws:sfn/stateMachine:StateMachine"], mend: PERMISSION },
  { service: "iot", label: "an IoT rule", types: ["aws:iot/topicRule:TopicRule"], mend: PERMISSION },
  { service: "ses", label: "SES", types: [], mend: PERMISSION },
  { service: "codecommit", label: "a repository", types: ["aws:codecommit/repository:Repository"], mend: PERMISSION },
] as const;

/** The services that Lambda reads from, as their ARNs name them. */
const POLLED: ReadonlySet<string> = new Set(["sqs", "kinesis", "dynamodb", "kafka", "mq", "rds"]);

export default defineRule({
  id: "lambda-event-source",
  category: "validity",
  description: "Event source mappings read from what Lambda can poll",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A mapping makes Lambda poll a queue, a stream or a broker. Topics, buckets, rules and the like call the function " +
    "themselves, and a table is read through its stream: a mapping onto one of them is refused.",
  fix: {
    typescript:
      'new aws.sns.TopicSubscription("orders", {\n  topic: topic.arn, protocol: "lambda", endpoint: fn.arn,\n});\n' +
      'new aws.lambda.Permission("orders", {\n' +
      '  function: fn.name, action: "lambda:InvokeFunction", principal: "sns.amazonaws.com", sourceArn: topic.arn,\n});',
    python:
      'aws.sns.TopicSubscription("orders", topic=topic.arn, protocol="lambda", endpoint=fn.arn)\n' +
      'aws.lambda_.Permission("orders", function=fn.name, action="lambda:InvokeFunction",\n' +
      '    principal="sns.amazonaws.com", source_arn=topic.arn)',
    yaml:
      "resources:\n  orders:\n    type: aws:sns:TopicSubscription\n    properties:\n" +
      "      topic: ${topic.arn}\n      protocol: lambda\n      endpoint: ${fn.arn}\n  orders-permission:\n" +
      "    type: aws:lambda:Permission\n    properties:\n      function: ${fn.name}\n" +
      "      action: lambda:InvokeFunction\n      principal: sns.amazonaws.com\n      sourceArn: ${topic.arn}",
  },
  limits: "Services that this rule does not know, sources that are not known yet, and streams of replicated tables.",
  stack(stack, context) {
    for (const mapping of stack.ofType(MAPPING).filter(({ outside }) => !outside)) {
      check(stack, mapping, context);
    }
  },
});

function check(stack: Stack, mapping: Resource, { report, undecided }: Context): void {
  const arn = mapping.str("eventSourceArn");
  const sources = mapping.propertyDependencies.get("eventSourceArn") ?? [];
  const [source] = sources;
  const caller = callerOf(arn, sources);
  if (caller) {
    report({
      at: mapping,
      property: "eventSourceArn",
      message: `Lambda cannot poll ${caller.label}; ${caller.mend}.`,
      answer: "Unrecognized event source",
    });
  } else if (source?.type === TABLE && sources.length === 1 && !isStream(arn) && !hasStream(stack, source)) {
    report({
      at: mapping,
      property: "eventSourceArn",
      message:
        `the table ${source.name} has no stream to read from; set streamEnabled: true and a streamViewType on it, and ` +
        "name its streamArn here.",
    });
  } else if (known(arn) && /^arn:[\w-]+:dynamodb:[^:]*:[^:]*:table\/[^/]+$/.test(arn)) {
    report({
      at: mapping,
      property: "eventSourceArn",
      message: "this is the ARN of a table, which cannot be polled; name its stream (streamArn).",
      restsOnComputedText: sources.length > 0,
    });
  } else if (arn === UNKNOWN && sources.length === 0) {
    undecided(mapping, "eventSourceArn");
  }
}

function callerOf(arn: Read<string>, sources: readonly Resource[]): (typeof CALLERS)[number] | undefined {
  const service = known(arn) ? /^arn:[\w-]+:([\w-]+):/.exec(arn)?.[1] : undefined;
  // What it was made of counts for less: the ARN of a queue may hold the name of a topic.
  if (service === undefined || !POLLED.has(service)) {
    const isCaller = ({ types }: (typeof CALLERS)[number]): boolean =>
      sources.length > 0 && sources.every(({ type }) => (types as readonly string[]).includes(type));
    return CALLERS.find((caller) => caller.service === service) ?? CALLERS.find(isCaller);
  }
  return undefined;
}

/** True for the ARN of a stream, which is there, whatever the program says of its table. */
const isStream = (arn: Read<string>): boolean => known(arn) && /:table\/[^/]+\/stream\//.test(arn);

// A replica takes a stream as well, which AWS may make itself.
function hasStream(stack: Stack, table: Resource): boolean {
  const isReplicated =
    !table.at("replicas").isAbsent ||
    stack.referrers(table, "globalTableArn", "aws:dynamodb/tableReplica:TableReplica").length > 0;
  const streams = table.bool("streamEnabled");
  return table.outside || isReplicated || streams === true || streams === UNKNOWN;
}
