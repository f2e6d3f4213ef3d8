import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const orders = new aws.dynamodb.Table("orders", { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const users = new aws.dynamodb.Table("users", { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const vault = new aws.backup.Vault("vault");
const plan = new aws.backup.Plan("plan", { rules: [{ ruleName: "daily", targetVaultName: vault.name, schedule: "cron(0 3 * * ? *)" }] });
const role = new aws.iam.Role("backup", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "backup.amazonaws.com" }) });
new aws.backup.Selection("tables", { planId: plan.id, iamRoleArn: role.arn, resources: [orders.arn] });
`,
  correct: `
const orders = new aws.dynamodb.Table("orders", { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const users = new aws.dynamodb.Table("users", { billingMode: "PAY_PER_REQUEST", hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const vault = new aws.backup.Vault("vault");
const plan = new aws.backup.Plan("plan", { rules: [{ ruleName: "daily", targetVaultName: vault.name, schedule: "cron(0 3 * * ? *)" }] });
const role = new aws.iam.Role("backup", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: "backup.amazonaws.com" }) });
new aws.backup.Selection("tables", { planId: plan.id, iamRoleArn: role.arn, resources: [orders.arn, users.arn] });
`,
} satisfies RuleExamples;
