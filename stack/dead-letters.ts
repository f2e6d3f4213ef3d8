import { FUNCTION } from "./functions";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import type { View } from "./view";

export const QUEUE = "aws:sqs/queue:Queue";
export const REDRIVE_POLICY = "aws:sqs/redrivePolicy:RedrivePolicy";

/** Where resources say what becomes of what they cannot deliver or handle. */
const PLACES: readonly (readonly [type: string, property: string, ...below: string[]])[] = [
  [QUEUE, "redrivePolicy", "deadLetterTargetArn"],
  [REDRIVE_POLICY, "redrivePolicy", "deadLetterTargetArn"],
  ["aws:sns/topicSubscription:TopicSubscription", "redrivePolicy", "deadLetterTargetArn"],
  [FUNCTION, "deadLetterConfig"],
  ["aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "destinationConfig"],
  ["aws:lambda/eventSourceMapping:EventSourceMapping", "destinationConfig"],
  ["aws:cloudwatch/eventTarget:EventTarget", "deadLetterConfig"],
  ["aws:scheduler/schedule:Schedule", "target", "deadLetterConfig"],
  ["aws:pipes/pipe:Pipe", "sourceParameters"],
];

function findDeadLetters(stack: Stack): Set<Resource> {
  const places = PLACES.flatMap(([type, property, ...below]) =>
    stack.ofType(type).map((resource): View => resource.json(property).at(...below)),
  );
  const named = places.flatMap((place) => stack.refs(place, QUEUE).resources);
  const allowing = stack.ofType(QUEUE).filter((queue) => !queue.at("redriveAllowPolicy").isAbsent);
  const allowed = stack
    .ofType("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy")
    .flatMap((policy) => stack.refs(policy.at("queueUrl"), QUEUE).resources);
  return new Set([...named, ...allowing, ...allowed]);
}

/** True for a queue that takes what others could not deliver: its own messages go no further. */
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
      for (const fn of stack.refs(invoker.at(property), FUNCTION).resources) {
        found.set(fn, found.get(fn) ?? invoker);
      }
    }
  }
  return found;
}

/** What hands events to a function without waiting for it: a subscription, an event target, a bucket's notification. */
export function asynchronousInvokerOf(stack: Stack, fn: Resource): Resource | undefined {
  return stack.once(findAsynchronous).get(fn);
}
