import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { customerKeys: true },
  incorrect: `
const invoices = new aws.s3.Bucket("invoices");
`,
  correct: `
const key = new aws.kms.Key("invoices", { enableKeyRotation: true });
const invoices = new aws.s3.Bucket("invoices");
new aws.s3.BucketServerSideEncryptionConfiguration("invoices", {
  bucket: invoices.id,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
});
`,
} satisfies RuleExamples;
