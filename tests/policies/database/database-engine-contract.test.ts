import rule from "../../../policies/database/database-engine-contract";
import type { Contract } from "../../../src/contract/schema";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const cluster = (inputs: Record<string, Input>) => resource("aws:rds/cluster:Cluster", "orders", inputs);
const member = (of: Input, instanceClass: Input, name = "orders-0"): BuiltResource =>
  resource("aws:rds/clusterInstance:ClusterInstance", name, {
    clusterIdentifier: of,
    engine: "aurora-mysql",
    instanceClass,
  });
const aurora: Contract = { database: { kind: "aurora", engine: "aurora-mysql" } };
const serverless: Contract = { database: { kind: "aurora-serverless-v2", engine: "aurora-mysql" } };
const plain: Contract = { database: { kind: "instance", engine: "postgres" } };
const capacity = { serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 1 } };
const v2 = cluster({ engine: "aurora-mysql", engineMode: "provisioned", ...capacity });
const mysqlInstance = resource(INSTANCE, "db", { engine: "mysql", instanceClass: "db.t3.medium" });

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [mysqlInstance] },
    { name: "a contract that requires nothing of databases", contract: { database: {} }, stack: [mysqlInstance] },
    { name: "no database", contract: aurora, stack: [resource("aws:ec2/vpc:Vpc", "main")] },
    { name: "an Aurora cluster", contract: aurora, stack: [cluster({ engine: "aurora-mysql" })] },
    { name: "Aurora Serverless v2, which is an Aurora cluster too", contract: aurora, stack: [v2] },
    { name: "Aurora Serverless v2", contract: serverless, stack: [v2, member(v2.id, "db.serverless")] },
    {
      name: "Aurora Serverless v2 with a provisioned writer",
      contract: serverless,
      stack: [v2, member(v2.id, "db.r6g.large"), member(v2.id, "db.serverless", "orders-1")],
    },
    {
      name: "Aurora Serverless v2 with an instance whose class is not known yet",
      contract: serverless,
      stack: [v2, member(v2.id, unknown)],
      shape: "preview",
    },
    {
      name: "an Aurora engine of any kind",
      contract: { database: { engine: "aurora-mysql" } },
      stack: [cluster({ engine: "aurora-mysql" })],
    },
    { name: "an instance", contract: plain, stack: [resource(INSTANCE, "db", { engine: "postgres" })] },
    { name: "an engine of any kind", contract: { database: { engine: "mysql" } }, stack: [mysqlInstance] },
    { name: "an instance of any engine", contract: { database: { kind: "instance" } }, stack: [mysqlInstance] },
    {
      name: "a cluster of any Aurora engine",
      contract: { database: { kind: "aurora" } },
      stack: [cluster({ engine: "aurora-postgresql" })],
    },
    {
      name: "a replica, whose engine is that of its source",
      contract: { database: { kind: "instance", engine: "mysql" } },
      stack: [mysqlInstance, resource(INSTANCE, "replica", { replicateSourceDb: mysqlInstance.identifier })],
    },
    {
      name: "a database that the stack only reads, and databases of other services",
      contract: aurora,
      stack: [
        resource(INSTANCE, "shared", { engine: "mysql" }, { external: true }),
        resource("aws:docdb/cluster:Cluster", "docs", { engine: "docdb" }),
      ],
    },
  ],
  invalid: [
    {
      name: "an instance, where the contract requires Aurora Serverless v2",
      contract: serverless,
      stack: [mysqlInstance],
      findings: [
        {
          resource: "db",
          message: /an RDS instance, but .* Aurora Serverless v2 with the engine "aurora-mysql".*aws\.rds\.Cluster/,
        },
      ],
    },
    {
      name: "a cluster, where the contract requires an instance",
      contract: plain,
      stack: [cluster({ engine: "postgres", dbClusterInstanceClass: "db.m6gd.large" })],
      findings: [{ resource: "orders", message: /Use an aws\.rds\.Instance instead\./ }],
    },
    {
      name: "a cluster with another engine",
      contract: aurora,
      stack: [cluster({ engine: "mysql", engineVersion: "8.0" })],
      findings: [{ resource: "orders", path: "engine", message: /engine is "mysql".*engine: "aurora-mysql"/ }],
    },
    {
      name: "a cluster that is not Aurora, whatever the engine",
      contract: { database: { kind: "aurora" } },
      stack: [cluster({ engine: "postgres" })],
      findings: [{ resource: "orders", path: "engine", message: /engine: "aurora-postgresql"/ }],
    },
    {
      name: "an instance, where the contract requires an Aurora engine",
      contract: { database: { engine: "aurora-mysql" } },
      stack: [mysqlInstance],
      findings: [{ resource: "db", message: /Use an aws\.rds\.Cluster/ }],
    },
    {
      name: "a cluster with an engine that Aurora does not have",
      contract: { database: { kind: "aurora" } },
      stack: [cluster({ engine: "mariadb" })],
      findings: [{ resource: "orders", path: "engine", message: /engine: "aurora-mysql"/ }],
    },
    {
      name: "an instance with another engine",
      contract: { database: { engine: "postgres" } },
      stack: [mysqlInstance],
      findings: [
        { resource: "db", path: "engine", message: /requires the engine "postgres"\. Set `engine: "postgres"`/ },
      ],
    },
    {
      name: "Aurora Serverless v1",
      contract: serverless,
      stack: [cluster({ engine: "aurora-mysql", engineMode: "serverless" })],
      findings: [{ resource: "orders", path: "engineMode" }],
    },
    {
      name: "Aurora without serverless capacity",
      contract: serverless,
      stack: [cluster({ engine: "aurora-mysql" })],
      findings: [{ resource: "orders", path: "serverlessv2ScalingConfiguration" }],
    },
    {
      name: "Aurora with serverless capacity and no serverless instance",
      contract: serverless,
      stack: [v2, member(v2.id, "db.r6g.large")],
      findings: [{ resource: "orders", message: /"db\.serverless"/ }],
    },
  ],
  undecided: [
    {
      name: "an engine that is not known yet",
      contract: aurora,
      stack: [cluster({ engine: unknown })],
      at: ["orders.engine"],
    },
    {
      name: "a restored instance, whose engine is that of the snapshot",
      contract: plain,
      stack: [resource(INSTANCE, "db", { snapshotIdentifier: "nightly" })],
      at: ["db.engine"],
    },
  ],
});
