import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const events = new aws.sns.Topic("events");
const orders = new aws.sqs.Queue("orders", { sqsManagedSseEnabled: true });
new aws.sns.TopicSubscription("orders", { topic: events.arn, protocol: "sqs", endpoint: orders.arn });
`,
  correct: `
const events = new aws.sns.Topic("events");
const orders = new aws.sqs.Queue("orders", { sqsManagedSseEnabled: true });
new aws.sns.TopicSubscription("orders", { topic: events.arn, protocol: "sqs", endpoint: orders.arn });
const allow = {
  Effect: "Allow",
  Principal: { Service: "sns.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: orders.arn,
};
const policy = pulumi.jsonStringify({ Version: "2012-10-17", Statement: [allow] });
new aws.sqs.QueuePolicy("orders", { queueUrl: orders.id, policy });
`,
} satisfies RuleExamples;
