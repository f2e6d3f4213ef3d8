import rule from "../../../policies/validity/rds-instance-class-supported";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const cluster = (engine: Input, engineVersion?: Input, more: Record<string, Input> = {}) =>
  resource("aws:rds/cluster:Cluster", "orders", { engine, engineVersion, ...more });
const member = (of: BuiltResource, instanceClass: Input, more: Record<string, Input> = {}) =>
  resource(CLUSTER_INSTANCE, "writer", { clusterIdentifier: of.id, engine: of.engine, instanceClass, ...more });
const instance = (engine: Input, instanceClass: Input, engineVersion?: Input) =>
  resource("aws:rds/instance:Instance", "db", { engine, instanceClass, engineVersion });
const mysql8 = cluster("aurora-mysql", "8.0.mysql_aurora.3.10.5");
const mysql5 = cluster("aurora-mysql", "5.7.mysql_aurora.2.12.5");
const open = cluster("aurora-mysql");
const postgres = cluster("aurora-postgresql", "16.9");
const plain = cluster("mysql", "8.0");
const multiAz = cluster("postgres", "16.9", { dbClusterInstanceClass: "db.m6gd.large", allocatedStorage: 100 });
const cls = { resource: "writer", path: "instanceClass" };
const engine = { resource: "writer", path: "engine" };

ruleTest(rule, {
  valid: [
    { name: "classes of Aurora MySQL 8", stack: [mysql8, member(mysql8, "db.t3.medium")] },
    {
      name: "a larger one, and serverless",
      stack: [
        mysql8,
        member(mysql8, "db.r6g.large"),
        resource(CLUSTER_INSTANCE, "b", {
          clusterIdentifier: mysql8.id,
          engine: "aurora-mysql",
          instanceClass: "db.serverless",
        }),
      ],
    },
    { name: "a small one under Aurora MySQL 5.7", stack: [mysql5, member(mysql5, "db.t3.small")] },
    { name: "a class that the table does not have", stack: [postgres, member(postgres, "db.r9g.large")] },
    {
      name: "instances of plain engines",
      stack: [
        instance("postgres", "db.t4g.micro"),
        resource("aws:rds/instance:Instance", "b", { engine: "sqlserver-ex", instanceClass: "db.t3.small" }),
      ],
    },
    { name: "no class", stack: [instance("postgres", undefined)] },
    { name: "an engine that is wrong in the cluster", stack: [plain, member(plain, "db.r6g.large")] },
    {
      name: "a class that the contract's table does not list",
      contract: { facts: { "rds-instance-classes": { refused: [] } } },
      stack: [mysql8, member(mysql8, "db.t3.small")],
    },
    {
      name: "an instance that the stack only reads",
      stack: [
        resource(
          CLUSTER_INSTANCE,
          "writer",
          { engine: "aurora-postgresql", instanceClass: "db.t3.small" },
          { external: true },
        ),
      ],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a small class under Aurora MySQL 8",
      stack: [mysql8, member(mysql8, "db.t3.small")],
      findings: [
        {
          ...cls,
          message:
            /aurora-mysql 8\.0\.mysql_aurora\.3\.10\.5 on db\.t3\.small.*"DB instance class db\.t3\.small does not support the following features: Aurora MySQL version 8\.0"/,
        },
      ],
    },
    {
      name: "a family that Aurora MySQL 8 no longer supports, by the instance's own version",
      stack: [open, member(open, "db.r4.large", { engineVersion: "8.0" })],
      findings: [cls],
    },
    {
      name: "a class that is rejected for every version",
      stack: [open, member(open, "db.t4g.small")],
      findings: [
        { ...cls, level: "advisory", message: /offer aurora-mysql on db\.t4g\.small.*RDS does not support creating/ },
      ],
    },
    {
      name: "a small class under Aurora PostgreSQL",
      stack: [postgres, member(postgres, "db.t3.micro")],
      findings: [cls],
    },
    {
      name: "a class that AWS lists for some regions",
      stack: [postgres, member(postgres, "db.t3.small")],
      findings: [{ ...cls, level: "advisory" }],
    },
    {
      name: "a family of plain engines under Aurora",
      stack: [postgres, member(postgres, "db.m5.large")],
      findings: [cls],
    },
    {
      name: "Graviton under SQL Server",
      stack: [instance("sqlserver-ex", "db.t4g.micro")],
      findings: [{ resource: "db", path: "instanceClass", message: /`instanceClass: "db\.m6i\.large"`/ }],
    },
    {
      name: "a small class under SQL Server Enterprise",
      stack: [instance("sqlserver-ee", "db.t3.medium")],
      findings: [{ resource: "db", path: "instanceClass" }],
    },
    {
      name: "another engine than the cluster's",
      stack: [mysql8, member(mysql8, "db.r6g.large", { engine: "mysql" })],
      findings: [
        {
          ...engine,
          message:
            /engine is mysql, and that of the cluster is aurora-mysql\. Set `engine: cluster\.engine`.*doesn't match the engine name/,
        },
      ],
    },
    {
      name: "an instance of a Multi-AZ DB cluster",
      stack: [multiAz, member(multiAz, "db.m6gd.large")],
      findings: [{ ...engine, level: "advisory", message: /^AWS creates the instances/ }],
    },
    {
      name: "an instance of a cluster outside the stack",
      stack: [
        resource(CLUSTER_INSTANCE, "writer", {
          clusterIdentifier: "shared",
          engine: "postgres",
          instanceClass: "db.r6g.large",
        }),
      ],
      findings: [{ ...engine, level: "advisory", message: /use an aws\.rds\.Instance/ }],
    },
  ]),
  undecided: [
    {
      name: "another engine than Aurora's, in a cluster that is not known yet",
      stack: [
        resource(CLUSTER_INSTANCE, "writer", {
          clusterIdentifier: unknown,
          engine: "mysql",
          instanceClass: "db.r6g.large",
        }),
      ],
      at: ["writer.clusterIdentifier"],
    },
    {
      name: "another engine than Aurora's, in a cluster whose engine is not known yet",
      stack: (() => {
        const unsure = cluster(unknown);
        return [unsure, member(unsure, "db.r6g.large", { engine: "mysql" })];
      })(),
      at: ["writer.engine"],
    },
    { name: "a class that is not known yet", stack: [mysql8, member(mysql8, unknown)], at: ["writer.instanceClass"] },
    { name: "an engine that is not known yet", stack: [instance(unknown, "db.t3.small")], at: ["db.engine"] },
    {
      name: "a version that the program does not set",
      stack: [open, member(open, "db.t3.small")],
      at: ["writer.engineVersion"],
    },
  ],
});
