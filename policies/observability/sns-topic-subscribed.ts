import { COMPOSITE_ALARM, METRIC_ALARM } from "../../stack/alarms";
import type { Resource } from "../../stack/resource";
import { isUnplaced, type Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

const TOPIC = "aws:sns/topic:Topic";
const SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
const ACTIONS = ["alarmActions", "okActions", "insufficientDataActions"];
/** What names a topic without hearing what is sent to it. */
const SPEAKERS: ReadonlySet<string> = new Set([
  METRIC_ALARM,
  COMPOSITE_ALARM,
  "aws:cloudwatch/eventTarget:EventTarget",
  "aws:s3/bucketNotification:BucketNotification",
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
  description: "Somebody hears what alarms say",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "An alarm that goes to a topic without subscribers, or to an address that nobody has, tells nobody: the trouble is " +
    "found by the customers all the same.",
  fix: {
    typescript:
      'new aws.sns.TopicSubscription("on-call", { topic: alerts.arn, protocol: "email", endpoint: config.require("alertEmail") });',
    python:
      'aws.sns.TopicSubscription("on-call", topic=alerts.arn, protocol="email", endpoint=config.require("alertEmail"))',
    yaml:
      "resources:\n  on-call:\n    type: aws:sns:TopicSubscription\n    properties:\n" +
      "      topic: ${alerts.arn}\n      protocol: email\n" +
      "      endpoint: ${alertEmail} # from the configuration",
  },
  limits: "Subscriptions that other stacks or people make, and whether an address was confirmed.",
  stack(stack, { report, undecided }) {
    const subscriptions = stack.ofType(SUBSCRIPTION).filter(({ outside }) => !outside);
    for (const subscription of subscriptions) {
      const endpoint = subscription.str("endpoint");
      if (known(endpoint) && PLACEHOLDER.test(endpoint)) {
        report({
          at: subscription,
          property: "endpoint",
          message: `${endpoint} is nobody's address; take the endpoint from the configuration.`,
        });
      }
    }
    const unplaced = subscriptions.some((one) => isUnplaced(stack, one.at("topic"), TOPIC));
    for (const topic of stack.once(alarmTopics)) {
      if (isHeard(stack, topic)) {
        continue;
      }
      if (unplaced) {
        undecided(topic);
      } else {
        report({
          at: topic,
          message: "alarms go to this topic and nobody is subscribed to it; add an aws.sns.TopicSubscription.",
        });
      }
    }
  },
});

/** The topics of the stack that its alarms go to. */
function alarmTopics(stack: Stack): Resource[] {
  const places = stack
    .ofType(METRIC_ALARM, COMPOSITE_ALARM)
    .flatMap((alarm) => ACTIONS.map((action) => alarm.at(action)));
  const topics = places.flatMap((place) => stack.refs(place, TOPIC).resources);
  return [...new Set(topics)].filter(({ outside }) => !outside);
}

/** True where a subscription, or something that is no mere speaker, names the topic. */
function isHeard(stack: Stack, topic: Resource): boolean {
  return (
    stack.referrers(topic, "topic", SUBSCRIPTION).length > 0 ||
    stack.users(topic).some(({ type }) => type !== SUBSCRIPTION && !SPEAKERS.has(type))
  );
}
