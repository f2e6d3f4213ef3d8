import type { RuleExamples } from "../../src/rules/examples";

const policy = (statement: string): string => `
const policy = new aws.iam.Policy("read-orders", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ ${statement} }],
  }),
});
`;

export default {
  incorrect: policy(`Effect: "Allow", Actions: ["dynamodb:GetItem"], Resource: "*"`),
  correct: policy(`Effect: "Allow", Action: ["dynamodb:GetItem"], Resource: "*"`),
} satisfies RuleExamples;
