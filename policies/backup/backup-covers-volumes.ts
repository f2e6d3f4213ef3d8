import { isBackedUp } from "../../src/aws/storage/backup";
import { EBS_VOLUME, EFS_FILE_SYSTEM } from "../../src/aws/type-tokens";
import { anyOf, equals, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const AUTOMATIC_BACKUPS = "aws:efs/backupPolicy:BackupPolicy";

export default defineRule({
  id: "backup-covers-volumes",
  category: "backup",
  description: "EBS volumes and EFS file systems must be in an AWS Backup plan",
  severity: "medium",
  level: "only-if-required",
  why:
    "Files that are deleted, overwritten or encrypted by an attacker can be restored only from a backup that was taken " +
    "before.",
  fix: {
    typescript: `const volumes = new aws.backup.Selection("volumes", {
  planId: plan.id,
  iamRoleArn: role.arn,
  resources: [volume.arn, files.arn],
});`,
    python: `volumes = aws.backup.Selection("volumes",
    plan_id=plan.id,
    iam_role_arn=role.arn,
    resources=[volume.arn, files.arn])`,
    yaml: `resources:
  volumes:
    type: aws:backup:Selection
    properties:
      planId: \${plan.id}
      iamRoleArn: \${role.arn}
      resources:
        - \${volume.arn}
        - \${files.arn}`,
  },
  limits:
    "Volumes that instances and launch templates describe themselves, and plans of another stack or of the organization. " +
    "File systems with automatic backups are in a plan of AWS.",
  references: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/ebs-in-backup-plan.html",
  ],
  stack(stack, { decide }) {
    for (const volume of stack.managed(EBS_VOLUME, EFS_FILE_SYSTEM)) {
      decide(anyOf([isBackedUp(stack, volume), hasAutomaticBackups(stack, volume)]), {
        at: volume,
        message:
          "No AWS Backup selection includes this, by ARN or by tag. Add its ARN to `resources` of an aws.backup.Selection.",
        restsOnComputedText: volume.isComputed("tags"),
      });
    }
  },
});

/** Whether a file system is in the plan that AWS makes for it. */
const hasAutomaticBackups = (stack: Stack, fileSystem: Resource): Certainty =>
  fileSystem.type === EFS_FILE_SYSTEM &&
  anyOf([
    ...stack
      .referrers(fileSystem, "fileSystemId", AUTOMATIC_BACKUPS)
      .map((policy) => equals(policy.str("backupPolicy", "status"), "ENABLED")),
    stack.once(hasUnclearPolicy) && UNKNOWN,
  ]);

const hasUnclearPolicy = (stack: Stack): boolean =>
  stack.ofType(AUTOMATIC_BACKUPS).some((policy) => mayReferTo(stack, policy.at("fileSystemId"), EFS_FILE_SYSTEM));
