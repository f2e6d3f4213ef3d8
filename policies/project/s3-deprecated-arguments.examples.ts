import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.s3.Bucket("orders", { versioning: { enabled: true } });
`,
  correct: `
const orders = new aws.s3.Bucket("orders");
new aws.s3.BucketVersioning("orders", { bucket: orders.id, versioningConfiguration: { status: "Enabled" } });
`,
} satisfies RuleExamples;
