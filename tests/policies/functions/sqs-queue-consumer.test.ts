import rule from "../../../policies/functions/sqs-queue-consumer";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const topicArn = "arn:aws:sns:us-east-1:464738291005:orders";
const queue = resource("aws:sqs/queue:Queue", "billing");
const subscription = (endpoint: Input): BuiltResource =>
  resource("aws:sns/topicSubscription:TopicSubscription", "billing", { topic: topicArn, protocol: "sqs", endpoint });
const mapping = (eventSourceArn: Input): BuiltResource =>
  resource("aws:lambda/eventSourceMapping:EventSourceMapping", "billing", { eventSourceArn, functionName: "billing" });
const fed = [queue, subscription(queue.arn)];

ruleTest(rule, {
  valid: [
    { name: "a function", stack: [...fed, mapping(queue.arn)] },
    {
      name: "a service that gets the URL",
      stack: [
        ...fed,
        resource("aws:ecs/taskDefinition:TaskDefinition", "worker", {
          family: "worker",
          containerDefinitions: queue.url,
        }),
      ],
    },
    {
      name: "a role that may read it",
      stack: [...fed, resource("aws:iam/rolePolicy:RolePolicy", "worker", { role: "worker", policy: queue.arn })],
    },
    { name: "a queue to which nothing sends", stack: [queue] },
    {
      name: "a dead letter queue",
      stack: [
        ...fed,
        resource("aws:sns/topicSubscription:TopicSubscription", "mail", {
          topic: topicArn,
          protocol: "email",
          endpoint: "a@shop.io",
          redrivePolicy: queue.arn,
        }),
      ],
    },
    {
      name: "a queue of another stack",
      stack: [subscription("arn:aws:sqs:us-east-1:464738291005:billing")],
    },
    {
      name: "an exported URL",
      stack: [...fed, resource("pulumi:pulumi:Stack", "shop-dev", { billingUrl: queue.url })],
    },
  ],
  invalid: [
    {
      name: "a topic without a consumer",
      stack: fed,
      findings: [{ resource: "billing", message: /nothing .* reads/ }],
    },
    {
      name: "a schedule, an alarm and a policy",
      stack: [
        queue,
        resource("aws:scheduler/schedule:Schedule", "hourly", {
          scheduleExpression: "rate(1 hour)",
          flexibleTimeWindow: { mode: "OFF" },
          target: { arn: queue.arn, roleArn: "arn:aws:iam::464738291005:role/scheduler" },
        }),
        resource("aws:sqs/queuePolicy:QueuePolicy", "billing", { queueUrl: queue.url, policy: "{}" }),
        resource("aws:cloudwatch/metricAlarm:MetricAlarm", "age", {
          comparisonOperator: "GreaterThanThreshold",
          evaluationPeriods: 1,
          dimensions: { QueueName: queue.name },
        }),
      ],
      findings: [{ resource: "billing" }],
    },
    {
      name: "a consumer of another queue",
      stack: [...fed, mapping("arn:aws:sqs:us-east-1:464738291005:other")],
      findings: [{ resource: "billing" }],
    },
  ],
  undecided: [{ name: "a consumer of some queue", stack: [...fed, mapping(unknown)], at: ["billing"] }],
});
