import type { RuleExamples } from "../../src/rules/examples";

const program = (resource: string): string => `
const key = new aws.kms.Key("orders", { enableKeyRotation: true });
new aws.iam.Policy("orders", {
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "kms:Decrypt", Resource: ${resource} }],
  }),
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(`"*"`),
  correct: program("key.arn"),
} satisfies RuleExamples;
