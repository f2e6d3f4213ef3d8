import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: `
const invoices = new aws.s3.Bucket("invoices");
new aws.s3.BucketAcl("invoices", { bucket: invoices.id, acl: "public-read" });
`,
  correct: `
const invoices = new aws.s3.Bucket("invoices");
new aws.s3.BucketOwnershipControls("invoices", {
  bucket: invoices.id,
  rule: { objectOwnership: "BucketOwnerEnforced" },
});
`,
} satisfies RuleExamples;
