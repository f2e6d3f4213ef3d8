import { isDeadLetterQueue } from "./lambda-dead-letter.invocations";
import { isNamedBy, mayBeShared, type Naming } from "../../src/aws/sharing";
import { CLOUDWATCH_EVENT_TARGET, SNS_TOPIC_SUBSCRIPTION, SQS_QUEUE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** What sends messages to a queue without reading them. */
const SENDERS: readonly Naming[] = [
  [SNS_TOPIC_SUBSCRIPTION, "endpoint"],
  [CLOUDWATCH_EVENT_TARGET, "arn"],
  ["aws:s3/bucketNotification:BucketNotification", "queues"],
  ["aws:scheduler/schedule:Schedule", "target", "arn"],
];

/** The types that name a queue and never read from it. */
const NO_READERS: ReadonlySet<string> = new Set([
  ...SENDERS.map(([type]) => type),
  "aws:sqs/queuePolicy:QueuePolicy",
  "aws:sqs/redrivePolicy:RedrivePolicy",
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:cloudwatch/dashboard:Dashboard",
  "pulumi:pulumi:Stack",
]);

/** True where anything of the stack may read from a queue: each user that is not known to do something else. */
const mayBeRead = (stack: Stack, queue: Resource): boolean =>
  stack.users(queue).some(({ type }) => !NO_READERS.has(type)) ||
  mayBeShared(stack, queue, ["arn", "url", "id", "name"]);

export default defineRule({
  id: "sqs-queue-consumer",
  category: "functions",
  description: "Queues that get messages must have a consumer",
  severity: "medium",
  level: "advisory",
  why:
    "A topic, a bucket or a schedule sends messages to the queue, and nothing takes them out of it. They are deleted after " +
    "the retention period, four days unless it is set, and are never processed.",
  fix: {
    typescript: `new aws.lambda.EventSourceMapping("orders", { eventSourceArn: orders.arn, functionName: worker.arn });`,
    python: `aws.lambda_.EventSourceMapping("orders", event_source_arn=orders.arn, function_name=worker.arn)`,
    yaml: `resources:
  consumer:
    type: aws:lambda:EventSourceMapping
    properties:
      eventSourceArn: \${orders.arn}
      functionName: \${worker.arn}`,
  },
  limits:
    "Queues to which nothing of the stack sends; dead letter queues; queues that the stack exports or keeps in a parameter, " +
    "and those that anything else of the stack uses: it may be the consumer.",
  references: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-architecture.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html",
  ],
  stack(stack, { report, undecided }) {
    const mappings = stack.ofType("aws:lambda/eventSourceMapping:EventSourceMapping", "aws:pipes/pipe:Pipe");
    const hasUnknownSource = mappings.some(
      (one) => (one.find("eventSourceArn") ?? one.find("source"))?.value === UNKNOWN,
    );
    for (const queue of stack.managed(SQS_QUEUE)) {
      const isFed = isNamedBy(stack, queue, SENDERS) === true;
      if (!isFed || isDeadLetterQueue(stack, queue) || mayBeRead(stack, queue)) {
        continue;
      }
      if (hasUnknownSource) {
        undecided(queue);
      } else {
        report({
          at: queue,
          message:
            "Messages are sent to this queue, and nothing of the stack reads them. Add an aws.lambda.EventSourceMapping " +
            "with its ARN as `eventSourceArn`, or give its URL to the service that reads it.",
        });
      }
    }
  },
});
