import { BACKUP_PLAN, BACKUP_SELECTION } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const VAULT_LOCK_CONFIGURATION = "aws:backup/vaultLockConfiguration:VaultLockConfiguration";
const API = "https://docs.aws.amazon.com/aws-backup/latest/devguide";

const plan = (rule: object): Record<string, unknown> => ({
  name: "daily",
  rules: [{ ruleName: "daily", targetVaultName: "main", schedule: "cron(0 5 * * ? *)", ...rule }],
});

export default {
  date: "2026-11-29",
  constraints: {
    "aws.backup.plan.schedule": {
      type: "aws:backup/plan:Plan",
      each: "rules",
      require: { schedule: { matches: /^\s*(cron|rate)\(.+\)\s*$/ } },
      must: "A schedule is an expression of AWS: cron(…) or rate(…).",
      source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html",
      accepts: [
        { name: "orders", rules: [{ ruleName: "daily", targetVaultName: "a", schedule: "cron(0 3 * * ? *)" }] },
      ],
      rejects: [{ name: "orders", rules: [{ ruleName: "daily", targetVaultName: "a", schedule: "0 3 * * *" }] }],
    },
    "aws.backup.plan.cold-storage-days": {
      type: BACKUP_PLAN,
      each: "rules",
      where: { "lifecycle.coldStorageAfter": { above: 0 }, "lifecycle.deleteAfter": { above: 0 } },
      require: { "lifecycle.deleteAfter": { min: { property: "lifecycle.coldStorageAfter", plus: 90 } } },
      must: "Backups stay in cold storage for 90 days: `lifecycle.deleteAfter` must be 90 more than `lifecycle.coldStorageAfter`.",
      source: `${API}/API_Lifecycle.html`,
      accepts: [
        plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: 120 } }),
        plan({ lifecycle: { deleteAfter: 7 } }),
      ],
      rejects: [plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: 60 } })],
    },
    "aws.backup.plan.copy-cold-storage-days": {
      type: BACKUP_PLAN,
      each: "rules.copyActions",
      where: { "lifecycle.coldStorageAfter": { above: 0 }, "lifecycle.deleteAfter": { above: 0 } },
      require: { "lifecycle.deleteAfter": { min: { property: "lifecycle.coldStorageAfter", plus: 90 } } },
      must: "Copies stay in cold storage for 90 days: `lifecycle.deleteAfter` must be 90 more than `lifecycle.coldStorageAfter`.",
      source: `${API}/API_Lifecycle.html`,
      accepts: [
        plan({
          copyActions: [
            { destinationVaultArn: "arn:aws:backup:x", lifecycle: { coldStorageAfter: 30, deleteAfter: 120 } },
          ],
        }),
      ],
      rejects: [
        plan({
          copyActions: [
            { destinationVaultArn: "arn:aws:backup:x", lifecycle: { coldStorageAfter: 30, deleteAfter: 60 } },
          ],
        }),
      ],
    },
    "aws.backup.plan.continuous-days": {
      type: BACKUP_PLAN,
      each: "rules",
      where: { enableContinuousBackup: true },
      require: { "lifecycle.deleteAfter": { max: 35 } },
      must: "Continuous backups must be kept for at most 35 days.",
      source: `${API}/point-in-time-recovery.html`,
      accepts: [plan({ enableContinuousBackup: true, lifecycle: { deleteAfter: 35 } })],
      rejects: [plan({ enableContinuousBackup: true, lifecycle: { deleteAfter: 90 } })],
    },
    "aws.backup.plan.start-window": {
      type: BACKUP_PLAN,
      each: "rules",
      require: { startWindow: { min: 60 } },
      must: "A backup must start within 60 minutes or more.",
      source: `${API}/API_BackupRule.html`,
      accepts: [plan({ startWindow: 60, completionWindow: 180 })],
      rejects: [plan({ startWindow: 30, completionWindow: 180 })],
    },
    "aws.backup.plan.rule-name": {
      type: BACKUP_PLAN,
      each: "rules",
      require: { ruleName: { matches: /^[\w.-]{1,50}$/ } },
      must: "The name of a rule must have at most 50 letters, digits, hyphens, underscores and periods.",
      source: `${API}/API_BackupRule.html`,
      accepts: [plan({})],
      rejects: [plan({ ruleName: "every day" })],
    },
    "aws.backup.vault-lock-configuration.days": {
      type: VAULT_LOCK_CONFIGURATION,
      require: {
        changeableForDays: { min: 3 },
        minRetentionDays: { min: 1, max: { property: "maxRetentionDays" } },
        maxRetentionDays: { max: 36500 },
      },
      must: "A lock can be changed for at least 3 days, and keeps backups from `minRetentionDays` to `maxRetentionDays`, at most 36,500.",
      source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html",
      accepts: [{ backupVaultName: "x", changeableForDays: 3, minRetentionDays: 7, maxRetentionDays: 365 }],
      rejects: [
        { backupVaultName: "x", changeableForDays: 1 },
        { backupVaultName: "x", minRetentionDays: 400, maxRetentionDays: 365 },
      ],
    },
    "aws.backup.selection.role-arn": {
      type: BACKUP_SELECTION,
      require: { iamRoleArn: { not: { matches: /^[\w+=,.@-]+$/ } } },
      must: "A selection has the ARN of a role.",
      source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html",
      accepts: [{ iamRoleArn: "arn:aws:iam::111122223333:role/x", planId: "x", resources: ["*"] }],
      rejects: [{ iamRoleArn: "backup", planId: "x", resources: ["*"] }],
    },
    "aws.backup.plan.completion-window": {
      type: BACKUP_PLAN,
      each: "rules",
      require: { completionWindow: { above: { property: "startWindow" } } },
      must: "A backup has more minutes to complete than to start: raise `completionWindow`.",
      source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html",
      accepts: [
        { name: "x", rules: [{ ruleName: "x", targetVaultName: "x", startWindow: 60, completionWindow: 180 }] },
      ],
      rejects: [
        { name: "x", rules: [{ ruleName: "x", targetVaultName: "x", startWindow: 180, completionWindow: 120 }] },
      ],
    },
    "aws.backup.selection.tag-type": {
      type: BACKUP_SELECTION,
      each: "selectionTags",
      require: { type: ["STRINGEQUALS"] },
      must: '`type` must be "STRINGEQUALS".',
      source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Condition.html",
      accepts: [
        {
          planId: "p",
          name: "a",
          iamRoleArn: "arn:aws:iam::111122223333:role/backup",
          selectionTags: [{ key: "backup", value: "daily", type: "STRINGEQUALS" }],
        },
      ],
      rejects: [
        {
          planId: "p",
          name: "a",
          iamRoleArn: "arn:aws:iam::111122223333:role/backup",
          selectionTags: [{ key: "backup", value: "daily", type: "STRINGLIKE" }],
        },
      ],
    },
    "aws.backup.plan.rules-differ": {
      type: BACKUP_PLAN,
      require: { rules: { uniqueBy: "ruleName" } },
      must: "Each rule has a name of its own.",
      level: "advisory",
      source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html",
      accepts: [
        { name: "orders", rules: [{ ruleName: "daily", targetVaultName: "a", schedule: "cron(0 3 * * ? *)" }] },
      ],
      rejects: [
        {
          name: "orders",
          rules: [
            { ruleName: "daily", targetVaultName: "a", schedule: "cron(0 3 * * ? *)" },
            { ruleName: "daily", targetVaultName: "a", schedule: "cron(0 4 ? * SUN *)" },
          ],
        },
      ],
    },
  },
} satisfies ServiceConstraints;
