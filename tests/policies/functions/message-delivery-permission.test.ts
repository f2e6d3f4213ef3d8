import rule from "../../../policies/functions/message-delivery-permission";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const topic = resource("aws:sns/topic:Topic", "events");
const queue = resource("aws:sqs/queue:Queue", "orders");
const allow = (principal: Input): Input =>
  json({ Statement: [{ Effect: "Allow", Principal: principal, Action: "*", Resource: "*" }] });
const subscription = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:sns/topicSubscription:TopicSubscription", "orders", {
    topic: topic.arn,
    protocol: "sqs",
    endpoint: queue.arn,
    ...inputs,
  });
const policy = (principal: Input, inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:sqs/queuePolicy:QueuePolicy", "orders", { queueUrl: queue.id, policy: allow(principal), ...inputs });
const target = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:cloudwatch/eventTarget:EventTarget", "nightly", { rule: "nightly", ...inputs });
const NO_SNS = /No policy lets SNS send to the queue orders, so its messages are dropped/;

ruleTest(rule, {
  valid: [
    { name: "a policy for SNS", stack: [topic, queue, subscription(), policy({ Service: "sns.amazonaws.com" })] },
    { name: "a policy for everyone under a condition", stack: [topic, queue, subscription(), policy("*")] },
    {
      name: "a policy of the queue's own",
      stack: (() => {
        const own = resource("aws:sqs/queue:Queue", "own", { policy: allow({ Service: ["sns.amazonaws.com"] }) });
        return [topic, own, subscription({ endpoint: own.arn })];
      })(),
    },
    {
      name: "a queue of another stack",
      stack: [topic, subscription({ endpoint: "arn:aws:sqs:us-east-1:464738291005:q" })],
    },
    {
      name: "a mail address",
      stack: [topic, subscription({ protocol: "email", endpoint: "on-call@larkfield-market.com" })],
    },
    {
      name: "a target with a role",
      stack: [queue, target({ arn: queue.arn, roleArn: "arn:aws:iam::464738291005:role/r" })],
    },
    {
      name: "a topic for EventBridge",
      stack: [
        topic,
        target({ arn: topic.arn }),
        resource("aws:sns/topicPolicy:TopicPolicy", "events", {
          arn: topic.arn,
          policy: allow({ Service: "events.amazonaws.com" }),
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "no policy",
      shape: "preview",
      stack: [topic, queue, subscription()],
      findings: [{ resource: "orders", path: "endpoint", message: NO_SNS }],
    },
    {
      name: "a deployed one, which may have got it in another way",
      shape: "up",
      stack: [topic, queue, subscription()],
      findings: [{ resource: "orders", path: "endpoint", level: "advisory", message: /exists already/ }],
    },
    {
      name: "a policy for another service",
      shape: "preview",
      stack: [topic, queue, subscription(), policy({ Service: "events.amazonaws.com" })],
      findings: [{ resource: "orders", path: "endpoint", message: NO_SNS }],
    },
    {
      name: "a policy of another queue",
      shape: "preview",
      stack: (() => {
        const other = resource("aws:sqs/queue:Queue", "other");
        return [topic, queue, other, subscription(), policy({ Service: "sns.amazonaws.com" }, { queueUrl: other.id })];
      })(),
      findings: [{ resource: "orders", path: "endpoint", message: NO_SNS }],
    },
    {
      name: "EventBridge and a queue",
      shape: "preview",
      stack: [queue, target({ arn: queue.arn })],
      findings: [{ resource: "nightly", path: "arn", message: /EventBridge send to the queue orders/ }],
    },
    {
      name: "EventBridge and a topic",
      shape: "preview",
      stack: [topic, target({ arn: topic.arn })],
      findings: [{ resource: "nightly", path: "arn", message: /EventBridge send to the topic events/ }],
    },
    {
      name: "anomalies of costs and a topic",
      shape: "preview",
      stack: [
        topic,
        resource("aws:costexplorer/anomalySubscription:AnomalySubscription", "costs", {
          frequency: "IMMEDIATE",
          subscribers: [{ type: "SNS", address: topic.arn }],
        }),
      ],
      findings: [{ resource: "costs", path: "subscribers", message: /the principal costalerts\.amazonaws\.com\./ }],
    },
  ],
  undecided: [
    {
      name: "a policy that is not known yet",
      stack: [topic, queue, subscription(), policy("x", { policy: unknown })],
      at: ["orders.endpoint"],
    },
    {
      name: "a policy of some queue",
      stack: [topic, queue, subscription(), policy({ Service: "sns.amazonaws.com" }, { queueUrl: unknown })],
      at: ["orders.endpoint"],
    },
  ],
});
