import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const bucket = new aws.s3.Bucket("uploads");
new aws.ssm.Parameter("uploads", { type: "String", value: "s3://" + bucket.bucket });
`,
  correct: `
const bucket = new aws.s3.Bucket("uploads");
new aws.ssm.Parameter("uploads", { type: "String", value: pulumi.concat("s3://", bucket.bucket) });
`,
} satisfies RuleExamples;
