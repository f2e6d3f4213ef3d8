import type { RuleExamples } from "../../src/rules/examples";

const program = (tables: number): string => `
const tables = Array.from({ length: ${String(tables)} }, (_, index) => "arn:aws:dynamodb:us-east-1:464738291005:table/orders-" + index);
const policy = new aws.iam.Policy("read-orders", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["dynamodb:GetItem"], Resource: tables }],
  }),
});
`;

export default { incorrect: program(200), correct: program(20) } satisfies RuleExamples;
