import rule from "../../../policies/validity/lambda-dead-letter-permission";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const role = resource("aws:iam/role:Role", "api-role", { name: "api-role" });
const queue = resource("aws:sqs/queue:Queue", "failed");
const topic = resource("aws:sns/topic:Topic", "failed-topic");
const fn = (targetArn: Input, more: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lambda/function:Function",
    "api",
    { role: role.arn, deadLetterConfig: { targetArn }, ...more },
    options,
  );
const policy = (Action: Input, Resource: Input, Effect = "Allow"): BuiltResource =>
  resource("aws:iam/rolePolicy:RolePolicy", "api-policy", {
    role: role.name,
    policy: json({ Version: "2012-10-17", Statement: [{ Effect, Action, Resource }] }),
  });
const attach = (policyArn: Input): BuiltResource =>
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "logs", { role: role.name, policyArn });
const LOGS = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const LITERAL = "arn:aws:sqs:eu-west-1:464738291005:failed";
const PATH = "deadLetterConfig.targetArn";

ruleTest(rule, {
  valid: [
    {
      name: "no dead-letter target",
      stack: [role, resource("aws:lambda/function:Function", "api", { role: role.arn })],
    },
    { name: "an empty target", stack: [role, fn("")] },
    { name: "a policy on the queue", stack: [role, queue, fn(queue.arn), policy("sqs:SendMessage", queue.arn)] },
    { name: "a policy on all queues", stack: [role, queue, fn(queue.arn), policy(["sqs:Send*"], "*")] },
    { name: "a policy on the topic", stack: [role, topic, fn(topic.arn), policy("sns:Publish", topic.arn)] },
    { name: "a policy on a literal queue", stack: [role, fn(LITERAL), policy("sqs:SendMessage", LITERAL)] },
    {
      name: "an AWS managed policy",
      stack: [role, queue, fn(queue.arn), attach("arn:aws:iam::aws:policy/AmazonSQSFullAccess")],
    },
    { name: "a role of another stack", stack: [queue, fn(queue.arn, { role: "arn:aws:iam::464738291005:role/api" })] },
    { name: "a function that the stack only reads", stack: [role, queue, fn(queue.arn, {}, { external: true })] },
    {
      name: "a customer managed policy of another stack",
      stack: [role, queue, fn(queue.arn), attach("arn:aws:iam::464738291005:policy/app")],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a role that may only write logs",
      stack: [role, queue, fn(queue.arn), attach(LOGS)],
      findings: [
        {
          resource: "api",
          path: PATH,
          message: /role api-role .*"sqs:SendMessage" on failed\..*permissions to call SendMessage on SQS"/,
        },
      ],
    },
    {
      name: "a role without a policy, and a topic",
      stack: [role, topic, fn(topic.arn)],
      findings: [{ resource: "api", path: PATH, message: /"sns:Publish" on failed-topic.*call Publish on SNS"/ }],
    },
    {
      name: "a policy on another queue",
      stack: [role, queue, fn(queue.arn), policy("sqs:SendMessage", "arn:aws:s3:::uploads/*")],
      findings: [{ resource: "api", path: PATH }],
    },
    {
      name: "a policy that reads only, on a literal queue",
      stack: [role, fn(LITERAL), policy("sqs:ReceiveMessage", LITERAL)],
      findings: [{ resource: "api", path: PATH }],
    },
    {
      name: "a policy that denies it on a literal queue",
      stack: [
        role,
        fn(LITERAL),
        policy("sqs:SendMessage", "*"),
        resource("aws:iam/rolePolicy:RolePolicy", "deny", {
          role: role.name,
          policy: json({ Statement: [{ Effect: "Deny", Action: "sqs:*", Resource: LITERAL }] }),
        }),
      ],
      findings: [{ resource: "api", path: PATH }],
    },
    {
      name: "a policy of the queue, which does not replace it",
      stack: [
        role,
        queue,
        fn(queue.arn),
        resource("aws:sqs/queuePolicy:QueuePolicy", "open", {
          queueUrl: queue.url,
          policy: json({ Statement: [{ Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: queue.arn }] }),
        }),
      ],
      findings: [{ resource: "api", path: PATH }],
    },
  ]),
  undecided: [
    { name: "an unknown target", stack: [role, fn(unknown)], at: [`api.${PATH}`] },
    {
      name: "a target of another service",
      stack: [role, fn("arn:aws:events:eu-west-1:464738291005:event-bus/x")],
      at: [`api.${PATH}`],
    },
    { name: "an unknown role", stack: [queue, fn(queue.arn, { role: unknown })], at: ["api.role"] },
    {
      name: "a policy whose text is not known yet",
      stack: [role, queue, fn(queue.arn), policy("sqs:SendMessage", queue.arn)],
      at: ["api.role"],
    },
  ],
});
