import { isAuroraInstance, isReplica, isRestore } from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const DEFAULT_DAYS = 7;

const days = (count: number): string => `${String(count)} ${count === 1 ? "day" : "days"}`;

export default defineRule({
  id: "rds-backup-retention",
  category: "database",
  description: "RDS must keep automated backups long enough",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["backupRetentionDays"],
  failures: ["B20", "C10"],
  why:
    "A database is restored from its automated backups, to any time that they reach back to. " +
    "An error that is noticed later than that is final.",
  fix: {
    typescript: `backupRetentionPeriod: 7,`,
    python: `backup_retention_period=7,`,
    yaml: `backupRetentionPeriod: 7`,
  },
  limits: "Replicas, Aurora instances (their cluster keeps the backups) and restores that do not set it.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html",
  ],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { contract, report, undecided }) {
      const isAurora = isAuroraInstance(database);
      if (isAurora === true || isReplica(database)) {
        return;
      }
      const period = database.num("backupRetentionPeriod");
      if (period === UNKNOWN || (period === undefined && isAurora === UNKNOWN)) {
        undecided(database, period === UNKNOWN ? "backupRetentionPeriod" : "engine");
        return;
      }
      const required = contract.backupRetentionDays ?? DEFAULT_DAYS;
      const isCluster = database.type === RDS_CLUSTER;
      // A cluster always has backups: the provider omits a 0, and the default of AWS is 1 day.
      const kept = isCluster ? Math.max(period ?? 1, 1) : (period ?? 0);
      if (kept >= required || (period === undefined && isRestore(database))) {
        return;
      }
      const state = kept === 0 ? "There are no automated backups" : `Automated backups are kept for ${days(kept)}`;
      report({
        at: database,
        property: "backupRetentionPeriod",
        // AWS restarts a database when backups are switched on, and someone may have switched them off on purpose.
        ...(kept > 0 && { fix: { backupRetentionPeriod: required } }),
        ...(period === undefined && kept === 0 && { fixWhenNew: { backupRetentionPeriod: required } }),
        message:
          `${state}${period === undefined ? ", which is the default" : ""}. ` +
          `Set \`backupRetentionPeriod: ${String(required)}\` or more.`,
      });
    },
  },
  remediation: {
    does: `sets \`backupRetentionPeriod\` to the contract's \`backupRetentionDays\`, or to ${String(DEFAULT_DAYS)}, where there are backups`,
    doesWhenNew: "does the same for instances that do not set it, which have none",
    leaves: "Backups that are switched off with `0`.",
  },
});
