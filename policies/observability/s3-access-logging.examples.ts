import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: `
const invoices = new aws.s3.Bucket("invoices");
`,
  correct: `
const logs = new aws.s3.Bucket("logs");
const invoices = new aws.s3.Bucket("invoices");
new aws.s3.BucketLogging("invoices", { bucket: invoices.id, targetBucket: logs.id, targetPrefix: "invoices/" });
`,
} satisfies RuleExamples;
