import { BACKUP_SELECTION, databasesToBackUp, isBackedUp } from "../../stack/backup";
import type { Resource } from "../../stack/resource";
import { tagsOf } from "../../stack/tags";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "backup-covers-databases",
  category: "backup",
  description: "Databases and tables are in an AWS Backup plan",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["backup"],
  failures: ["P11", "B6"],
  why:
    "Snapshots that RDS takes by itself go with the database when it is deleted. " +
    "Recovery points of AWS Backup lie in a vault of their own, for as long as the plan says.",
  fix: {
    typescript:
      'const databases = new aws.backup.Selection("databases", {\n' +
      "  planId: plan.id,\n  iamRoleArn: role.arn,\n  resources: [cluster.arn, table.arn],\n});",
    python:
      'databases = aws.backup.Selection("databases",\n' +
      "    plan_id=plan.id, iam_role_arn=role.arn, resources=[cluster.arn, table.arn])",
    yaml:
      "resources:\n  databases:\n    type: aws:backup:Selection\n    properties:\n      planId: ${plan.id}\n" +
      "      iamRoleArn: ${role.arn}\n      resources:\n        - ${cluster.arn}\n        - ${table.arn}",
  },
  limits:
    "Replicas, databases that are only read, and plans that lie in another stack or come from the organization; without " +
    "a contract and a selection in the stack, databases with a tag for backups (Backup: daily), by which such a plan takes " +
    "them. Where a selection has ARNs and tags of the older form (selectionTags), either is enough.",
  stack(stack, { contract, report, undecided }) {
    const hasSelection = stack.ofType(BACKUP_SELECTION).length > 0;
    const isLeftToTags = !hasSelection && contract.backup === undefined;
    for (const database of databasesToBackUp(stack).filter((one) => !(isLeftToTags && isTaggedForBackup(one)))) {
      const covered = isBackedUp(stack, database);
      if (covered === UNKNOWN) {
        undecided(database);
      } else if (!covered) {
        report({
          at: database,
          message: hasSelection
            ? "no AWS Backup selection reaches this by ARN or tag; add its arn to resources of an aws.backup.Selection."
            : "nothing in the stack puts this into AWS Backup; add an aws.backup.Selection with its arn in resources to a " +
              "backup plan, or the tag by which a plan of the account takes it.",
          restsOnComputedText: database.isComputed("tags"),
        });
      }
    }
  },
});

/** True for a tag such as `Backup: daily` or `backup-plan: gold`. */
function isTaggedForBackup(database: Resource): boolean {
  return [...tagsOf(database).values].some(
    ([key, value]) => /backup/i.test(key) && !/^(?:|0|disabled|false|no|none|off)$/i.test(known(value) ? value : "?"),
  );
}
