import rule from "../../../policies/database/rds-windows";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const instance = (name: string, backupWindow?: Input, maintenanceWindow?: Input, more: Record<string, Input> = {}) =>
  resource(INSTANCE, name, { engine: "postgres", backupWindow, maintenanceWindow, ...more });
const cluster = (name: string, preferredBackupWindow?: Input, preferredMaintenanceWindow?: Input) =>
  resource(CLUSTER, name, { engine: "aurora-mysql", preferredBackupWindow, preferredMaintenanceWindow });
const production = { environment: "production" };
const primary = instance("primary", "03:00-04:00", "mon:04:00-mon:05:00");

ruleTest(rule, {
  valid: [
    { name: "no windows without a contract", stack: [instance("a"), cluster("b"), instance("c", "", "")] },
    { name: "no windows in an ephemeral stack", contract: { lifecycle: "ephemeral" }, stack: [instance("a")] },
    {
      name: "windows that touch",
      contract: production,
      stack: [primary, cluster("aurora", "02:00-03:00", "Sun:01:00-Sun:02:00")],
    },
    {
      name: "windows over midnight and over the end of the week",
      contract: production,
      stack: [instance("a", "23:30-00:30", "sun:23:00-sun:23:30"), instance("b", "00:30-01:00", "sun:23:30-mon:00:30")],
    },
    { name: "values in another form", stack: [instance("a", "x", "y")] },
    {
      name: "no backup window on a replica, or where backups are switched off",
      contract: production,
      stack: [
        primary,
        instance("replica", undefined, "mon:04:00-mon:05:00", { replicateSourceDb: primary.identifier }),
        instance("off", undefined, "mon:04:00-mon:05:00", { backupRetentionPeriod: 0 }),
      ],
    },
    {
      name: "Aurora instances",
      contract: production,
      stack: [
        resource(INSTANCE, "old", { engine: "aurora-mysql" }),
        resource("aws:rds/clusterInstance:ClusterInstance", "new", { clusterIdentifier: "aurora" }),
      ],
    },
    { name: "a database that the stack only reads", stack: [resource(INSTANCE, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "no windows in production",
      contract: production,
      stack: [instance("a"), cluster("b"), instance("c", "", "")],
      findings: [
        {
          resource: "a",
          path: "backupWindow",
          level: "advisory",
          message: /`backupWindow: "03:00-04:00", maintenanceWindow: "mon/,
        },
        { resource: "b", path: "preferredBackupWindow", level: "advisory", message: /preferredMaintenanceWindow/ },
        { resource: "c", path: "backupWindow", level: "advisory" },
      ],
    },
    {
      name: "one of two windows, where the contract requires backups",
      contract: { backupRetentionDays: 7 },
      stack: [
        instance("a", undefined, "mon:04:00-mon:05:00"),
        cluster("b", "03:00-04:00"),
        instance("c", undefined, undefined, { replicateSourceDb: "orders" }),
        instance("d", unknown),
      ],
      findings: [
        { resource: "a", path: "backupWindow", level: "advisory" },
        { resource: "b", path: "preferredMaintenanceWindow", level: "advisory" },
        { resource: "c", path: "maintenanceWindow", level: "advisory" },
        { resource: "d", path: "maintenanceWindow", level: "advisory" },
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
        message:
          /overlaps with .* AWS rejects this with: "The backup window and maintenance window must not overlap"\.$/,
      })),
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      contract: production,
      stack: [
        instance("a", unknown, "mon:04:00-mon:05:00"),
        instance("b", "03:00-04:00", unknown),
        resource(INSTANCE, "c", { engine: unknown }),
      ],
      at: ["a.backupWindow", "b.maintenanceWindow", "c.engine"],
    },
  ],
});
