import rule from "../../../policies/validity/rds-engine-version";
import type { Contract } from "../../../src/contract/schema";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const db = (engine: Input, engineVersion?: Input, name = "db", more: Record<string, Input> = {}) =>
  resource(INSTANCE, name, { engine, engineVersion, ...more });
const all = (engine: string, ...versions: string[]) =>
  versions.map((version, index) => db(engine, version, `v${String(index)}`));
const cluster = (engine: Input, engineVersion: Input, more: Record<string, Input> = {}) =>
  resource("aws:rds/cluster:Cluster", "db", { engine, engineVersion, ...more });
const MULTI_AZ = { dbClusterInstanceClass: "db.m6gd.large", allocatedStorage: 100 };
const offered: Contract = { engineVersions: { offered: true } };
const found = { resource: "db", path: "engineVersion" };
const each = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    resource: `v${String(index)}`,
    path: "engineVersion",
  }));

ruleTest(rule, {
  valid: [
    {
      name: "versions of PostgreSQL",
      contract: offered,
      stack: all("postgres", "16.9", "16", "9.6", "11.22-rds.20260224", "18.4"),
    },
    {
      name: "versions of MySQL",
      contract: offered,
      stack: all("mysql", "8.0.42", "8.0", "8.4", "8", "5.7.44-rds.20260624", "9.7.1"),
    },
    { name: "versions of MariaDB", contract: offered, stack: all("mariadb", "10.11.8", "11.4", "10.6.99") },
    {
      name: "versions of Oracle",
      stack: all("oracle-se2", "19", "19.0.0.0.ru-2024-01.rur-2024-01.r1", "12.1.0.2.v30"),
    },
    { name: "versions of SQL Server", stack: all("sqlserver-ex", "15.00", "15.00.4073.23.v1", "16.00.4085.2.v1") },
    { name: "versions of Db2", stack: all("db2-se", "11.5", "11.5.9.0.sb00063198.r1") },
    {
      name: "versions that the table does not list, which may be newer",
      contract: offered,
      stack: [...all("postgres", "16.99", "20.1"), db("mysql", "8.4.99")],
    },
    { name: "an engine that the rule does not know", stack: [db("custom-oracle-ee", "19.my_cev1")] },
    { name: "no version", stack: [db("postgres"), db("postgres", "", "b"), db(undefined, "15.4", "c")] },
    {
      name: "what the contract allows",
      contract: { engineVersions: { offered: true, allow: ["15.4", "nightly"] } },
      stack: [db("postgres", "15.4"), db("postgres", "nightly", "b")],
    },
    { name: "Aurora, which another rule checks", contract: offered, stack: [cluster("aurora-postgresql", "15.4")] },
    { name: "an instance of Aurora", stack: [db("aurora-mysql", "8.0.32")] },
    { name: "a cluster whose engine is wrong", stack: [cluster("mysql", "15.4")] },
    {
      name: "a cluster where the contract requires Aurora",
      contract: { database: { kind: "aurora", engine: "aurora-postgresql" } },
      stack: [cluster("postgres", "8.0", MULTI_AZ)],
    },
    {
      name: "withdrawn versions that a source has",
      contract: offered,
      stack: [
        db("postgres", "15.4", "a", { replicateSourceDb: "orders" }),
        db("postgres", "15.4", "b", { snapshotIdentifier: "s" }),
      ],
    },
    {
      name: "a database that the stack only reads",
      stack: [resource(INSTANCE, "db", { engine: "postgres", engineVersion: "8.0" }, { external: true })],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "what PostgreSQL does not have",
      stack: all("postgres", "8.0.35", "15.4.0", "PostgreSQL 15", "v15.4", "15.x", "8.0", "latest"),
      findings: each(7),
    },
    {
      name: "what MySQL does not have",
      stack: all("mysql", "15.4", "8.0.mysql_aurora.3.04.0", "mysql8.0", "8.0.x"),
      findings: each(4),
    },
    { name: "what MariaDB does not have", stack: all("mariadb", "8.0", "latest"), findings: each(2) },
    { name: "what Oracle does not have", stack: all("oracle-ee", "19c", "latest"), findings: each(2) },
    {
      name: "what SQL Server does not have",
      stack: all("sqlserver-web", "2019", "SQL Server 2022"),
      findings: each(2),
    },
    {
      name: "a version of another engine, with what to do",
      stack: [db("postgres", "8.0.35")],
      findings: [
        {
          ...found,
          message:
            /^"8\.0\.35" is not a version of postgres\. Set a version such as `engineVersion: "18\.\d+"`\. AWS rejects this with: "Cannot find version 8\.0\.35 for postgres"/,
        },
      ],
    },
    {
      name: "a version of an engine without a list",
      stack: [db("oracle-se2", "19c")],
      findings: [{ ...found, message: /describe-db-engine-versions/ }],
    },
    {
      name: "a withdrawn version",
      stack: [db("postgres", "15.4")],
      findings: [
        {
          ...found,
          message:
            /^AWS has withdrawn version 15\.4 of postgres .*Set `engineVersion: "15\.\d+"` \(the nearest\) or "15\.\d+" \(the newest\).*"Cannot find version 15\.4 for postgres"/,
        },
      ],
    },
    {
      name: "a withdrawn version where the contract requires offered ones",
      contract: offered,
      stack: [db("mysql", "8.0.35")],
      findings: [{ ...found }],
    },
    {
      name: "a withdrawn version without a later one of its major version",
      stack: [db("postgres", "10.23")],
      findings: [{ ...found, message: /Set `engineVersion: "18\.\d+"`, or add it to "engineVersions\.allow"/ }],
    },
    {
      name: "a Multi-AZ DB cluster",
      stack: [cluster("postgres", "15.4", MULTI_AZ)],
      findings: [{ ...found }],
    },
  ]),
  undecided: [
    {
      name: "values that are not known yet",
      stack: [db("postgres", unknown), db(unknown, "15.4", "b")],
      at: ["db.engineVersion", "b.engine"],
    },
  ],
});
