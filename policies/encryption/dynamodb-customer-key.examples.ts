import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { customerKeys: true },
  incorrect: `
const orders = new aws.dynamodb.Table("orders", {
  attributes: [{ name: "id", type: "S" }],
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
});
`,
  correct: `
const key = new aws.kms.Key("orders", { enableKeyRotation: true });
const orders = new aws.dynamodb.Table("orders", {
  attributes: [{ name: "id", type: "S" }],
  hashKey: "id",
  billingMode: "PAY_PER_REQUEST",
  serverSideEncryption: { enabled: true, kmsKeyArn: key.arn },
});
`,
} satisfies RuleExamples;
