import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { services: ["sqs"] },
  incorrect: `
new aws.sns.Topic("orders");
`,
  correct: `
const orders = new aws.sns.Topic("orders");
const work = new aws.sqs.Queue("work");
new aws.sns.TopicSubscription("work", { topic: orders.arn, protocol: "sqs", endpoint: work.arn });
`,
} satisfies RuleExamples;
