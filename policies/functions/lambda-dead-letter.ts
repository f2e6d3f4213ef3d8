import { asynchronousInvokerOf, isDeadLetterQueue } from "./lambda-dead-letter.invocations";
import { LAMBDA_FUNCTION, SQS_QUEUE, SQS_REDRIVE_POLICY } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { joinNames } from "../../src/graph/words";
import { defineRule, type Context } from "../../src/rules/rule";

const INVOKE_CONFIG = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

export default defineRule({
  id: "lambda-dead-letter",
  category: "functions",
  description: "Events that fail repeatedly must go to a dead-letter queue",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "Lambda drops an event that failed three times, and a queue offers a message that no consumer can process until its " +
    "retention ends. A dead-letter queue keeps both, so that they can be examined and sent again.",
  fix: {
    typescript: `deadLetterConfig: { targetArn: failed.arn }, // on a queue: redrivePolicy with deadLetterTargetArn`,
    python: `dead_letter_config={"target_arn": failed.arn},  # on a queue: redrive_policy with deadLetterTargetArn`,
    yaml: `deadLetterConfig: # on a queue: redrivePolicy with deadLetterTargetArn
  targetArn: \${failed.arn}`,
  },
  limits:
    "Functions that no subscription, event target or bucket of the stack invokes, and queues that no function of the " +
    "stack reads; whether the dead-letter queue is watched.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",
  ],
  stack(stack, context) {
    const functions = stack.managed(LAMBDA_FUNCTION).flatMap((fn) => lossOf(stack, fn, context) ?? []);
    const [fn, ...otherFunctions] = functions;
    if (fn) {
      const invokers = joinNames([...new Set(functions.map(({ invoker }) => invoker.name))].sort());
      context.report({
        at: fn.at,
        alsoAt: otherFunctions.map(({ at }) => at),
        property: "deadLetterConfig",
        message:
          `An event from ${invokers} is lost when the function has failed three times. Set ` +
          "`deadLetterConfig: { targetArn: queue.arn }`, or an aws.lambda.FunctionEventInvokeConfig with a destination.",
      });
    }
    const [queue, ...otherQueues] = stack.managed(SQS_QUEUE).filter((one) => isWithoutDeadLetters(stack, one, context));
    if (queue) {
      context.report({
        at: queue,
        alsoAt: otherQueues,
        property: "redrivePolicy",
        message:
          "A message that the function cannot process returns to the queue until its retention ends, and is deleted then. " +
          'Set `redrivePolicy` with "deadLetterTargetArn" and "maxReceiveCount".',
      });
    }
  },
});

/** A function that drops events, and what sends them. */
interface Loss {
  at: Resource;
  invoker: Resource;
}

function lossOf(stack: Stack, fn: Resource, { undecided }: Context): Loss | undefined {
  const invoker = asynchronousInvokerOf(stack, fn);
  const hasOwn = !fn.at("deadLetterConfig").isAbsent;
  if (!invoker || hasOwn) {
    return undefined;
  }
  const configs = stack.referrers(fn, "functionName", INVOKE_CONFIG);
  if (configs.some((config) => !config.at("destinationConfig").isAbsent)) {
    return undefined;
  }
  if (stack.ofType(INVOKE_CONFIG).some((config) => !configs.includes(config) && config.at("functionName").isUnknown)) {
    undecided(fn, "deadLetterConfig");
    return undefined;
  }
  return { at: fn, invoker };
}

function isWithoutDeadLetters(stack: Stack, queue: Resource, { undecided }: Context): boolean {
  const readers = stack.referrers(queue, "eventSourceArn", "aws:lambda/eventSourceMapping:EventSourceMapping");
  const redrives = stack.ofType(SQS_REDRIVE_POLICY).map((policy) => policy.at("queueUrl"));
  if (
    readers.length === 0 ||
    !queue.at("redrivePolicy").isAbsent ||
    isDeadLetterQueue(stack, queue) ||
    redrives.some((view) => stack.refs(view, SQS_QUEUE).resources.includes(queue))
  ) {
    return false;
  }
  if (redrives.some((view) => mayReferTo(stack, view, SQS_QUEUE))) {
    undecided(queue, "redrivePolicy");
    return false;
  }
  return true;
}
