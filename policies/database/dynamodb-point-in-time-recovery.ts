import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const TABLE = "aws:dynamodb/table:Table";
const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

// A replica holds the data of its table, so that the table's own recovery is what counts.
function checkReplica(replica: View, { report, undecided }: Context): void {
  const enabled = replica.bool("pointInTimeRecovery");
  if (enabled === UNKNOWN) {
    undecided(replica, "pointInTimeRecovery");
  } else if (!enabled) {
    report({
      at: replica,
      property: "pointInTimeRecovery",
      mend: { pointInTimeRecovery: true },
      level: "advisory",
      message:
        "the replica cannot be restored to an earlier moment in its own region, as it does not take over the setting " +
        "of its table; set pointInTimeRecovery: true.",
    });
  }
}

export default defineRule({
  id: "dynamodb-point-in-time-recovery",
  category: "database",
  description: "DynamoDB tables have point-in-time recovery",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["pointInTimeRecovery"],
  failures: ["B12"],
  controls: [{ framework: "AWS FSBP", reference: "DynamoDB.2" }],
  why:
    "Without it, a wrong write or delete is final: the last backup, if there is one, is all that is left. " +
    "With it, the table can be restored to any second of the last 35 days.",
  fix: {
    typescript: "pointInTimeRecovery: { enabled: true },",
    python: 'point_in_time_recovery={"enabled": True},',
    yaml: "pointInTimeRecovery:\n  enabled: true",
  },
  limits: "A replica without it is never more than advisory: its table can be restored.",
  resource: {
    types: [TABLE, REPLICA],
    check(table, context) {
      if (table.type === REPLICA) {
        checkReplica(table, context);
        return;
      }
      const recovery = table.at("pointInTimeRecovery");
      const enabled = recovery.isUnknown ? UNKNOWN : recovery.bool("enabled");
      if (enabled === UNKNOWN) {
        context.undecided(recovery.isUnknown ? recovery : recovery.at("enabled"));
      } else if (!enabled) {
        context.report({
          at: recovery,
          mend: { enabled: true },
          message:
            "the table cannot be restored to an earlier moment; set pointInTimeRecovery: { enabled: true }, " +
            "which keeps 35 days.",
        });
      }
      const replicas = table.list("replicas");
      (known(replicas) ? replicas : []).forEach((replica) => {
        checkReplica(replica, context);
      });
    },
  },
  remediation: {
    does: "sets `pointInTimeRecovery.enabled: true` for tables, `pointInTimeRecovery: true` for replicas",
  },
});
