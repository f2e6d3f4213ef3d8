import rule from "../../../policies/database/aurora-engine-name";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const cluster = (inputs: Record<string, Input>) => resource("aws:rds/cluster:Cluster", "orders", inputs);
const multiAz = { dbClusterInstanceClass: "db.m6gd.large", allocatedStorage: 100, storageType: "io1", iops: 1000 };

ruleTest(rule, {
  valid: [
    { name: "Aurora MySQL", stack: [cluster({ engine: "aurora-mysql" })] },
    {
      name: "Aurora PostgreSQL with Aurora storage",
      stack: [cluster({ engine: "aurora-postgresql", storageType: "aurora-iopt1" })],
    },
    { name: "a Multi-AZ DB cluster", stack: [cluster({ engine: "postgres", ...multiAz })] },
    { name: "a Multi-AZ DB cluster by its storage", stack: [cluster({ engine: "mysql", storageType: "gp3" })] },
    {
      name: "a Multi-AZ DB cluster whose class is not known yet",
      stack: [cluster({ engine: "mysql", dbClusterInstanceClass: unknown })],
    },
    { name: "storage that is not known yet", stack: [cluster({ engine: "mysql", storageType: unknown })] },
    { name: "a restore", stack: [cluster({ engine: "mysql", snapshotIdentifier: "nightly" })] },
    { name: "a replica", stack: [cluster({ engine: "mysql", replicationSourceIdentifier: "db" })] },
    { name: "an instance of plain MySQL", stack: [resource("aws:rds/instance:Instance", "db", { engine: "mysql" })] },
    { name: "no engine", stack: [cluster({})] },
    {
      name: "a cluster that is skipped with --target, or only read",
      stack: [resource("aws:rds/cluster:Cluster", "shared", { engine: "mysql" }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "the engine mysql",
      shape: "preview",
      stack: [cluster({ engine: "mysql", engineVersion: "8.0" })],
      findings: [
        {
          resource: "orders",
          path: "engine",
          message: /`engine: "aurora-mysql"`.* AWS rejects this with: "DBClusterInstanceClass is required"\.$/,
        },
      ],
    },
    {
      name: "the engine postgres with storage that only Aurora has",
      shape: "preview",
      stack: [cluster({ engine: "postgres", storageType: "aurora-iopt1", engineMode: "provisioned" })],
      findings: [{ resource: "orders", path: "engine", message: /engine: "aurora-postgresql"/ }],
    },
    {
      name: "a cluster that exists already",
      shape: "up",
      stack: [cluster({ engine: "mysql" })],
      findings: [{ resource: "orders", path: "engine", level: "advisory", message: /exists already/ }],
    },
  ],
  undecided: [
    { name: "an engine that is not known yet", stack: [cluster({ engine: unknown })], at: ["orders.engine"] },
  ],
});
