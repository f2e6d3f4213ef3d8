import { LAMBDA_FUNCTION, SQS_QUEUE, SQS_REDRIVE_POLICY } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import type { View } from "../../src/graph/view";

/** Where resources configure what happens to events that they cannot deliver or process. */
const CONFIGURATIONS: readonly (readonly [type: string, property: string, ...below: string[]])[] = [
  [SQS_QUEUE, "redrivePolicy", "deadLetterTargetArn"],
  [SQS_REDRIVE_POLICY, "redrivePolicy", "deadLetterTargetArn"],
  ["aws:sns/topicSubscription:TopicSubscription", "redrivePolicy", "deadLetterTargetArn"],
  [LAMBDA_FUNCTION, "deadLetterConfig"],
  ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "destinationConfig"],
  ["aws:lambda/eventSourceMapping:EventSourceMapping", "destinationConfig"],
  ["aws:cloudwatch/eventTarget:EventTarget", "deadLetterConfig"],
  ["aws:scheduler/schedule:Schedule", "target", "deadLetterConfig"],
  ["aws:pipes/pipe:Pipe", "sourceParameters"],
];

function findDeadLetters(stack: Stack): Set<Resource> {
  const views = CONFIGURATIONS.flatMap(([type, property, ...below]) =>
    stack.ofType(type).map((resource): View => resource.json(property).at(...below)),
  );
  const named = views.filter(({ isAbsent }) => !isAbsent).flatMap((view) => stack.refs(view, SQS_QUEUE).resources);
  const allowing = stack.ofType(SQS_QUEUE).filter((queue) => !queue.at("redriveAllowPolicy").isAbsent);
  const allowed = stack
    .ofType("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy")
    .flatMap((policy) => stack.refs(policy.at("queueUrl"), SQS_QUEUE).resources);
  return new Set([...named, ...allowing, ...allowed]);
}

/** True for a queue that takes events that others could not deliver: its own messages go no further. */
export function isDeadLetterQueue(stack: Stack, queue: Resource): boolean {
  const name = queue.str("name");
  return (
    stack.once(findDeadLetters).has(queue) ||
    /dlq|dead[-_.]?letter/i.test(`${queue.name} ${typeof name === "string" ? name : ""}`)
  );
}

const INVOKERS: readonly (readonly [type: string, property: string])[] = [
  ["aws:sns/topicSubscription:TopicSubscription", "endpoint"],
  ["aws:cloudwatch/eventTarget:EventTarget", "arn"],
  ["aws:s3/bucketNotification:BucketNotification", "lambdaFunctions"],
];

function findAsynchronous(stack: Stack): Map<Resource, Resource> {
  const found = new Map<Resource, Resource>();
  for (const [type, property] of INVOKERS) {
    for (const invoker of stack.ofType(type)) {
      for (const fn of stack.refs(invoker.at(property), LAMBDA_FUNCTION).resources) {
        found.set(fn, found.get(fn) ?? invoker);
      }
    }
  }
  return found;
}

/** The resource that hands events to a function without waiting: a subscription, an event target, a bucket's notification. */
export function asynchronousInvokerOf(stack: Stack, fn: Resource): Resource | undefined {
  return stack.once(findAsynchronous).get(fn);
}
