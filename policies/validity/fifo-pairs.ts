import { SNS_TOPIC, SNS_TOPIC_SUBSCRIPTION, SQS_QUEUE, SQS_REDRIVE_POLICY } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

/** Whether a queue or topic keeps the order of messages: by its property in the program, else by its ARN. */
function isFifo(stack: Stack, arn: View, [type, property]: readonly [string, string]): Read<boolean> {
  const { resources, complete } = stack.refs(arn, type);
  const [resource, another] = resources;
  if (resource && !another && complete && !resource.external) {
    return resource.bool(property) ?? false;
  }
  const text = arn.str();
  return known(text) && text.startsWith("arn:") ? text.endsWith(".fifo") : UNKNOWN;
}

const TOPIC = [SNS_TOPIC, "fifoTopic"] as const;
const QUEUE = [SQS_QUEUE, "fifoQueue"] as const;

function checkSubscription(stack: Stack, subscription: Resource, { report, undecided }: Context): void {
  if (subscription.str("protocol") !== "sqs") {
    return;
  }
  const topic = isFifo(stack, subscription.at("topic"), TOPIC);
  const queue = isFifo(stack, subscription.at("endpoint"), QUEUE);
  if (topic === UNKNOWN || queue === UNKNOWN) {
    undecided(subscription, topic === UNKNOWN ? "topic" : "endpoint");
  } else if (!topic && queue) {
    report({
      at: subscription,
      property: "endpoint",
      onlyAtCreation: true,
      message:
        "This is a FIFO queue, and only FIFO topics deliver to those. Set `fifoTopic: true` on the topic, or use a " +
        "standard queue.",
    });
  }
}

/** The ARN of the queue for dead letters, in the JSON that a queue or a policy of one has. */
const deadLettersOf = (owner: Resource): View => owner.json("redrivePolicy").at("deadLetterTargetArn");

function checkDeadLetters(stack: Stack, owner: Resource, { report, undecided }: Context): void {
  const arn = deadLettersOf(owner);
  if (arn.isAbsent) {
    return;
  }
  const isQueue = owner.type === SQS_QUEUE;
  const { resources } = isQueue ? { resources: [owner] } : stack.refs(owner.at("queueUrl"), SQS_QUEUE);
  const source = resources.length === 1 ? (resources[0]?.bool("fifoQueue") ?? false) : UNKNOWN;
  const dead = isFifo(stack, arn, QUEUE);
  if (source === UNKNOWN || dead === UNKNOWN) {
    undecided(owner, "redrivePolicy");
  } else if (source !== dead) {
    report({
      at: owner,
      property: "redrivePolicy",
      onlyAtCreation: true,
      message:
        `This queue is a ${source ? "FIFO" : "standard"} queue, and the one for its dead letters is not. Both must be of one ` +
        "kind: set `fifoQueue` on the other one alike.",
    });
  }
}

export default defineRule({
  id: "fifo-pairs",
  category: "validity",
  description: "FIFO queues must have FIFO topics and FIFO queues for dead letters",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A FIFO queue keeps the order of messages, so what sends to it must keep that order too. SNS rejects the subscription " +
    "of a FIFO queue to a standard topic, and SQS rejects dead letters of a FIFO queue in a standard queue and the reverse.",
  fix: {
    typescript: `const dead = new aws.sqs.Queue("dead", { name: "dead.fifo", fifoQueue: true });
const orders = new aws.sqs.Queue("orders", {
  name: "orders.fifo",
  fifoQueue: true,
  redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 3 }),
});`,
    python: `dead = aws.sqs.Queue("dead", name="dead.fifo", fifo_queue=True)
orders = aws.sqs.Queue("orders",
    name="orders.fifo",
    fifo_queue=True,
    redrive_policy=pulumi.Output.json_dumps({"deadLetterTargetArn": dead.arn, "maxReceiveCount": 3}))`,
    yaml: `resources:
  dead:
    type: aws:sqs:Queue
    properties:
      name: dead.fifo
      fifoQueue: true
  orders:
    type: aws:sqs:Queue
    properties:
      name: orders.fifo
      fifoQueue: true
      redrivePolicy:
        fn::toJSON:
          deadLetterTargetArn: \${dead.arn}
          maxReceiveCount: 3`,
  },
  limits:
    "Queues and topics whose ARN is not known yet and that another stack creates. On what exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
    "https://docs.aws.amazon.com/sns/latest/dg/fifo-topic-message-delivery.html",
  ],
  stack(stack, context) {
    for (const subscription of stack.managed(SNS_TOPIC_SUBSCRIPTION)) {
      checkSubscription(stack, subscription, context);
    }
    for (const owner of stack.managed(SQS_QUEUE, SQS_REDRIVE_POLICY)) {
      checkDeadLetters(stack, owner, context);
    }
  },
});
