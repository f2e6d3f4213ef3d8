import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const bucket = new aws.s3.Bucket("uploads");
export const url = "s3://" + bucket.bucket;
`,
  correct: `
const bucket = new aws.s3.Bucket("uploads");
export const url = pulumi.concat("s3://", bucket.bucket);
`,
} satisfies RuleExamples;
