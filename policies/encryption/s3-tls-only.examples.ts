import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const invoices = new aws.s3.Bucket("invoices");
`,
  correct: `
const invoices = new aws.s3.Bucket("invoices", { bucket: "shop-invoices" });
const statement = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::shop-invoices", "arn:aws:s3:::shop-invoices/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
new aws.s3.BucketPolicy("invoices", {
  bucket: invoices.id,
  policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
});
`,
} satisfies RuleExamples;
