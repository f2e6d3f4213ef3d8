import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: `
const invoices = new aws.s3.Bucket("invoices");
`,
  correct: `
const role = aws.iam.Role.get("replication", "replication");
const invoices = new aws.s3.Bucket("invoices");
const replica = new aws.s3.Bucket("replica", { region: "eu-west-1" });
new aws.s3.BucketReplicationConfig("invoices", {
  bucket: invoices.id,
  role: role.arn,
  rules: [{ id: "all", status: "Enabled", destination: { bucket: replica.arn } }],
});
`,
} satisfies RuleExamples;
