import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.kinesis.Stream("orders", { shardCount: 1 });
`,
  correct: `
const orders = new aws.kinesis.Stream("orders", {
  shardCount: 1,
  encryptionType: "KMS",
  kmsKeyId: "alias/aws/kinesis",
});
`,
} satisfies RuleExamples;
