import { DYNAMODB_TABLE, DYNAMODB_TABLE_REPLICA } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

// A replica holds the data of its table, so that the table's own recovery is what counts.
function checkReplica(replica: View, { decide }: Context): void {
  decide(replica.bool("pointInTimeRecovery"), {
    at: replica,
    property: "pointInTimeRecovery",
    fix: { pointInTimeRecovery: true },
    level: "advisory",
    message:
      "The replica cannot be restored to an earlier time in its own region: it does not take over this setting of its " +
      "table. Set `pointInTimeRecovery: true`.",
  });
}

export default defineRule({
  id: "dynamodb-point-in-time-recovery",
  category: "database",
  description: "DynamoDB tables must have point-in-time recovery",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["pointInTimeRecovery"],
  failures: ["B12"],
  why:
    "Without it, a wrong write or delete is final: only the last backup is left, if there is one. " +
    "With it, the table can be restored to any second of the last 35 days.",
  fix: {
    typescript: `pointInTimeRecovery: { enabled: true },`,
    python: `point_in_time_recovery={"enabled": True},`,
    yaml: `pointInTimeRecovery:
  enabled: true`,
  },
  limits: "A replica without it is never more than advisory: its table can be restored.",
  references: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html",
  ],
  resource: {
    types: [DYNAMODB_TABLE, DYNAMODB_TABLE_REPLICA],
    check(table, context) {
      if (table.type === DYNAMODB_TABLE_REPLICA) {
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
          fix: { enabled: true },
          message:
            "The table cannot be restored to an earlier time. Set `pointInTimeRecovery: { enabled: true }`, which keeps " +
            "35 days.",
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
