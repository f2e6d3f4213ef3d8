import type { RuleExamples } from "../../src/rules/examples";

const program = (principal: string): string => `
const orders = new aws.sqs.Queue("orders");
new aws.sqs.QueuePolicy("orders", {
  queueUrl: orders.url,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: ${principal}, Action: "sqs:SendMessage", Resource: "*" }],
  }),
});
`;

export default {
  incorrect: program('"*"'),
  correct: program('{ AWS: "arn:aws:iam::464738291005:role/shop" }'),
} satisfies RuleExamples;
