import rule from "../../../policies/validity/lambda-event-source";
import { ruleTest } from "../../../testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

const map = (eventSourceArn: Input, more: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    "orders",
    { functionName: "api", eventSourceArn, ...more },
    options,
  );
const table = (inputs: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource("aws:dynamodb/table:Table", "orders", { hashKey: "id", ...inputs }, options);
const streaming = table({ streamEnabled: true, streamViewType: "NEW_IMAGE" });
const queue = resource("aws:sqs/queue:Queue", "orders");
const topic = resource("aws:sns/topic:Topic", "orders");
const ARN = "eu-west-1:464738291005";
const rejected = (name: string, stack: BuiltResource[], message: RegExp, more = {}) => ({
  name,
  stack,
  findings: [{ resource: "orders", path: "eventSourceArn", message }],
  ...more,
});

ruleTest(rule, {
  valid: [
    {
      name: "the ARN of a queue that holds the name of a topic",
      stack: [topic, map(text`arn:aws:sqs:${ARN}:${topic.name}`)],
      shape: "up",
    },
    { name: "a queue", stack: [queue, map(queue.arn)] },
    { name: "a stream of a table", stack: [streaming, map(streaming.streamArn)] },
    ...["kinesis:ARN:stream/s", "sqs:ARN:q", "kafka:ARN:cluster/c/1", "mq:ARN:broker:b:1", "rds:ARN:cluster:docs"].map(
      (arn) => ({ name: `a literal ${arn}`, stack: [map(`arn:aws:${arn.replace("ARN", ARN)}`)] }),
    ),
    { name: "a literal stream", stack: [map(`arn:aws:dynamodb:${ARN}:table/orders/stream/2026-01-01T00:00:00.000`)] },
    { name: "a service that nobody knows", stack: [map(`arn:aws:brandnew:${ARN}:thing/x`)] },
    {
      name: "Kafka of one's own",
      stack: [map(undefined, { topics: ["orders"], selfManagedEventSource: { endpoints: {} } })],
    },
    { name: "a mapping that the stack only reads", stack: [map(`arn:aws:sns:${ARN}:t`, {}, { external: true })] },
    {
      name: "an ARN that is made from a topic and a queue",
      stack: [topic, queue, map(text`${queue.arn}${topic.name}`)],
      shape: "preview" as const,
    },
    {
      name: "a table with replicas, which AWS gives a stream",
      stack: [
        table({ replicas: [{ regionName: "us-east-1" }] }),
        map(table({ replicas: [{ regionName: "us-east-1" }] }).streamArn),
      ],
    },
    {
      name: "a table that gets a replica of its own",
      stack: (() => {
        const own = table();
        return [
          own,
          resource("aws:dynamodb/tableReplica:TableReplica", "replica", { globalTableArn: own.arn }),
          map(own.streamArn),
        ];
      })(),
    },
    {
      name: "a table of which it is not known",
      stack: [table({ streamEnabled: unknown }), map(table({ streamEnabled: unknown }).streamArn)],
    },
    {
      name: "a table that the stack only reads",
      stack: [table({}, { external: true }), map(table({}, { external: true }).streamArn)],
    },
    {
      name: "a stream that a table has, which the program does not switch on",
      stack: (() => {
        const own = table({ name: "orders" });
        return [own, map(text`arn:aws:dynamodb:${ARN}:table/${own.name}/stream/2026-01-01T00:00:00.000`)];
      })(),
    },
    ...[
      "aws-cn:kinesis:ARN:stream/s",
      "aws-us-gov:sqs:ARN:orders.fifo",
      "aws:kinesis:ARN:stream/s/consumer/c:1",
      "aws-cn:dynamodb:ARN:table/orders/stream/2026-01-01T00:00:00.000",
    ].map((arn) => ({ name: `a literal ${arn}`, stack: [map(`arn:${arn.replace("ARN", ARN)}`)] })),
    { name: "the table's own ARN, while it is not known", stack: [streaming, map(streaming.arn)], shape: "preview" },
  ],
  invalid: [
    rejected(
      "a topic",
      [topic, map(topic.arn)],
      /cannot poll a topic; use an aws.sns.TopicSubscription.*Unrecognized event source/,
    ),
    ...[
      ["s3:::uploads", /a bucket; use an aws.s3.BucketNotification/],
      [`events:${ARN}:rule/nightly`, /EventTarget/],
      [`logs:${ARN}:log-group:/app:*`, /LogSubscriptionFilter/],
      [`states:${ARN}:stateMachine:s`, /aws.lambda.Permission/],
    ].map(([arn, message]) => rejected(`a literal ${String(arn)}`, [map(`arn:aws:${String(arn)}`)], message as RegExp)),
    rejected(
      "a bucket of an older type",
      [resource("aws:s3/bucketV2:BucketV2", "uploads"), map(resource("aws:s3/bucketV2:BucketV2", "uploads").arn)],
      /a bucket/,
    ),
    rejected(
      "an EventBridge rule",
      [
        resource("aws:cloudwatch/eventRule:EventRule", "r"),
        map(resource("aws:cloudwatch/eventRule:EventRule", "r").arn),
      ],
      /EventTarget/,
    ),
    rejected(
      "a table without a stream",
      [table(), map(table().streamArn)],
      /has no stream to read from; set streamEnabled: true/,
    ),
    rejected("the ARN of a table without a stream", [table(), map(table().arn)], /has no stream/),
    rejected("the ARN of a table with a stream, once it is known", [streaming, map(streaming.arn)], /streamArn/, {
      shape: "up",
    }),
    rejected("the literal ARN of a table", [map(`arn:aws:dynamodb:${ARN}:table/orders`)], /name its stream/),
  ],
  undecided: [{ name: "a source of which nothing is known", stack: [map(unknown)], at: ["orders.eventSourceArn"] }],
});
