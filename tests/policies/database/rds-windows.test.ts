import rule from "../../../policies/database/rds-windows";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type Input } from "../../../testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const instance = (name: string, backupWindow?: Input, maintenanceWindow?: Input, more: Record<string, Input> = {}) =>
  resource(INSTANCE, name, { engine: "postgres", backupWindow, maintenanceWindow, ...more });
const cluster = (name: string, preferredBackupWindow?: Input, preferredMaintenanceWindow?: Input) =>
  resource(CLUSTER, name, { engine: "aurora-mysql", preferredBackupWindow, preferredMaintenanceWindow });
const primary = instance("primary", "03:00-04:00", "mon:04:00-mon:05:00");

ruleTest(rule, {
  valid: [
    { name: "windows that touch", stack: [primary, cluster("aurora", "02:00-03:00", "Sun:01:00-Sun:02:00")] },
    {
      name: "windows over midnight and over the end of the week",
      stack: [instance("a", "23:30-00:30", "sun:23:00-sun:23:30"), instance("b", "00:30-01:00", "sun:23:30-mon:00:30")],
    },
    { name: "texts that are no windows", stack: [instance("a", "x", "y")] },
    {
      name: "no backup window for a replica or where there are no backups",
      stack: [
        primary,
        instance("replica", undefined, "mon:04:00-mon:05:00", { replicateSourceDb: primary.identifier }),
        instance("off", undefined, "mon:04:00-mon:05:00", { backupRetentionPeriod: 0 }),
      ],
    },
    {
      name: "Aurora instances",
      stack: [
        resource(INSTANCE, "old", { engine: "aurora-mysql" }),
        resource("aws:rds/clusterInstance:ClusterInstance", "new", { clusterIdentifier: "aurora" }),
      ],
    },
    { name: "a database that the stack only reads", stack: [resource(INSTANCE, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "no windows",
      stack: [instance("a"), cluster("b"), instance("c", "", "")],
      findings: [
        { resource: "a", path: "backupWindow", message: /maintenanceWindow: "mon/ },
        { resource: "b", path: "preferredBackupWindow", message: /preferredMaintenanceWindow/ },
        { resource: "c", path: "backupWindow" },
      ],
    },
    {
      name: "one of them",
      stack: [
        instance("a", undefined, "mon:04:00-mon:05:00"),
        cluster("b", "03:00-04:00"),
        instance("c", undefined, undefined, { replicateSourceDb: "elsewhere" }),
        instance("d", unknown),
      ],
      findings: [
        { resource: "a", path: "backupWindow" },
        { resource: "b", path: "preferredMaintenanceWindow" },
        { resource: "c", path: "maintenanceWindow" },
        { resource: "d", path: "maintenanceWindow" },
      ],
    },
    {
      name: "windows that overlap",
      stack: [
        instance("a", "03:00-04:01", "mon:04:00-mon:05:00"),
        cluster("b", "03:00-04:00", "WED:02:30-WED:03:30"),
        instance("c", "23:30-00:30", "tue:00:00-tue:01:00"),
        instance("d", "00:00-01:00", "sun:23:30-mon:00:30"),
        instance("e", "12:00-12:30", "fri:00:00-sun:00:00"),
      ],
      findings: ["a", "b", "c", "d", "e"].map((name) => ({
        resource: name,
        path: name === "b" ? "preferredMaintenanceWindow" : "maintenanceWindow",
        level: "mandatory",
        message: /overlaps/,
      })),
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [
        instance("a", unknown, "mon:04:00-mon:05:00"),
        instance("b", "03:00-04:00", unknown),
        resource(INSTANCE, "c", { engine: unknown }),
      ],
      at: ["a.backupWindow", "b.maintenanceWindow", "c.engine"],
    },
  ],
});
