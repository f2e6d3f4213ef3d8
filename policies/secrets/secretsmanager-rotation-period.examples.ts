import type { RuleExamples } from "../../src/rules/examples";

const rotation = (days: number): string => `
const token = new aws.secretsmanager.Secret("token");
const rotate = aws.lambda.Function.get("rotate", "rotate");
new aws.secretsmanager.SecretRotation("token", {
  secretId: token.id,
  rotationLambdaArn: rotate.arn,
  rotationRules: { automaticallyAfterDays: ${String(days)} },
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: rotation(365),
  correct: rotation(30),
} satisfies RuleExamples;
