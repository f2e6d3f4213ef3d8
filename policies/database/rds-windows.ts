import { RDS_CLUSTER, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { isProduction } from "../../src/contract/environment";
import { isAuroraInstance, isReplica } from "../../src/aws/databases/database";
import { dailyWindow, overlap, weeklyWindow } from "./rds-windows.windows";
import type { Contract } from "../../src/contract/schema";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** Minutes that AWS requires of a window. */
const SHORTEST = 30;
const SAMPLES = { backup: '"03:00-04:00"', maintenance: '"mon:04:00-mon:05:00"' };

const isUnset = (database: Resource, property: string): boolean =>
  database.at(property).isAbsent || database.str(property) === "";

/** True for contracts under which it matters when a database is backed up and restarted. */
const requiresWindows = ({ environment = "", lifecycle, backupRetentionDays }: Contract): boolean =>
  isProduction(environment) || lifecycle === "durable" || backupRetentionDays !== undefined;

/** Reports a window that is shorter than AWS accepts. */
function reportShort(
  database: Resource,
  [property, read]: readonly [string, typeof dailyWindow],
  report: Context["report"],
): void {
  const text = database.str(property);
  const window = known(text) ? read(text) : undefined;
  if (window && window.length < SHORTEST) {
    report({
      at: database,
      property,
      message: `The window "${String(text)}" is shorter than ${String(SHORTEST)} minutes, which AWS rejects. Let it last longer.`,
    });
  }
}

export default defineRule({
  id: "rds-windows",
  category: "database",
  description: "RDS backup and maintenance windows must be set and must not overlap",
  severity: "low",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["C10"],
  why:
    "AWS rejects a maintenance window that overlaps with the daily backups. Without windows, AWS picks both at random, " +
    "and the database may restart in the busiest hour.",
  fix: {
    typescript: `backupWindow: "03:00-04:00", // UTC
maintenanceWindow: "mon:04:00-mon:05:00",`,
    python: `backup_window="03:00-04:00",  # UTC
maintenance_window="mon:04:00-mon:05:00",`,
    yaml: `backupWindow: 03:00-04:00 # UTC
maintenanceWindow: mon:04:00-mon:05:00`,
  },
  limits:
    "Missing windows, unless the contract sets a production environment, a durable lifecycle or backupRetentionDays: then " +
    "they are advisory. The instances of an Aurora cluster, which have maintenance windows of their own. Backup " +
    "windows of replicas and of instances without backups.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html",
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html",
  ],
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { contract, report, undecided }) {
      const isAurora = isAuroraInstance(database);
      if (isAurora === true) {
        return;
      }
      const isCluster = database.type === RDS_CLUSTER;
      const backup = isCluster ? "preferredBackupWindow" : "backupWindow";
      const maintenance = isCluster ? "preferredMaintenanceWindow" : "maintenanceWindow";
      const retention = isCluster ? 1 : database.num("backupRetentionPeriod");
      const hasBackups = !isReplica(database) && retention !== 0;
      const missing = [
        ...(hasBackups && isUnset(database, backup) ? [{ property: backup, sample: SAMPLES.backup }] : []),
        ...(isUnset(database, maintenance) ? [{ property: maintenance, sample: SAMPLES.maintenance }] : []),
      ];
      const [first] = requiresWindows(contract) ? missing : [];
      if (first && isAurora === UNKNOWN) {
        undecided(database, "engine");
      } else if (first?.property === backup && retention === UNKNOWN) {
        undecided(database, "backupRetentionPeriod");
      } else if (first) {
        const code = missing.map(({ property, sample }) => `${property}: ${sample}`).join(", ");
        report({
          at: database,
          property: first.property,
          level: "advisory",
          message: `AWS chooses the time at random. Set \`${code}\` (UTC) or other hours with little traffic.`,
        });
      }
      reportShort(database, [backup, dailyWindow], report);
      reportShort(database, [maintenance, weeklyWindow], report);
      if (isUnset(database, backup) || isUnset(database, maintenance)) {
        return;
      }
      const daily = database.str(backup);
      const weekly = database.str(maintenance);
      if (!known(daily) || !known(weekly)) {
        undecided(database, known(daily) ? maintenance : backup);
        return;
      }
      const backups = dailyWindow(daily);
      const repairs = weeklyWindow(weekly);
      if (backups && repairs && overlap(backups, repairs)) {
        report({
          at: database,
          property: maintenance,
          message:
            `The maintenance window "${weekly}" overlaps with the backup window "${daily}". ` +
            `Move \`${maintenance}\` or \`${backup}\`.`,
          awsError: "The backup window and maintenance window must not overlap",
        });
      }
    },
  },
});
