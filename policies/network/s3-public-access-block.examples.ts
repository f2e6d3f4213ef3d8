import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const bucket = new aws.s3.Bucket("data");
new aws.s3.BucketPublicAccessBlock("data", { bucket: bucket.id, blockPublicPolicy: false });
new aws.s3.BucketPolicy("data", {
  bucket: bucket.id,
  policy: JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::data/*" }],
  }),
});
`,
  correct: `
const bucket = new aws.s3.Bucket("data");
new aws.s3.BucketPublicAccessBlock("data", {
  bucket: bucket.id,
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
});
`,
} satisfies RuleExamples;
