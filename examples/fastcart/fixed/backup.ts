import * as aws from "@pulumi/aws";
import { checkpoints, database } from "./data";
import { key } from "./foundation";
import { named } from "./settings";

const vault = new aws.backup.Vault(named("vault"), { name: named("orders"), kmsKeyArn: key.arn });

const plan = new aws.backup.Plan(named("backup-plan"), {
  name: named("daily"),
  rules: [
    {
      ruleName: "daily",
      targetVaultName: vault.name,
      schedule: "cron(0 5 * * ? *)",
      startWindow: 60,
      completionWindow: 240,
      lifecycle: { deleteAfter: 35 },
    },
  ],
});

const role = new aws.iam.Role(named("backup-role"), {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "backup.amazonaws.com" } }],
  }),
});
const attachments = ["Backup", "Restores"].map(
  (purpose) =>
    new aws.iam.RolePolicyAttachment(named(`backup-role-for-${purpose.toLowerCase()}`), {
      role: role.name,
      policyArn: `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${purpose}`,
    }),
);

new aws.backup.Selection(
  named("backup-selection"),
  { name: named("orders"), planId: plan.id, iamRoleArn: role.arn, resources: [database.arn, checkpoints.arn] },
  { dependsOn: attachments },
);
