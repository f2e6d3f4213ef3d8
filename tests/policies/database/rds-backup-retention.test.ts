import rule from "../../../policies/database/rds-backup-retention";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const instance = (inputs: Record<string, number | string | boolean>) =>
  resource(INSTANCE, "db", { engine: "postgres", ...inputs });
const cluster = (inputs: Record<string, number | string | boolean>) =>
  resource(CLUSTER, "db", { engine: "aurora-mysql", ...inputs });

ruleTest(rule, {
  valid: [
    { name: "seven days", stack: [instance({ backupRetentionPeriod: 7 })] },
    {
      name: "as many days as the contract requires",
      contract: { backupRetentionDays: 30 },
      stack: [cluster({ backupRetentionPeriod: 30 })],
    },
    {
      name: "fewer than seven days, where the contract requires no more",
      contract: { backupRetentionDays: 3 },
      stack: [instance({ backupRetentionPeriod: 3 })],
    },
    {
      name: "the one day that a cluster has anyway, where it is enough",
      contract: { backupRetentionDays: 1 },
      stack: [cluster({})],
    },
    {
      name: "an Aurora instance, whose cluster keeps them",
      stack: [resource(INSTANCE, "i", { engine: "aurora-mysql" })],
    },
    {
      name: "replicas",
      contract: { backupRetentionDays: 7 },
      stack: [
        resource(INSTANCE, "replica", { replicateSourceDb: "db", backupRetentionPeriod: 0 }),
        resource(CLUSTER, "eu", { engine: "aurora-mysql", globalClusterIdentifier: "orders" }),
      ],
    },
    { name: "a restore, which does not set it", stack: [instance({ snapshotIdentifier: "nightly" })] },
    {
      name: "an instance that the stack only reads",
      stack: [resource(INSTANCE, "shared", { backupRetentionPeriod: 0 }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "six days",
      stack: [instance({ backupRetentionPeriod: 6 })],
      findings: [
        {
          resource: "db",
          path: "backupRetentionPeriod",
          level: "advisory",
          message: /6 days.*backupRetentionPeriod: 7/,
        },
      ],
    },
    {
      name: "three days, where the contract requires seven",
      contract: { backupRetentionDays: 7 },
      stack: [cluster({ backupRetentionPeriod: 3 })],
      findings: [{ resource: "db", path: "backupRetentionPeriod", level: "mandatory", message: /3 days/ }],
    },
    {
      name: "the one day that a cluster has by default, or with 0",
      stack: [
        resource(CLUSTER, "a", { engine: "aurora-mysql" }),
        resource(CLUSTER, "b", { engine: "aurora-mysql", backupRetentionPeriod: 0 }),
      ],
      findings: [
        { resource: "a", path: "backupRetentionPeriod", message: /1 day, which is the default/ },
        { resource: "b", path: "backupRetentionPeriod", message: /1 day\./ },
      ],
      fixed: { a: { backupRetentionPeriod: 7 }, b: { backupRetentionPeriod: 7 } },
    },
    {
      name: "an instance without the setting, which has no backups",
      stack: [instance({})],
      findings: [
        {
          resource: "db",
          path: "backupRetentionPeriod",
          level: "advisory",
          message: /^There are no automated backups/,
        },
      ],
    },
    {
      name: "backups switched off, which the contract does not forbid",
      stack: [instance({ backupRetentionPeriod: 0 })],
      findings: [{ resource: "db", path: "backupRetentionPeriod", stays: true, level: "advisory" }],
    },
    {
      name: "backups switched off on a restore",
      stack: [instance({ snapshotIdentifier: "nightly", backupRetentionPeriod: 0 })],
      findings: [{ resource: "db", path: "backupRetentionPeriod", stays: true, level: "advisory" }],
    },
    {
      name: "backups switched off in an ephemeral stack",
      contract: { lifecycle: "ephemeral" },
      stack: [instance({ backupRetentionPeriod: 0 })],
      findings: [{ resource: "db", path: "backupRetentionPeriod", stays: true, level: "advisory" }],
    },
    {
      name: "backups switched off in an ephemeral stack whose contract requires them",
      contract: { lifecycle: "ephemeral", backupRetentionDays: 7 },
      stack: [instance({ backupRetentionPeriod: 0 })],
      findings: [{ resource: "db", path: "backupRetentionPeriod", stays: true, level: "mandatory" }],
    },
    {
      name: "the primary of a global cluster and a promoted replica",
      stack: [
        resource(CLUSTER, "us", { engine: "aurora-mysql", globalClusterIdentifier: "orders", masterUsername: "app" }),
        resource(INSTANCE, "promoted", { engine: "mysql", replicateSourceDb: "" }),
      ],
      findings: [
        { resource: "us", path: "backupRetentionPeriod" },
        { resource: "promoted", path: "backupRetentionPeriod" },
      ],
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [
        resource(CLUSTER, "a", { engine: "aurora-mysql", backupRetentionPeriod: unknown }),
        resource(INSTANCE, "b", { engine: unknown }),
      ],
      at: ["a.backupRetentionPeriod", "b.engine"],
    },
  ],
});
