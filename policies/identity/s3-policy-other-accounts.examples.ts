import type { RuleExamples } from "../../src/rules/examples";

const statement = (action: string): string => `{
    Effect: "Allow",
    Principal: "*",
    Action: "${action}",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
  }`;

const policy = (action: string): string => `
const invoices = new aws.s3.Bucket("invoices");
new aws.s3.BucketPolicy("invoices", {
  bucket: invoices.id,
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [${statement(action)}] }),
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: policy("s3:PutBucketPolicy"),
  correct: policy("s3:GetObject"),
} satisfies RuleExamples;
