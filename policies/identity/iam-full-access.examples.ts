import type { RuleExamples } from "../../src/rules/examples";

const program = (action: string, resource: string): string => `
new aws.iam.Policy("uploads", {
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "${action}", Resource: "${resource}" }],
  }),
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program("*", "*"),
  correct: program("s3:GetObject", "arn:aws:s3:::shop-uploads/*"),
} satisfies RuleExamples;
