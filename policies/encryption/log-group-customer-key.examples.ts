import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { customerKeys: true },
  incorrect: `
const log = new aws.cloudwatch.LogGroup("orders", { retentionInDays: 90 });
`,
  correct: `
const key = new aws.kms.Key("logs", { enableKeyRotation: true });
const log = new aws.cloudwatch.LogGroup("orders", { retentionInDays: 90, kmsKeyId: key.arn });
`,
} satisfies RuleExamples;
