import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "efs-automatic-backups",
  category: "backup",
  description: "EFS file systems must have automatic backups",
  severity: "medium",
  level: "only-if-required",
  why: "Files that are deleted or encrypted by mistake can be restored only from a backup.",
  limits: "Backups by plans of your own (backup-covers-volumes).",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html",
    "https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html",
  ],
  requirement: {
    types: ["aws:efs/fileSystem:FileSystem"],
    companions: [
      {
        types: ["aws:efs/backupPolicy:BackupPolicy"],
        by: "fileSystemId",
        property: "backupPolicy.status",
        must: { equals: "ENABLED" },
      },
    ],
    consequence: "What is deleted or overwritten by mistake is lost.",
    instead: 'Add an aws.efs.BackupPolicy for it, with `backupPolicy: { status: "ENABLED" }`.',
  },
});
