import type { RuleExamples } from "../../src/rules/examples";

const versioning = (mfaDelete: string): string => `
const invoices = new aws.s3.Bucket("invoices");
new aws.s3.BucketVersioning("invoices", {
  bucket: invoices.id,
  mfa: "arn:aws:iam::464738291005:mfa/root-account-mfa-device 123456",
  versioningConfiguration: { status: "Enabled", mfaDelete: "${mfaDelete}" },
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: versioning("Disabled"),
  correct: versioning("Enabled"),
} satisfies RuleExamples;
