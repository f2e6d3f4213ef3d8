import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { customerKeys: true },
  incorrect: `
const orders = new aws.sns.Topic("orders");
`,
  correct: `
const key = new aws.kms.Key("orders", { enableKeyRotation: true });
const orders = new aws.sns.Topic("orders", { kmsMasterKeyId: key.arn });
`,
} satisfies RuleExamples;
