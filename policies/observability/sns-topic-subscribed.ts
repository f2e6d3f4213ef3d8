import { mayBeShared } from "../../src/aws/sharing";
import {
  CLOUDWATCH_COMPOSITE_ALARM,
  CLOUDWATCH_METRIC_ALARM,
  SNS_TOPIC,
  SNS_TOPIC_SUBSCRIPTION,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";
const ACTIONS = ["alarmActions", "okActions", "insufficientDataActions"];
/** What else only notifies: there is no other purpose in naming a topic here. */
const NOTIFIERS: readonly (readonly [type: string, property: string])[] = [
  ["aws:autoscaling/notification:Notification", "topicArn"],
  ["aws:backup/vaultNotifications:VaultNotifications", "snsTopicArn"],
  ["aws:budgets/budget:Budget", "notifications"],
  ["aws:cloudwatch/eventTarget:EventTarget", "arn"],
  ["aws:codestarnotifications/notificationRule:NotificationRule", "targets"],
  ["aws:costexplorer/anomalySubscription:AnomalySubscription", "subscribers"],
  ["aws:dms/eventSubscription:EventSubscription", "snsTopicArn"],
  ["aws:rds/eventSubscription:EventSubscription", "snsTopic"],
  ["aws:redshift/eventSubscription:EventSubscription", "snsTopicArn"],
  ["aws:s3/bucketNotification:BucketNotification", "topics"],
];
/** The types that name a topic without receiving its messages. */
const PUBLISHERS: ReadonlySet<string> = new Set([
  CLOUDWATCH_METRIC_ALARM,
  CLOUDWATCH_COMPOSITE_ALARM,
  ...NOTIFIERS.map(([type]) => type),
  "aws:sns/topicPolicy:TopicPolicy",
  "aws:iam/policy:Policy",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:lambda/function:Function",
  "aws:ecs/taskDefinition:TaskDefinition",
  "aws:ssm/parameter:Parameter",
  "aws:cloudwatch/dashboard:Dashboard",
  "pulumi:pulumi:Stack",
]);
const PLACEHOLDER =
  /@(?:[\w-]+\.)?(?:example|test|invalid)(?:\.(?:com|net|org))?$|^your[-_.]|@your[-_]?(?:company|domain|org|team)\b|^x{3,}@/i;

export default defineRule({
  id: "sns-topic-subscribed",
  category: "observability",
  description: "SNS topics that get notifications must have subscribers",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "An alarm or event that goes to a topic without subscribers, or to a made-up address, notifies no one: customers are " +
    "still the first to notice the problem.",
  fix: {
    typescript: `new aws.sns.TopicSubscription("on-call", {
  topic: alerts.arn,
  protocol: "email",
  endpoint: config.require("alertEmail"),
});`,
    python: `aws.sns.TopicSubscription("on-call", topic=alerts.arn, protocol="email", endpoint=config.require("alertEmail"))`,
    yaml: `resources:
  on-call:
    type: aws:sns:TopicSubscription
    properties:
      topic: \${alerts.arn}
      protocol: email
      endpoint: \${alertEmail} # from the configuration`,
  },
  limits:
    "Subscriptions that other stacks or people create, and whether an address was confirmed. Topics of anything but alarms " +
    "where the stack exports their ARN, and topics to which only code publishes.",
  references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html"],
  stack(stack, { report, undecided }) {
    const subscriptions = stack.managed(SNS_TOPIC_SUBSCRIPTION);
    for (const subscription of subscriptions) {
      const endpoint = subscription.str("endpoint");
      if (known(endpoint) && PLACEHOLDER.test(endpoint)) {
        report({
          at: subscription,
          property: "endpoint",
          message: `"${endpoint}" is a placeholder, so no one gets the messages. Take \`endpoint\` from the configuration.`,
        });
      }
    }
    const hasUnknownTopic = subscriptions.some((one) => mayReferTo(stack, one.at("topic"), SNS_TOPIC));
    const ofAlarms = stack.once(alarmTopics);
    const others = stack.once(notifiedTopics).filter((topic) => !ofAlarms.includes(topic) && !isOpen(stack, topic));
    for (const topic of [...ofAlarms, ...others]) {
      if (isSubscribed(stack, topic)) {
        continue;
      }
      if (hasUnknownTopic) {
        undecided(topic);
      } else {
        report({
          at: topic,
          message:
            `${ofAlarms.includes(topic) ? "Alarms" : "Notifications"} go to this topic, and it has no subscription. Add an ` +
            "aws.sns.TopicSubscription.",
        });
      }
    }
  },
});

/** The topics of the stack that its alarms notify. */
function alarmTopics(stack: Stack): Resource[] {
  const views = stack
    .ofType(CLOUDWATCH_METRIC_ALARM, CLOUDWATCH_COMPOSITE_ALARM)
    .flatMap((alarm) => ACTIONS.map((action) => alarm.at(action)));
  const topics = stack.refsOfAll(views, SNS_TOPIC).resources;
  return [...new Set(topics)].filter(({ external }) => !external);
}

/** The topics of the stack that get the notifications of services. */
function notifiedTopics(stack: Stack): Resource[] {
  const views = NOTIFIERS.flatMap(([type, property]) => stack.ofType(type).map((one) => one.at(property)));
  const topics = views.filter(({ isAbsent }) => !isAbsent).flatMap((view) => stack.refs(view, SNS_TOPIC).resources);
  return [...new Set(topics)].filter(({ external }) => !external);
}

/** True for a topic to which another stack may subscribe: it is exported. */
const isOpen = (stack: Stack, topic: Resource): boolean => mayBeShared(stack, topic, ["arn", "id", "name"]);

/** True where a subscription names the topic, or another resource that may receive its messages. */
function isSubscribed(stack: Stack, topic: Resource): boolean {
  return (
    stack.referrers(topic, "topic", SNS_TOPIC_SUBSCRIPTION).length > 0 ||
    stack.users(topic).some(({ type }) => type !== SNS_TOPIC_SUBSCRIPTION && !PUBLISHERS.has(type))
  );
}
