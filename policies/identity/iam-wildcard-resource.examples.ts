import type { RuleExamples } from "../../src/rules/examples";

const policyFor = (resource: string): string => `
const api = new aws.iam.Policy("api", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: "${resource}" }],
  }),
});
`;

export default {
  incorrect: policyFor("*"),
  correct: policyFor("arn:aws:secretsmanager:eu-west-1:590184027351:secret:orders-*"),
} satisfies RuleExamples;
