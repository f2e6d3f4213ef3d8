import type { RuleExamples } from "../../src/rules/examples";

const policyWith = (action: string): string => `
const uploads = new aws.iam.Policy("uploads", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ${action}, Resource: "arn:aws:s3:::shop-uploads/*" }],
  }),
});
`;

export default {
  incorrect: policyWith('"s3:*"'),
  correct: policyWith('["s3:GetObject", "s3:PutObject"]'),
} satisfies RuleExamples;
