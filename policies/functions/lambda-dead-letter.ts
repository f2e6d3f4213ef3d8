import { asynchronousInvokerOf, isDeadLetterQueue, QUEUE, REDRIVE_POLICY } from "../../stack/dead-letters";
import { FUNCTION } from "../../stack/functions";
import type { Resource } from "../../stack/resource";
import { isUnplaced, type Stack } from "../../stack/stack";
import { defineRule, type Context } from "../rule";

const INVOKE_CONFIG = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

export default defineRule({
  id: "lambda-dead-letter",
  category: "functions",
  description: "What fails again and again is kept in a dead-letter queue",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "Lambda drops an event that failed three times, and a queue offers a message that nobody can handle until its time is " +
    "up. A dead-letter queue keeps both for whoever looks into it.",
  fix: {
    typescript: "deadLetterConfig: { targetArn: failed.arn }, // on a queue: redrivePolicy with deadLetterTargetArn",
    python: 'dead_letter_config={"target_arn": failed.arn},  # on a queue: redrive_policy with deadLetterTargetArn',
    yaml: "deadLetterConfig: # on a queue: redrivePolicy with deadLetterTargetArn\n  targetArn: ${failed.arn}",
  },
  limits:
    "Functions that no subscription, event target or bucket of the stack calls, and queues that no function of the stack " +
    "reads; what the dead-letter queue is watched by.",
  stack(stack, context) {
    for (const fn of stack.ofType(FUNCTION).filter(({ outside }) => !outside)) {
      checkFunction(stack, fn, context);
    }
    for (const queue of stack.ofType(QUEUE).filter(({ outside }) => !outside)) {
      checkQueue(stack, queue, context);
    }
  },
});

function checkFunction(stack: Stack, fn: Resource, { report, undecided }: Context): void {
  const invoker = asynchronousInvokerOf(stack, fn);
  const hasOwn = !fn.at("deadLetterConfig").isAbsent;
  if (!invoker || hasOwn) {
    return;
  }
  const configs = stack.referrers(fn, "functionName", INVOKE_CONFIG);
  if (configs.some((config) => !config.at("destinationConfig").isAbsent)) {
    return;
  }
  if (stack.ofType(INVOKE_CONFIG).some((config) => !configs.includes(config) && config.at("functionName").isUnknown)) {
    undecided(fn, "deadLetterConfig");
    return;
  }
  report({
    at: fn,
    property: "deadLetterConfig",
    message: `what ${invoker.name} sends is lost when the function fails three times; set deadLetterConfig: { targetArn: queue.arn }, or an onFailure destination.`,
  });
}

function checkQueue(stack: Stack, queue: Resource, { report, undecided }: Context): void {
  const readers = stack.referrers(queue, "eventSourceArn", "aws:lambda/eventSourceMapping:EventSourceMapping");
  const redrives = stack.ofType(REDRIVE_POLICY).map((policy) => policy.at("queueUrl"));
  if (
    readers.length === 0 ||
    !queue.at("redrivePolicy").isAbsent ||
    isDeadLetterQueue(stack, queue) ||
    redrives.some((place) => stack.refs(place, QUEUE).resources.includes(queue))
  ) {
    return;
  }
  if (redrives.some((place) => isUnplaced(stack, place, QUEUE))) {
    undecided(queue, "redrivePolicy");
  } else {
    report({
      at: queue,
      property: "redrivePolicy",
      message:
        "a message that the function cannot handle comes back until its time is up, and is gone then; " +
        "set redrivePolicy with deadLetterTargetArn and maxReceiveCount.",
    });
  }
}
