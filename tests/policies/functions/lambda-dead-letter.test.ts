import rule from "../../../policies/functions/lambda-dead-letter";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const QUEUE = "aws:sqs/queue:Queue";
const fn = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", { role: "arn:aws:iam::464738291005:role/worker", ...inputs });
const plain = fn();
const failed = resource(QUEUE, "failed");
const jobs = resource(QUEUE, "jobs");
const guarded = resource(QUEUE, "jobs", {
  redrivePolicy: json({ deadLetterTargetArn: failed.arn, maxReceiveCount: 3 }),
});
const subscription = (to: BuiltResource): BuiltResource =>
  resource("aws:sns/topicSubscription:TopicSubscription", "orders-to-worker", {
    topic: "arn:aws:sns:us-east-1:464738291005:orders",
    protocol: "lambda",
    endpoint: to.arn,
  });
const reads = (queue: BuiltResource): BuiltResource =>
  resource("aws:lambda/eventSourceMapping:EventSourceMapping", "read", {
    functionName: "worker",
    eventSourceArn: queue.arn,
  });
const invokeConfig = (functionName: Input): BuiltResource =>
  resource("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "invoke", {
    functionName,
    destinationConfig: { onFailure: { destination: failed.arn } },
  });
const redrive = (queueUrl: Input): BuiltResource =>
  resource("aws:sqs/redrivePolicy:RedrivePolicy", "redrive", {
    queueUrl,
    redrivePolicy: json({ deadLetterTargetArn: failed.arn, maxReceiveCount: 3 }),
  });
const withDlq = fn({ deadLetterConfig: { targetArn: failed.arn } });

ruleTest(rule, {
  valid: [
    { name: "a function with one", stack: [failed, withDlq, subscription(withDlq)] },
    { name: "a destination for failures", stack: [failed, plain, subscription(plain), invokeConfig(plain.name)] },
    { name: "a function that is waited for", stack: [plain] },
    { name: "a queue with one", stack: [failed, guarded, reads(guarded)] },
    { name: "a policy of its own", stack: [failed, jobs, reads(jobs), redrive(jobs.id)] },
    { name: "a queue that no function of the stack reads", stack: [jobs] },
    {
      name: "the dead-letter queue itself, which a function reads",
      stack: [failed, guarded, reads(guarded), reads(failed)],
    },
    {
      name: "queues whose name shows that they are one",
      stack: [
        resource(QUEUE, "orders-dlq"),
        reads(resource(QUEUE, "orders-dlq")),
        resource(QUEUE, "lost", { redriveAllowPolicy: json({ redrivePermission: "allowAll" }) }),
        reads(resource(QUEUE, "lost", { redriveAllowPolicy: json({ redrivePermission: "allowAll" }) })),
      ],
    },
    {
      name: "what the stack only reads",
      stack: (() => {
        const shared = resource(QUEUE, "shared", {}, { external: true });
        const other = resource("aws:lambda/function:Function", "other", {}, { external: true });
        return [shared, reads(shared), other, subscription(other)];
      })(),
    },
  ],
  invalid: [
    {
      name: "a function that a topic calls",
      stack: [plain, subscription(plain)],
      findings: [{ resource: "worker", path: "deadLetterConfig", message: /^An event from orders-to-worker is lost/ }],
    },
    {
      name: "functions that a rule or a bucket calls",
      stack: [
        plain,
        resource("aws:cloudwatch/eventTarget:EventTarget", "nightly", { rule: "nightly", arn: plain.arn }),
        resource("aws:s3/bucketNotification:BucketNotification", "uploads", {
          bucket: "b",
          lambdaFunctions: [{ lambdaFunctionArn: plain.arn, events: ["s3:ObjectCreated:*"] }],
        }),
      ],
      findings: [{ resource: "worker", path: "deadLetterConfig" }],
    },
    {
      name: "several functions and queues: one finding each",
      stack: [
        plain,
        subscription(plain),
        ...["second", "third"].flatMap((name) => {
          const fn = resource("aws:lambda/function:Function", name, { role: "arn:aws:iam::464738291005:role/worker" });
          return [
            fn,
            resource("aws:cloudwatch/eventTarget:EventTarget", `to-${name}`, { rule: "nightly", arn: fn.arn }),
          ];
        }),
      ],
      findings: [
        {
          resource: "second",
          path: "deadLetterConfig",
          message: /^An event from orders-to-worker, to-second and to-third is lost/,
        },
      ],
    },
    {
      name: "a queue",
      stack: [jobs, reads(jobs)],
      findings: [{ resource: "jobs", path: "redrivePolicy", message: /maxReceiveCount/ }],
    },
  ],
  undecided: [
    {
      name: "a destination of some function",
      stack: [failed, plain, subscription(plain), invokeConfig(unknown)],
      at: ["worker.deadLetterConfig"],
    },
    {
      name: "a policy for some queue",
      stack: [failed, jobs, reads(jobs), redrive(unknown)],
      at: ["jobs.redrivePolicy"],
    },
  ],
});
