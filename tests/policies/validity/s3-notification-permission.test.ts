import rule from "../../../policies/validity/s3-notification-permission";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const bucket = resource("aws:s3/bucket:Bucket", "uploads");
const resize = resource("aws:lambda/function:Function", "resize", { runtime: "nodejs22.x" });
const scan = resource("aws:lambda/function:Function", "scan", { runtime: "nodejs22.x" });
const queue = resource("aws:sqs/queue:Queue", "jobs");
const topic = resource("aws:sns/topic:Topic", "news");
const permission = (more: Record<string, Input> = {}, name = "allow", options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lambda/permission:Permission",
    name,
    {
      action: "lambda:InvokeFunction",
      function: resize.name,
      principal: "s3.amazonaws.com",
      sourceArn: bucket.arn,
      ...more,
    },
    options,
  );
const component = resource("shop:app:Uploads", "uploads");
const native = resource("aws-native:lambda:Permission", "allow", { functionName: resize.name });
const queuePolicy = resource("aws:sqs/queuePolicy:QueuePolicy", "jobs-from-s3", { queueUrl: queue.id, policy: "{}" });
const topicPolicy = resource("aws:sns/topicPolicy:TopicPolicy", "news-from-s3", { arn: topic.arn, policy: "{}" });
const notification = (
  to: Record<string, Input>,
  dependsOn: BuiltResource[] = [],
  options: BuildOptions = {},
): BuiltResource =>
  resource(
    "aws:s3/bucketNotification:BucketNotification",
    "on-upload",
    { bucket: bucket.id, ...to },
    { dependsOn, ...options },
  );
const events = ["s3:ObjectCreated:*"];
const toResize = { lambdaFunctions: [{ lambdaFunctionArn: resize.arn, events }] };
const toQueue = { queues: [{ queueArn: queue.arn, events }] };
const toTopic = { topics: [{ topicArn: topic.arn, events }] };

const whole = resource("aws:lambda/resourcePolicy:ResourcePolicy", "whole", {
  resourceArn: resize.arn,
  policy: '{"Statement":[]}',
});

ruleTest(rule, {
  valid: [
    { name: "a function", stack: [bucket, resize, permission(), notification(toResize, [permission()])] },
    { name: "a queue", stack: [bucket, queue, queuePolicy, notification(toQueue, [queuePolicy])] },
    { name: "a topic", stack: [bucket, topic, topicPolicy, notification(toTopic, [topicPolicy])] },
    {
      name: "a queue with a policy of its own",
      stack: [
        bucket,
        resource("aws:sqs/queue:Queue", "jobs", { policy: "{}" }),
        notification({ queues: [{ queueArn: resource("aws:sqs/queue:Queue", "jobs", { policy: "{}" }).arn, events }] }),
      ],
    },
    { name: "EventBridge", stack: [bucket, notification({ eventbridge: true })] },
    {
      name: "a function outside the stack",
      stack: [
        bucket,
        notification({
          lambdaFunctions: [{ lambdaFunctionArn: "arn:aws:lambda:us-east-1:464738291005:function:x", events }],
        }),
      ],
    },
    {
      name: "a function that the stack only reads",
      stack: [
        resource("aws:lambda/function:Function", "resize", {}, { external: true }),
        notification({
          lambdaFunctions: [
            {
              lambdaFunctionArn: resource("aws:lambda/function:Function", "resize", {}, { external: true }).arn,
              events,
            },
          ],
        }),
      ],
    },
    {
      name: "a notification that the stack only reads",
      stack: [bucket, resize, notification(toResize, [], { external: true })],
    },
    {
      name: "a permission for every principal",
      stack: [bucket, resize, permission({ principal: "*" }), notification(toResize, [permission({ principal: "*" })])],
    },
    {
      name: "a permission whose principal is not known",
      stack: [
        bucket,
        resize,
        permission({ principal: unknown }),
        notification(toResize, [permission({ principal: unknown })]),
      ],
      shape: "preview",
    },
    {
      name: "a permission of another provider that it waits for",
      stack: [bucket, resize, native, notification(toResize, [native])],
    },
    {
      name: "a function's whole policy that it waits for",
      stack: [bucket, resize, whole, notification(toResize, [whole])],
    },
    {
      name: "a permission that it waits for, though its function is not known",
      stack: [
        bucket,
        resize,
        permission({ function: unknown }),
        notification(toResize, [permission({ function: unknown })]),
      ],
    },
    {
      name: "a permission that comes first by way of a component",
      stack: [
        bucket,
        resize,
        component,
        permission({}, "allow", { parent: component }),
        notification(toResize, [component]),
      ],
    },
    {
      name: "a destination whose id is the name of a function of the stack",
      stack: [
        bucket,
        resource("aws:lambda/function:Function", "resize", { name: "resize" }),
        notification({
          lambdaFunctions: [
            { id: "resize", lambdaFunctionArn: "arn:aws:lambda:us-east-1:464738291005:function:other", events },
          ],
        }),
      ],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a notification that does not wait",
      stack: [bucket, resize, permission(), notification(toResize)],
      findings: [
        {
          resource: "on-upload",
          path: "lambdaFunctions",
          message:
            /^Nothing makes this notification wait for allow, which allows S3 to notify resize: add `dependsOn: \[allow\]`\..*Unable to validate/,
        },
      ],
    },
    {
      name: "a function's whole policy that it does not wait for",
      stack: [bucket, resize, whole, notification(toResize)],
      findings: [{ resource: "on-upload", path: "lambdaFunctions", message: /wait for whole/ }],
    },
    {
      name: "one function of two",
      stack: [
        bucket,
        resize,
        scan,
        permission(),
        permission({ function: scan.arn }, "allow-scan"),
        notification(
          {
            lambdaFunctions: [
              { lambdaFunctionArn: resize.arn, events },
              { lambdaFunctionArn: scan.arn, events },
            ],
          },
          [permission()],
        ),
      ],
      findings: [{ resource: "on-upload", path: "lambdaFunctions", message: /allow-scan/ }],
    },
    {
      name: "a permission for another service",
      stack: [
        bucket,
        resize,
        permission({ principal: "events.amazonaws.com" }),
        notification(toResize, [permission({ principal: "events.amazonaws.com" })]),
      ],
      findings: [
        {
          resource: "on-upload",
          path: "lambdaFunctions",
          message: /^Nothing allows S3 to notify resize\. Add an aws\.lambda/,
        },
      ],
    },
    {
      name: "policies that the notification does not wait for, in YAML",
      stack: [bucket, queue, topic, queuePolicy, topicPolicy, notification({ ...toQueue, ...toTopic })],
      files: { "Pulumi.yaml": "name: shop\nruntime: yaml\n" },
      findings: [
        {
          resource: "on-upload",
          path: "queues",
          message: /add the aws\.sqs\.QueuePolicy named "jobs-from-s3" to its `dependsOn`/,
        },
        { resource: "on-upload", path: "topics", message: /news-from-s3/ },
      ],
    },
    {
      name: "no policy at all",
      stack: [bucket, queue, topic, notification({ ...toQueue, ...toTopic })],
      findings: [
        { resource: "on-upload", path: "queues", message: /sqs:SendMessage/ },
        { resource: "on-upload", path: "topics", message: /sns:Publish/ },
      ],
    },
  ]),
  undecided: [
    {
      name: "a permission whose function is not known",
      stack: [bucket, resize, permission({ function: unknown }), notification(toResize)],
      at: ["allow.function"],
    },
    {
      name: "a permission of another provider",
      stack: [bucket, resize, native, notification(toResize)],
      at: ["on-upload.lambdaFunctions"],
    },
  ],
});

test("a destination that is added to a notification that exists is mandatory, one that exists is not", () => {
  const stack = [bucket, resize, permission(), notification(toResize)];
  const levelsWith = (...added: string[]): string[] =>
    runRule(rule, { name: "", stack }, "up", withNew(stack, ...added)).results.map(({ level }) => level);
  expect(levelsWith("resize", "allow")).toEqual(["mandatory"]);
  expect(levelsWith("on-upload")).toEqual(["advisory"]);
});
