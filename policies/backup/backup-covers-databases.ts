import { BACKUP_SELECTION } from "../../src/aws/type-tokens";
import { databasesToBackUp, isBackedUp } from "../../src/aws/storage/backup";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "backup-covers-databases",
  category: "backup",
  description: "Databases and tables must be in an AWS Backup plan",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["backup"],
  failures: ["P11", "B6"],
  why:
    "The automated snapshots of RDS are deleted together with the database. The recovery points of AWS Backup are in a " +
    "vault of their own, for as long as the plan keeps them.",
  fix: {
    typescript: `const databases = new aws.backup.Selection("databases", {
  planId: plan.id,
  iamRoleArn: role.arn,
  resources: [cluster.arn, table.arn],
});`,
    python: `databases = aws.backup.Selection("databases",
    plan_id=plan.id,
    iam_role_arn=role.arn,
    resources=[cluster.arn, table.arn])`,
    yaml: `resources:
  databases:
    type: aws:backup:Selection
    properties:
      planId: \${plan.id}
      iamRoleArn: \${role.arn}
      resources:
        - \${cluster.arn}
        - \${table.arn}`,
  },
  limits:
    "Stacks without a selection, unless the contract sets backup or names a framework: their databases may be in a plan of another stack or of " +
    "the organization. Replicas, and databases that are only read. Where a selection has ARNs and tags of the older form " +
    "(selectionTags), either is enough.",
  references: [
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html",
    "https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html",
  ],
  stack(stack, { contract, servesFramework, report, undecided }) {
    const hasSelection = stack.ofType(BACKUP_SELECTION).length > 0;
    if (!hasSelection && contract.backup === undefined && !servesFramework) {
      return;
    }
    for (const database of databasesToBackUp(stack)) {
      const covered = isBackedUp(stack, database);
      if (covered === UNKNOWN) {
        undecided(database);
      } else if (!covered) {
        report({
          at: database,
          message: hasSelection
            ? "No AWS Backup selection includes this, by ARN or by tag. Add its ARN to `resources` of an aws.backup.Selection."
            : "The stack has no AWS Backup selection. Add an aws.backup.Selection with the ARN of this in `resources`.",
          restsOnComputedText: database.isComputed("tags"),
        });
      }
    }
  },
});
