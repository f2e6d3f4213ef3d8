import type { RuleExamples } from "../../src/rules/examples";

const mapping = (type: string): string => `
const orders = new aws.${type}("orders");
const mapping = new aws.lambda.EventSourceMapping("orders", {
  functionName: "order-worker",
  eventSourceArn: orders.arn,
});
`;

export default { incorrect: mapping("sns.Topic"), correct: mapping("sqs.Queue") } satisfies RuleExamples;
