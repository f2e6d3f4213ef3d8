import rule from "../../../policies/validity/lambda-event-source";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

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
const rejected = (name: string, stack: BuiltResource[], message: RegExp) => ({
  name,
  stack,
  findings: [{ resource: "orders", path: "eventSourceArn", message }],
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
    { name: "a service that the rule does not know", stack: [map(`arn:aws:brandnew:${ARN}:thing/x`)] },
    {
      name: "self-managed Kafka",
      stack: [map(undefined, { topics: ["orders"], selfManagedEventSource: { endpoints: {} } })],
    },
    { name: "a mapping that the stack only reads", stack: [map(`arn:aws:sns:${ARN}:t`, {}, { external: true })] },
    {
      name: "an ARN that is built from a topic and a queue",
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
      name: "a table whose stream is not known yet",
      stack: [table({ streamEnabled: unknown }), map(table({ streamEnabled: unknown }).streamArn)],
    },
    {
      name: "a table that the stack only reads",
      stack: [table({}, { external: true }), map(table({}, { external: true }).streamArn)],
    },
    {
      name: "a stream that a table has, which the program does not switch on",
      shape: "up" as const,
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
    ...createdAndDeployed([
      rejected(
        "a topic",
        [topic, map(topic.arn)],
        /cannot poll a topic\. Use an aws\.sns\.TopicSubscription with `protocol: "lambda"`.*Unrecognized event source/,
      ),
      ...[
        ["s3:::uploads", /a bucket\. Use an aws\.s3\.BucketNotification/],
        [`events:${ARN}:rule/nightly`, /EventTarget/],
        [`logs:${ARN}:log-group:/app:*`, /LogSubscriptionFilter/],
        [`states:${ARN}:stateMachine:s`, /aws.lambda.Permission/],
      ].map(([arn, message]) =>
        rejected(`a literal ${String(arn)}`, [map(`arn:aws:${String(arn)}`)], message as RegExp),
      ),
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
        /The table orders has no stream that Lambda could read\. Set `streamEnabled: true`/,
      ),
      rejected("the ARN of a table without a stream", [table(), map(table().arn)], /has no stream/),
      rejected("the literal ARN of a table", [map(`arn:aws:dynamodb:${ARN}:table/orders`)], /Use the `streamArn`/),
    ]),
    {
      ...rejected("the ARN of a table with a stream, once it is known", [streaming, map(streaming.arn)], /streamArn/),
      shape: "up" as const,
      findings: [{ resource: "orders", path: "eventSourceArn", level: "advisory" as const, message: /streamArn/ }],
    },
  ],
  undecided: [{ name: "an unknown source", stack: [map(unknown)], at: ["orders.eventSourceArn"] }],
});
