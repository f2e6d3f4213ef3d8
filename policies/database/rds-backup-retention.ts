import { isAuroraInstance, isReplica, isRestore, RDS_CLUSTER, RDS_INSTANCE } from "../../stack/database";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const DEFAULT_DAYS = 7;

const days = (count: number): string => `${String(count)} ${count === 1 ? "day" : "days"}`;

export default defineRule({
  id: "rds-backup-retention",
  category: "database",
  description: "RDS keeps automated backups long enough",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["backupRetentionDays"],
  failures: ["B20", "C10"],
  controls: [{ framework: "AWS FSBP", reference: "RDS.11" }],
  why:
    "Automated backups are what a database is restored from, to any moment they reach back to: " +
    "an error that is found later than that is final.",
  fix: {
    typescript: "backupRetentionPeriod: 7,",
    python: "backup_retention_period=7,",
    yaml: "backupRetentionPeriod: 7",
  },
  limits:
    "Replicas, Aurora instances (their cluster keeps the backups) and restores that do not set it. " +
    "Backups switched off are only advisory where the contract says that the stack is ephemeral and asks for no days.",
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
      const wanted = contract.backupRetentionDays ?? DEFAULT_DAYS;
      const isCluster = database.type === RDS_CLUSTER;
      // A cluster always has backups: the provider leaves a 0 out, and AWS takes 1.
      const kept = isCluster ? Math.max(period ?? 1, 1) : (period ?? 0);
      if (kept >= wanted || (period === undefined && isRestore(database))) {
        return;
      }
      const isOff = period === 0 && !isCluster;
      const isWaived = contract.lifecycle === "ephemeral" && contract.backupRetentionDays === undefined;
      const state = kept === 0 ? "there are no automated backups" : `automated backups are kept for ${days(kept)}`;
      report({
        at: database,
        property: "backupRetentionPeriod",
        // AWS restarts a database that has had no backups, and somebody may have switched them off.
        ...(kept > 0 && { mend: { backupRetentionPeriod: wanted } }),
        ...(period === undefined && kept === 0 && { mendWhenNew: { backupRetentionPeriod: wanted } }),
        ...(isOff && { level: isWaived ? "advisory" : "mandatory" }),
        message:
          `${state}${period === undefined ? ", as nothing else is set" : ""}; ` +
          `set backupRetentionPeriod: ${String(wanted)} or more.`,
      });
    },
  },
  remediation: {
    does: `sets \`backupRetentionPeriod\` to the contract's \`backupRetentionDays\`, or to ${String(DEFAULT_DAYS)}, where there are backups`,
    doesWhenNew: "does the same for instances that say nothing, which have none",
    leaves: "Backups that are switched off with `0`.",
  },
});
