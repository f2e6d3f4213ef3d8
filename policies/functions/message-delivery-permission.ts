import { mayBeUsedBy, type PolicyForm } from "../../src/aws/functions/permissions";
import { CLOUDWATCH_EVENT_TARGET, SNS_TOPIC, SNS_TOPIC_SUBSCRIPTION, SQS_QUEUE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** A type whose resources let a service send to a queue or topic. */
interface Sender {
  type: string;
  /** Where it names the queue or topic. */
  path: [string, ...string[]];
  /** The only protocol with which it sends to a queue; the others name something else. */
  protocol?: string;
  /** Where it names the role with which the service sends. */
  role?: string;
  /** The service's name in its principal. */
  service: string;
  title: string;
}

const EVENTS = { type: CLOUDWATCH_EVENT_TARGET, role: "roleArn", service: "events", title: "EventBridge" };
const SENDERS: readonly Sender[] = [
  { type: SNS_TOPIC_SUBSCRIPTION, path: ["endpoint"], protocol: "sqs", service: "sns", title: "SNS" },
  { ...EVENTS, path: ["arn"] },
  {
    type: "aws:costexplorer/anomalySubscription:AnomalySubscription",
    path: ["subscribers"],
    service: "costalerts",
    title: "Cost Anomaly Detection",
  },
  { type: "aws:budgets/budget:Budget", path: ["notifications"], service: "budgets", title: "AWS Budgets" },
  {
    type: "aws:codestarnotifications/notificationRule:NotificationRule",
    path: ["targets"],
    service: "codestar-notifications",
    title: "The notification rule",
  },
  {
    type: "aws:backup/vaultNotifications:VaultNotifications",
    path: ["snsTopicArn"],
    service: "backup",
    title: "AWS Backup",
  },
];

/** What gets messages, and where its policy is. */
interface Receiver {
  type: string;
  noun: string;
  forms: readonly PolicyForm[];
  fix: string;
}

const RECEIVERS: readonly Receiver[] = [
  {
    type: SQS_QUEUE,
    noun: "queue",
    forms: [
      { type: SQS_QUEUE, policy: "policy" },
      { type: "aws:sqs/queuePolicy:QueuePolicy", policy: "policy", target: "queueUrl" },
    ],
    fix: "Add an aws.sqs.QueuePolicy that allows it `sqs:SendMessage`",
  },
  {
    type: SNS_TOPIC,
    noun: "topic",
    forms: [
      { type: SNS_TOPIC, policy: "policy" },
      { type: "aws:sns/topicPolicy:TopicPolicy", policy: "policy", target: "arn" },
    ],
    fix: "Add an aws.sns.TopicPolicy that allows it `sns:Publish`",
  },
];

function check(stack: Stack, sender: Sender, resource: Resource, { report, undecided }: Context): void {
  const at = resource.at(...sender.path);
  const protocol = sender.protocol === undefined ? undefined : resource.str("protocol");
  const hasRole = sender.role !== undefined && !resource.at(sender.role).isAbsent;
  if (hasRole || (known(protocol) && protocol !== sender.protocol)) {
    return;
  }
  for (const { type, noun, forms, fix } of RECEIVERS) {
    for (const target of stack.refs(at, type).resources.filter(({ external }) => !external)) {
      const allowed = mayBeUsedBy(stack, target, sender.service, forms);
      if (allowed === UNKNOWN) {
        undecided(at);
      } else if (!allowed) {
        report({
          at,
          // What works in a deployed stack has got its permission in another way, such as from a console.
          onlyAtCreation: true,
          message:
            `No policy lets ${sender.title} send to the ${noun} ${target.name}, so its messages are dropped. ${fix}, ` +
            `with the principal ${sender.service}.amazonaws.com.`,
        });
      }
    }
  }
}

export default defineRule({
  id: "message-delivery-permission",
  category: "functions",
  description: "Queues and topics must permit the services that send to them",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "A service sends to a queue or a topic only where its policy allows that, and a queue has none unless the program gives " +
    "it one. Consoles add it by themselves. The deployment succeeds, and every message is dropped.",
  fix: {
    typescript: `new aws.sqs.QueuePolicy("orders", {
  queueUrl: orders.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{
      Effect: "Allow",
      Principal: { Service: "sns.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: orders.arn,
      Condition: { ArnEquals: { "aws:SourceArn": events.arn } },
    }],
  }),
});`,
    python: `aws.sqs.QueuePolicy("orders",
    queue_url=orders.id,
    policy=pulumi.Output.json_dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": {"Service": "sns.amazonaws.com"},
            "Action": "sqs:SendMessage",
            "Resource": orders.arn,
            "Condition": {"ArnEquals": {"aws:SourceArn": events.arn}},
        }],
    }))`,
    yaml: `resources:
  orders-policy:
    type: aws:sqs:QueuePolicy
    properties:
      queueUrl: \${orders.id}
      policy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Principal: { Service: sns.amazonaws.com }
              Action: sqs:SendMessage
              Resource: \${orders.arn}
              Condition:
                ArnEquals:
                  aws:SourceArn: \${events.arn}`,
  },
  limits:
    "Queues and topics outside the stack, or that another provider or a script uses; what a policy requires beside the " +
    "principal; buckets, which have a rule of their own, and alarms, which the default policy of a topic allows.",
  references: [
    "https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html",
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
  ],
  stack(stack, context) {
    for (const sender of SENDERS) {
      for (const resource of stack.managed(sender.type)) {
        check(stack, sender, resource, context);
      }
    }
  },
});
