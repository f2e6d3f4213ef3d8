import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const orders = new aws.sns.Topic("orders");
const billing = new aws.sqs.Queue("billing");
new aws.sns.TopicSubscription("billing", { topic: orders.arn, protocol: "sqs", endpoint: billing.arn });`;

export default {
  incorrect: `${BEFORE}
`,
  correct: `${BEFORE}
new aws.lambda.EventSourceMapping("billing", { eventSourceArn: billing.arn, functionName: "billing-worker" });
`,
} satisfies RuleExamples;
