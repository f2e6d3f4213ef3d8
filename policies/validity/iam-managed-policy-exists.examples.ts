import type { RuleExamples } from "../../src/rules/examples";

const attachment = (policy: string): string => `
const logs = new aws.iam.RolePolicyAttachment("logs", {
  role: "orders-api",
  policyArn: "arn:aws:iam::aws:policy/${policy}",
});
`;

export default {
  incorrect: attachment("AWSLambdaBasicExecutionRole"),
  correct: attachment("service-role/AWSLambdaBasicExecutionRole"),
} satisfies RuleExamples;
