import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { databases, sessionTable } from "./database";
import { key } from "./foundation";
import { physicalName, trust } from "./settings";

export const vault = new aws.backup.Vault("backup-vault", { name: physicalName("backups"), kmsKeyArn: key.arn });

const plan = new aws.backup.Plan("backup-plan", {
  name: physicalName("daily"),
  rules: [
    {
      ruleName: "daily",
      targetVaultName: vault.name,
      schedule: "cron(0 5 * * ? *)",
      startWindow: 60,
      completionWindow: 180,
      lifecycle: { deleteAfter: 7 },
    },
  ],
});

const role = new aws.iam.Role("backup-role", { assumeRolePolicy: trust("backup.amazonaws.com") });
const rolePolicies = ["Backup", "Restores"].map(
  (purpose) =>
    new aws.iam.RolePolicyAttachment(`backup-role-for-${purpose.toLowerCase()}`, {
      role: role.name,
      policyArn: `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${purpose}`,
    }),
);

const protectedResources: Record<string, pulumi.Output<string>> = {
  "blue-cluster": databases.blue.cluster.arn,
  "green-cluster": databases.green.cluster.arn,
  sessions: sessionTable.arn,
};

for (const [name, arn] of Object.entries(protectedResources)) {
  new aws.backup.Selection(
    `backup-of-${name}`,
    { name: physicalName(name), planId: plan.id, iamRoleArn: role.arn, resources: [arn] },
    { dependsOn: rolePolicies },
  );
}
