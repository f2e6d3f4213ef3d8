import rule from "../../../policies/validity/event-target-dead-letter";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const queue = resource("aws:sqs/queue:Queue", "lost");
const fifo = resource("aws:sqs/queue:Queue", "ordered", { fifoQueue: true });
const standard = resource("aws:sqs/queue:Queue", "plain", { fifoQueue: false });
const topic = resource("aws:sns/topic:Topic", "lost-topic");
const fn = resource("aws:lambda/function:Function", "worker");
const ARN = "arn:aws:sqs:us-east-1:464738291005:lost";

const target = (arn: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:cloudwatch/eventTarget:EventTarget", "to-worker", {
    rule: "orders",
    arn: fn.arn,
    deadLetterConfig: { arn },
    ...more,
  });
const schedule = (arn: Input): BuiltResource =>
  resource("aws:scheduler/schedule:Schedule", "nightly", {
    target: { arn: fn.arn, roleArn: "arn:aws:iam::464738291005:role/s", deadLetterConfig: { arn } },
  });

ruleTest(rule, {
  valid: [
    { name: "an empty string, which is like no target", stack: [fn, target("")] },
    { name: "queues", stack: [queue, standard, fn, target(queue.arn), target(standard.arn), schedule(ARN)] },
    { name: "a queue of another stack", stack: [fn, target(ARN)] },
    { name: "none", stack: [fn, target(undefined), target(undefined, { deadLetterConfig: undefined })] },
    {
      name: "what sends to a topic",
      stack: [
        topic,
        resource("aws:cloudwatch/eventTarget:EventTarget", "to-topic", { rule: "orders", arn: topic.arn }),
      ],
    },
    {
      name: "the dead-letter topic of a function, which is allowed",
      stack: [topic, resource("aws:lambda/function:Function", "f", { deadLetterConfig: { targetArn: topic.arn } })],
    },
    {
      name: "a target that the stack only reads",
      stack: [
        resource(
          "aws:cloudwatch/eventTarget:EventTarget",
          "t",
          { deadLetterConfig: { arn: "arn:aws:sns:us-east-1:464738291005:t" } },
          { external: true },
        ),
      ],
    },
  ],
  invalid: [
    {
      name: "a literal FIFO queue",
      stack: [fn, target(`${ARN}.fifo`)],
      findings: [
        {
          resource: "to-worker",
          path: "deadLetterConfig.arn",
          message: /SQS FIFO is not supported by Dead Letter Queues/,
        },
      ],
    },
    {
      name: "a topic, a function and a FIFO queue",
      stack: [topic, fn, fifo, target(topic.arn)],
      findings: [{ resource: "to-worker", path: "deadLetterConfig.arn", message: /is an SNS topic, and EventBridge/ }],
    },
    {
      name: "a function",
      stack: [fn, target(fn.arn)],
      findings: [{ resource: "to-worker", path: "deadLetterConfig.arn", message: /is a function/ }],
    },
    {
      name: "a FIFO queue",
      stack: [fn, fifo, target(text`${fifo.arn}`)],
      shape: "preview",
      findings: [{ resource: "to-worker", path: "deadLetterConfig.arn", message: /is a FIFO queue/ }],
    },
    {
      name: "literal ARNs",
      stack: [fn, target(`${ARN}.fifo`), schedule("arn:aws:logs:us-east-1:464738291005:log-group:lost")],
      findings: [
        { resource: "to-worker", path: "deadLetterConfig.arn", message: /FIFO/ },
        { resource: "nightly", path: "target.deadLetterConfig.arn", message: /is a log group/ },
      ],
    },
    {
      name: "the address of a queue instead of its ARN, and another service",
      stack: [
        fn,
        target("https://sqs.us-east-1.amazonaws.com/464738291005/lost"),
        schedule("arn:aws:firehose:us-east-1:464738291005:deliverystream/lost"),
      ],
      findings: [
        { resource: "to-worker", path: "deadLetterConfig.arn", message: /is "https:/ },
        { resource: "nightly", path: "target.deadLetterConfig.arn", message: /is "arn:aws:firehose/ },
      ],
    },
  ],
  undecided: [
    { name: "a schedule's", stack: [topic, fn, schedule(topic.arn)], at: ["nightly.target.deadLetterConfig.arn"] },
    { name: "of nowhere", stack: [fn, target(unknown)], at: ["to-worker.deadLetterConfig.arn"] },
    {
      name: "an ARN computed from two resources",
      stack: [fn, queue, topic, target(text`${queue.arn}${topic.arn}`)],
      at: ["to-worker.deadLetterConfig.arn"],
    },
    {
      name: "a queue that may be FIFO",
      stack: [
        fn,
        resource("aws:sqs/queue:Queue", "q", { fifoQueue: unknown }),
        target(resource("aws:sqs/queue:Queue", "q", { fifoQueue: unknown }).arn),
      ],
      at: ["to-worker.deadLetterConfig.arn"],
    },
  ],
});
