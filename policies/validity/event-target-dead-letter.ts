import { CLOUDWATCH_EVENT_TARGET, SQS_QUEUE } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  [CLOUDWATCH_EVENT_TARGET]: ["deadLetterConfig", "arn"],
  "aws:scheduler/schedule:Schedule": ["target", "deadLetterConfig", "arn"],
};

/** What programs name instead of a queue, by the service in its ARN. */
const OTHERS = [
  { type: "aws:sns/topic:Topic", service: "sns", what: "an SNS topic" },
  { type: "aws:lambda/function:Function", service: "lambda", what: "a function" },
  { type: "aws:cloudwatch/logGroup:LogGroup", service: "logs", what: "a log group" },
  { type: "aws:s3/bucket:Bucket", service: "s3", what: "a bucket" },
  { type: "aws:kinesis/stream:Stream", service: "kinesis", what: "a stream" },
  { type: "aws:cloudwatch/eventBus:EventBus", service: "events", what: "an event bus" },
];
const FIFO = "a FIFO queue";

/** What a dead-letter target is; undefined for a standard queue. */
function otherThanQueue(target: View): Read<string> {
  const arn = target.str();
  if (known(arn)) {
    const [, , service = ""] = arn.split(":");
    if (service === "sqs") {
      return arn.endsWith(".fifo") ? FIFO : undefined;
    }
    return OTHERS.find((other) => other.service === service)?.what ?? `"${arn}"`;
  }
  // Only a property with nothing else in it shows where its value comes from.
  const [source, ...more] = target.resource.propertyDependencies.get("deadLetterConfig") ?? [];
  if (source?.type === SQS_QUEUE && more.length === 0) {
    const fifo = source.bool("fifoQueue") ?? false;
    return fifo === UNKNOWN ? UNKNOWN : fifo ? FIFO : undefined;
  }
  return more.length > 0 ? UNKNOWN : (OTHERS.find(({ type }) => type === source?.type)?.what ?? UNKNOWN);
}

export default defineRule({
  id: "event-target-dead-letter",
  category: "validity",
  description: "The dead-letter target of EventBridge must be a standard SQS queue",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "EventBridge sends events that it cannot deliver to a standard SQS queue and nothing else. It rejects a topic, a " +
    "function or a FIFO queue, or loses the events.",
  fix: {
    typescript: `deadLetterConfig: { arn: queue.arn }, // new aws.sqs.Queue(…)`,
    python: `dead_letter_config={"arn": queue.arn},  # aws.sqs.Queue(…)`,
    yaml: `deadLetterConfig:
  arn: \${queue.arn} # an aws:sqs:Queue`,
  },
  limits: "Whether the queue's policy lets EventBridge write, and ARNs that are not known until the deployment.",
  references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html"],
  stack(stack, { report, undecided }) {
    const targets = Object.entries(PROPERTIES).flatMap(([type, path]) =>
      stack.managed(type).map((resource) => resource.at(...path)),
    );
    for (const target of targets) {
      const what = target.isAbsent || target.value === "" ? undefined : otherThanQueue(target);
      if (what === UNKNOWN) {
        undecided(target);
      } else if (what !== undefined) {
        report({
          at: target,
          message: `The dead-letter target is ${what}, and EventBridge accepts only a standard SQS queue. Use the ARN of an aws.sqs.Queue.`,
          ...(what === FIFO &&
            target.resource.type === CLOUDWATCH_EVENT_TARGET && {
              awsError: "SQS FIFO is not supported by Dead Letter Queues",
            }),
          restsOnComputedText: true,
        });
      }
    }
  },
});
