import type { RuleExamples } from "../../src/rules/examples";

const program = (name: string): string => `
const target = new aws.cloudwatch.EventTarget("orders", {
  rule: "orders",
  arn: "arn:aws:sqs:us-east-1:464738291005:orders",
  inputTransformer: { inputPaths: { id: "$.detail.id" }, inputTemplate: '{"order": <${name}>}' },
});
`;

export default { incorrect: program("orderId"), correct: program("id") } satisfies RuleExamples;
