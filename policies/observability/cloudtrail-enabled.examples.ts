import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const logs = new aws.s3.Bucket("trail-logs");
new aws.cloudtrail.Trail("account", { s3BucketName: logs.bucket });
`,
  correct: `
const logs = new aws.s3.Bucket("trail-logs");
new aws.cloudtrail.Trail("account", { s3BucketName: logs.bucket, isMultiRegionTrail: true });
`,
} satisfies RuleExamples;
