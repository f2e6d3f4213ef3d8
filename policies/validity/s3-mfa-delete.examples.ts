import type { RuleExamples } from "../../src/rules/examples";

const versioning = (more: string): string => `
const orders = new aws.s3.Bucket("orders");
const versioning = new aws.s3.BucketVersioning("orders", {
  bucket: orders.id,
  versioningConfiguration: { status: "Enabled"${more} },
});
`;

export default { incorrect: versioning(', mfaDelete: "Enabled"'), correct: versioning("") } satisfies RuleExamples;
