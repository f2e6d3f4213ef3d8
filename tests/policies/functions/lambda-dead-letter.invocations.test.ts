import { asynchronousInvokerOf, isDeadLetterQueue } from "../../../policies/functions/lambda-dead-letter.invocations";
import { Stack } from "../../../src/graph/stack";
import { build, json, resource, type BuiltResource } from "../../../src/testing/stack";

const QUEUE = "aws:sqs/queue:Queue";
const queue = resource(QUEUE, "failed");

const isDeadLetter = (...others: BuiltResource[]): boolean[] =>
  (["preview", "up"] as const).map((shape) => {
    const stack = Stack.from(build([queue, ...others], shape));
    const [found] = stack.ofType(QUEUE).filter(({ name }) => name === "failed");
    return found !== undefined && isDeadLetterQueue(stack, found);
  });

describe("a dead-letter queue", () => {
  test.each([
    [
      "of a queue",
      resource(QUEUE, "jobs", { redrivePolicy: json({ deadLetterTargetArn: queue.arn, maxReceiveCount: 3 }) }),
    ],
    ["of a function", resource("aws:lambda/function:Function", "f", { deadLetterConfig: { targetArn: queue.arn } })],
    [
      "of an event target",
      resource("aws:cloudwatch/eventTarget:EventTarget", "t", { deadLetterConfig: { arn: queue.arn } }),
    ],
    ["that allows it", resource("aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", "allow", { queueUrl: queue.id })],
  ])("%s", (_name, other) => {
    expect(isDeadLetter(other)).toEqual([true, true]);
  });

  test.each([
    ["none", []],
    [
      "what a queue only reads",
      [resource("aws:lambda/eventSourceMapping:EventSourceMapping", "m", { eventSourceArn: queue.arn })],
    ],
  ])("%s", (_name, others) => {
    expect(isDeadLetter(...others)).toEqual([false, false]);
  });
});

test("a queue may show by its name that it is one", () => {
  const stack = Stack.from(build([resource(QUEUE, "lost", { name: "orders-dead-letters" })], "preview"));
  expect(stack.ofType(QUEUE).map((one) => isDeadLetterQueue(stack, one))).toEqual([true]);
});

test("the first that calls a function is named", () => {
  const fn = resource("aws:lambda/function:Function", "f");
  const stack = Stack.from(
    build([fn, resource("aws:cloudwatch/eventTarget:EventTarget", "nightly", { arn: fn.arn })], "preview"),
  );
  const [found] = stack.ofType("aws:lambda/function:Function");
  expect(found && asynchronousInvokerOf(stack, found)?.name).toBe("nightly");
});
