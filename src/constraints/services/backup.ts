import { BACKUP_PLAN as PLAN } from "../../aws/storage/backup";
import type { ServiceConstraints } from "../form";

const API = "https://docs.aws.amazon.com/aws-backup/latest/devguide";

const plan = (rule: object): Record<string, unknown> => ({
  name: "daily",
  rules: [{ ruleName: "daily", targetVaultName: "main", schedule: "cron(0 5 * * ? *)", ...rule }],
});

export default {
  date: "2026-11-29",
  constraints: {
    "aws.backup.plan.cold-storage-days": {
      type: PLAN,
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
      type: PLAN,
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
      type: PLAN,
      each: "rules",
      where: { enableContinuousBackup: true },
      require: { "lifecycle.deleteAfter": { max: 35 } },
      must: "Continuous backups must be kept for at most 35 days.",
      source: `${API}/point-in-time-recovery.html`,
      accepts: [plan({ enableContinuousBackup: true, lifecycle: { deleteAfter: 35 } })],
      rejects: [plan({ enableContinuousBackup: true, lifecycle: { deleteAfter: 90 } })],
    },
    "aws.backup.plan.start-window": {
      type: PLAN,
      each: "rules",
      require: { startWindow: { min: 60 } },
      must: "A backup must start within 60 minutes or more.",
      source: `${API}/API_BackupRule.html`,
      accepts: [plan({ startWindow: 60, completionWindow: 180 })],
      rejects: [plan({ startWindow: 30, completionWindow: 180 })],
    },
    "aws.backup.plan.rule-name": {
      type: PLAN,
      each: "rules",
      require: { ruleName: { matches: /^[\w.-]{1,50}$/ } },
      must: "The name of a rule must have at most 50 letters, digits, hyphens, underscores and periods.",
      source: `${API}/API_BackupRule.html`,
      accepts: [plan({})],
      rejects: [plan({ ruleName: "every day" })],
    },
  },
} satisfies ServiceConstraints;
