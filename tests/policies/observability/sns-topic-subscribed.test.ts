import rule from "../../../policies/observability/sns-topic-subscribed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const topic = resource("aws:sns/topic:Topic", "alerts");
const alarm = (inputs: Record<string, Input> = { alarmActions: [topic.arn] }): BuiltResource =>
  resource("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu", {
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 1,
    ...inputs,
  });
const subscription = (endpoint: Input, to: Input = topic.arn): BuiltResource =>
  resource("aws:sns/topicSubscription:TopicSubscription", "on-call", { topic: to, protocol: "email", endpoint });

const target = (arn: Input): BuiltResource =>
  resource("aws:cloudwatch/eventTarget:EventTarget", "failures", { rule: "failures", arn });
const notification = resource("aws:s3/bucketNotification:BucketNotification", "uploads", {
  bucket: "uploads",
  topics: [{ topicArn: topic.arn, events: ["s3:ObjectCreated:*"] }],
});

ruleTest(rule, {
  valid: [
    { name: "a subscriber", stack: [topic, alarm(), subscription("on-call@shop.io")] },
    { name: "an address from a secret", stack: [topic, alarm(), subscription(unknown)] },
    {
      name: "a chat",
      stack: [
        topic,
        alarm(),
        resource("aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration", "chat", {
          configurationName: "chat",
          iamRoleArn: "arn:aws:iam::464738291005:role/chat",
          slackChannelId: "C1",
          slackTeamId: "T1",
          snsTopicArns: [topic.arn],
        }),
      ],
    },
    { name: "a topic that no alarm goes to", stack: [topic] },
    {
      name: "a topic of a schedule with a subscriber",
      stack: [topic, target(topic.arn), subscription("on-call@shop.io")],
    },
    {
      name: "a topic of a bucket to which another stack subscribes",
      stack: [topic, notification, resource("pulumi:pulumi:Stack", "shop-dev", { alertsArn: topic.arn })],
    },
    {
      name: "a topic of another stack",
      stack: [alarm({ alarmActions: ["arn:aws:sns:us-east-1:464738291005:central"] })],
    },
    {
      name: "a topic that the stack only reads",
      stack: (() => {
        const shared = resource("aws:sns/topic:Topic", "shared", {}, { external: true });
        return [shared, alarm({ alarmActions: [shared.arn] })];
      })(),
    },
  ],
  invalid: [
    {
      name: "no subscription for what a rule and a bucket send",
      stack: [topic, target(topic.arn), notification],
      findings: [{ resource: "alerts", message: /^Notifications go to this topic/ }],
    },
    {
      name: "no subscription",
      stack: [topic, alarm()],
      findings: [{ resource: "alerts", message: /no subscription/ }],
    },
    {
      name: "no subscription for a composite alarm",
      stack: [
        topic,
        resource("aws:cloudwatch/compositeAlarm:CompositeAlarm", "all", {
          alarmName: "all",
          alarmRule: "ALARM(cpu)",
          okActions: [topic.arn],
        }),
      ],
      findings: [{ resource: "alerts" }],
    },
    {
      name: "a subscription to another topic, and a policy",
      stack: [
        topic,
        alarm(),
        subscription("on-call@shop.io", "arn:aws:sns:us-east-1:464738291005:central"),
        resource("aws:sns/topicPolicy:TopicPolicy", "policy", { arn: topic.arn, policy: "{}" }),
      ],
      findings: [{ resource: "alerts" }],
    },
    {
      name: "placeholder addresses",
      stack: [
        topic,
        alarm(),
        subscription("alerts@example.com"),
        resource("aws:sns/topicSubscription:TopicSubscription", "second", {
          topic: topic.arn,
          protocol: "email",
          endpoint: "your-email@shop.io",
        }),
        resource("aws:sns/topicSubscription:TopicSubscription", "third", {
          topic: topic.arn,
          protocol: "email",
          endpoint: "ops@yourcompany.com",
        }),
      ],
      findings: [
        { resource: "on-call", path: "endpoint", message: /^"alerts@example\.com" is a placeholder/ },
        { resource: "second", path: "endpoint" },
        { resource: "third", path: "endpoint" },
      ],
    },
  ],
  undecided: [
    {
      name: "a subscription to some topic",
      stack: [topic, alarm(), subscription("a@shop.io", unknown)],
      at: ["alerts"],
    },
  ],
});
