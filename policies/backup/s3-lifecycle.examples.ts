import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const reports = new aws.s3.Bucket("reports");
new aws.s3.BucketVersioning("reports", { bucket: reports.id, versioningConfiguration: { status: "Enabled" } });
`,
  correct: `
const reports = new aws.s3.Bucket("reports");
new aws.s3.BucketVersioning("reports", { bucket: reports.id, versioningConfiguration: { status: "Enabled" } });
new aws.s3.BucketLifecycleConfiguration("reports", {
  bucket: reports.id,
  rules: [{ id: "old", status: "Enabled", filter: {}, noncurrentVersionExpiration: { noncurrentDays: 90 } }],
});
`,
} satisfies RuleExamples;
