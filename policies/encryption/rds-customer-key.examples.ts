import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { customerKeys: true },
  incorrect: `
const orders = new aws.rds.Cluster("orders", {
  engine: "aurora-postgresql",
  masterUsername: "app",
  manageMasterUserPassword: true,
  storageEncrypted: true,
});
`,
  correct: `
const key = new aws.kms.Key("data", { enableKeyRotation: true });
const orders = new aws.rds.Cluster("orders", {
  engine: "aurora-postgresql",
  masterUsername: "app",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  kmsKeyId: key.arn,
});
`,
} satisfies RuleExamples;
