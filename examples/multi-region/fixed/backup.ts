import * as aws from "@pulumi/aws";
import { databases, orders } from "./data";
import { keyOf } from "./keys";
import { named, primary, standby, type Region } from "./settings";

const vaultIn = (region: Region): aws.backup.Vault =>
  new aws.backup.Vault(
    named("vault", region),
    { name: named("vault", region), kmsKeyArn: keyOf(region) },
    { provider: region.provider },
  );
const vault = vaultIn(primary);
const copies = vaultIn(standby);

const plan = new aws.backup.Plan(
  named("backup"),
  {
    name: named("backup"),
    rules: [
      {
        ruleName: "daily",
        targetVaultName: vault.name,
        schedule: "cron(0 5 * * ? *)",
        startWindow: 60,
        completionWindow: 240,
        lifecycle: { deleteAfter: 35 },
        copyActions: [{ destinationVaultArn: copies.arn, lifecycle: { deleteAfter: 35 } }],
      },
    ],
  },
  { provider: primary.provider },
);
const role = new aws.iam.Role(named("backup"), {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "backup.amazonaws.com" } }],
  }),
});
const attachments = ["Backup", "Restores"].map(
  (purpose) =>
    new aws.iam.RolePolicyAttachment(named(`backup-${purpose.toLowerCase()}`), {
      role: role.name,
      policyArn: `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${purpose}`,
    }),
);
new aws.backup.Selection(
  named("backup"),
  {
    name: named("backup"),
    planId: plan.id,
    iamRoleArn: role.arn,
    resources: [databases.primary.cluster.arn, orders.arn],
  },
  { provider: primary.provider, dependsOn: attachments },
);
