import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const invoices = new aws.s3.Bucket("invoices");
`,
  correct: `
const invoices = new aws.s3.Bucket("invoices");
new aws.s3.BucketVersioning("invoices", { bucket: invoices.id, versioningConfiguration: { status: "Enabled" } });
`,
} satisfies RuleExamples;
