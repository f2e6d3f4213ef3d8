import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { backup: { retentionDays: 30 } },
  incorrect: `
const vault = new aws.backup.Vault("vault");
const plan = new aws.backup.Plan("plan", {
  rules: [{ ruleName: "weekly", targetVaultName: vault.name, schedule: "cron(0 3 ? * SUN *)", lifecycle: { deleteAfter: 30 } }],
});
`,
  correct: `
const orders = new aws.dynamodb.Table("orders", { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const role = new aws.iam.Role("backup", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "backup.amazonaws.com" }) });
const vault = new aws.backup.Vault("vault");
const plan = new aws.backup.Plan("plan", {
  rules: [{ ruleName: "daily", targetVaultName: vault.name, schedule: "cron(0 3 * * ? *)", lifecycle: { deleteAfter: 30 } }],
});
new aws.backup.Selection("tables", { planId: plan.id, iamRoleArn: role.arn, resources: [orders.arn] });
`,
} satisfies RuleExamples;
