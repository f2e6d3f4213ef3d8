import { known, UNKNOWN } from "../../stack/value";
import type { Read, View } from "../../stack/view";
import { defineRule } from "../rule";

const QUEUE = "aws:sqs/queue:Queue";
const EVENT_TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const PLACES: Readonly<Record<string, readonly string[]>> = {
  [EVENT_TARGET]: ["deadLetterConfig", "arn"],
  "aws:scheduler/schedule:Schedule": ["target", "deadLetterConfig", "arn"],
};

/** What people take for a place for lost events, by the service in its ARN. */
const OTHERS = [
  { type: "aws:sns/topic:Topic", service: "sns", what: "an SNS topic" },
  { type: "aws:lambda/function:Function", service: "lambda", what: "a function" },
  { type: "aws:cloudwatch/logGroup:LogGroup", service: "logs", what: "a log group" },
  { type: "aws:s3/bucket:Bucket", service: "s3", what: "a bucket" },
  { type: "aws:kinesis/stream:Stream", service: "kinesis", what: "a stream" },
  { type: "aws:cloudwatch/eventBus:EventBus", service: "events", what: "an event bus" },
];
const FIFO = "a FIFO queue";

export default defineRule({
  id: "event-target-dead-letter",
  category: "validity",
  description: "What EventBridge cannot deliver goes to a queue",
  severity: "medium",
  level: "mandatory",
  failures: [],
  why:
    "EventBridge puts events that it cannot deliver into a standard SQS queue and nothing else. " +
    "A topic, a function or a FIFO queue is refused, or the events are lost after all.",
  fix: {
    typescript: "deadLetterConfig: { arn: queue.arn }, // new aws.sqs.Queue(…)",
    python: 'dead_letter_config={"arn": queue.arn},  # aws.sqs.Queue(…)',
    yaml: "deadLetterConfig:\n  arn: ${queue.arn} # an aws:sqs:Queue",
  },
  limits: "Whether the queue's policy lets EventBridge write, and ARNs that are not known until the deployment.",
  stack(stack, { report, undecided }) {
    const places = Object.entries(PLACES).flatMap(([type, path]) =>
      stack.ofType(type).map((target) => target.at(...path)),
    );
    for (const place of places.filter(({ resource }) => !resource.outside)) {
      const what = place.isAbsent || place.value === "" ? undefined : otherThanQueue(place);
      if (what === UNKNOWN) {
        undecided(place);
      } else if (what !== undefined) {
        report({
          at: place,
          message: `the dead-letter target is ${what}, and EventBridge takes only a standard SQS queue; give the arn of an aws.sqs.Queue.`,
          ...(what === FIFO &&
            place.resource.type === EVENT_TARGET && { answer: "SQS FIFO is not supported by Dead Letter Queues" }),
          restsOnComputedText: true,
        });
      }
    }
  },
});

/** What stands where a queue should; absent for a queue. */
function otherThanQueue(place: View): Read<string> {
  const arn = place.str();
  if (known(arn)) {
    const [, , service = ""] = arn.split(":");
    return service === "sqs"
      ? arn.endsWith(".fifo")
        ? FIFO
        : undefined
      : (OTHERS.find((other) => other.service === service)?.what ?? `"${arn}"`);
  }
  // Only a property that holds nothing else tells where its text comes from.
  const [source, ...more] = place.resource.propertyDependencies.get("deadLetterConfig") ?? [];
  if (source?.type === QUEUE && more.length === 0) {
    const fifo = source.bool("fifoQueue") ?? false;
    return fifo === UNKNOWN ? UNKNOWN : fifo ? FIFO : undefined;
  }
  return more.length > 0 ? UNKNOWN : (OTHERS.find(({ type }) => type === source?.type)?.what ?? UNKNOWN);
}
