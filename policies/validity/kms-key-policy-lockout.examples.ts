import type { RuleExamples } from "../../src/rules/examples";

const program = (more: string): string => `
const key = new aws.kms.Key("logs", {
  enableKeyRotation: true,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: "sns.amazonaws.com" }, Action: "kms:Decrypt", Resource: "*" },${more}
    ],
  }),
});
`;

export default {
  incorrect: program(""),
  correct: program(
    `\n      { Effect: "Allow", Principal: { AWS: "arn:aws:iam::464738291005:root" }, Action: "kms:*", Resource: "*" },`,
  ),
} satisfies RuleExamples;
