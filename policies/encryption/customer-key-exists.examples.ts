import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { customerKeys: true },
  incorrect: `
const files = new aws.efs.FileSystem("files", { encrypted: true });
`,
  correct: `
const key = new aws.kms.Key("data", { enableKeyRotation: true });
const files = new aws.efs.FileSystem("files", { encrypted: true, kmsKeyId: key.arn });
`,
} satisfies RuleExamples;
