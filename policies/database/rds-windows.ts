import { listed } from "../../contract/show";
import { isAuroraInstance, isReplica, RDS_CLUSTER, RDS_INSTANCE } from "../../stack/database";
import { dailyWindow, overlap, weeklyWindow } from "../../stack/maintenance-windows";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const SAMPLES = { backup: '"03:00-04:00"', maintenance: '"mon:04:00-mon:05:00"' };

const isLeftOut = (database: Resource, property: string): boolean =>
  database.at(property).isAbsent || database.str(property) === "";

export default defineRule({
  id: "rds-windows",
  category: "database",
  description: "RDS has a backup and a maintenance window, apart from each other",
  severity: "low",
  level: "advisory",
  failures: ["C10"],
  why:
    "Without windows, AWS picks two of its own at random, and the database may restart in the busiest hour. " +
    "AWS refuses a maintenance window that overlaps with the backups.",
  fix: {
    typescript: 'backupWindow: "03:00-04:00", // UTC\nmaintenanceWindow: "mon:04:00-mon:05:00",',
    python: 'backup_window="03:00-04:00",  # UTC\nmaintenance_window="mon:04:00-mon:05:00",',
    yaml: "backupWindow: 03:00-04:00 # UTC\nmaintenanceWindow: mon:04:00-mon:05:00",
  },
  limits:
    "The instances of an Aurora cluster, each of which has a maintenance window of its own. No backup window is asked of " +
    "replicas, nor where backups are switched off. Windows that overlap are mandatory.",
  resource: {
    types: [RDS_INSTANCE, RDS_CLUSTER],
    check(database, { report, undecided }) {
      const isAurora = isAuroraInstance(database);
      if (isAurora === true) {
        return;
      }
      const isCluster = database.type === RDS_CLUSTER;
      const backup = isCluster ? "preferredBackupWindow" : "backupWindow";
      const maintenance = isCluster ? "preferredMaintenanceWindow" : "maintenanceWindow";
      const hasBackups = !isReplica(database) && (isCluster || database.num("backupRetentionPeriod") !== 0);
      const missing = [
        ...(hasBackups && isLeftOut(database, backup) ? [{ property: backup, sample: SAMPLES.backup }] : []),
        ...(isLeftOut(database, maintenance) ? [{ property: maintenance, sample: SAMPLES.maintenance }] : []),
      ];
      const [first] = missing;
      if (first && isAurora === UNKNOWN) {
        undecided(database, "engine");
      } else if (first) {
        const wanted = missing.map(({ property, sample }) => `${property}: ${sample}`);
        report({
          at: database,
          property: first.property,
          message: `AWS chooses the time at random; set ${listed(wanted, "and")} (UTC) to hours in which little happens.`,
        });
      }
      if (isLeftOut(database, backup) || isLeftOut(database, maintenance)) {
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
          level: "mandatory",
          message:
            `the maintenance window ${weekly} overlaps with the daily backups of ${daily}, which AWS refuses; ` +
            `move ${maintenance} or ${backup}.`,
        });
      }
    },
  },
});
