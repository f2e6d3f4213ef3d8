import type { RuleExamples } from "../../src/rules/examples";

const program = (end: string): string => `
const bucket = new aws.s3.Bucket("orders", { bucket: "orders-archive-1a2b3c" });
const reader = { AWS: "arn:aws:iam::464738291005:role/reader" };
const Resource = "arn:aws:s3:::orders-archive-1a2b3c${end}";
const policy = new aws.s3.BucketPolicy("orders", {
  bucket: bucket.id,
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: reader, Action: "s3:GetObject", Resource }],
  }),
});
`;

export default { incorrect: program(""), correct: program("/*") } satisfies RuleExamples;
