import rule from "../../../policies/database/rds-log-exports";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const PATH = "enabledCloudwatchLogsExports";
const instance = (engine: string, enabledCloudwatchLogsExports?: Input) =>
  resource(INSTANCE, "db", { engine, enabledCloudwatchLogsExports });
const cluster = (engine: string, enabledCloudwatchLogsExports?: Input, inputs: Record<string, Input> = {}) =>
  resource(CLUSTER, "db", { engine, enabledCloudwatchLogsExports, ...inputs });
const all = { databaseLogExports: true };
const four = { databaseLogExports: ["audit", "error", "general", "slowquery"] };

ruleTest(rule, {
  valid: [
    { name: "one log is enough without a contract", stack: [cluster("aurora-mysql", ["error"])] },
    {
      name: "the logs of the contract",
      contract: four,
      stack: [cluster("aurora-mysql", [...four.databaseLogExports])],
    },
    {
      name: "the logs of the contract that the engine has",
      contract: four,
      stack: [instance("postgres", ["postgresql"])],
    },
    {
      name: "all logs that an audit reads",
      contract: all,
      stack: [cluster("aurora-mysql", ["slowquery", "audit", "error", "general"])],
    },
    { name: "the one log of Aurora PostgreSQL", contract: all, stack: [cluster("aurora-postgresql", ["postgresql"])] },
    {
      name: "a Multi-AZ DB cluster of MySQL, which has no audit log",
      contract: all,
      stack: [cluster("mysql", ["error", "general", "slowquery"], { dbClusterInstanceClass: "db.m6gd.large" })],
    },
    {
      name: "an edition of Oracle",
      contract: all,
      stack: [instance("oracle-se2-cdb", ["alert", "audit", "listener", "trace"])],
    },
    { name: "an edition of SQL Server", contract: all, stack: [instance("sqlserver-web", ["agent", "error"])] },
    { name: "an engine that the table does not have", contract: all, stack: [instance("custom-oracle-ee", ["alert"])] },
    { name: "an Aurora instance, whose cluster sends them", contract: all, stack: [instance("aurora-mysql")] },
    {
      name: "a replica, whose engine is that of its source",
      contract: all,
      stack: [resource(INSTANCE, "r", { replicateSourceDb: "db", [PATH]: ["error"] })],
    },
    { name: "an instance that the stack only reads", stack: [resource(INSTANCE, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "no logs, which are advisory without a contract",
      stack: [cluster("aurora-mysql")],
      findings: [
        { resource: "db", path: PATH, level: "advisory", message: /\["audit", "error", "general", "slowquery"\]/ },
      ],
    },
    {
      name: "an empty list, where the contract requires two",
      contract: { databaseLogExports: ["error", "slowquery"] },
      stack: [instance("mysql", [])],
      findings: [{ resource: "db", path: PATH, level: "mandatory", message: /\["error", "slowquery"\]/ }],
      fixed: { db: { [PATH]: ["error", "slowquery"] } },
    },
    {
      name: "no logs of an engine that the table does not have",
      stack: [instance("custom-oracle-ee")],
      findings: [{ resource: "db", path: PATH, stays: true, level: "advisory", message: /\["error"\]/ }],
    },
    {
      name: "not all logs that the contract requires",
      contract: four,
      stack: [cluster("aurora-mysql", ["error", "slowquery"])],
      findings: [{ resource: "db", path: PATH, level: "mandatory", message: /Add "audit", "general"/ }],
      fixed: { db: { [PATH]: ["error", "slowquery", "audit", "general"] } },
    },
    {
      name: "not all logs that an audit reads",
      contract: all,
      stack: [instance("postgres", ["postgresql"])],
      findings: [{ resource: "db", path: PATH, level: "mandatory", message: /Add "upgrade"/ }],
    },
    {
      name: "logs of other engines, which AWS rejects",
      stack: [cluster("aurora-postgresql", ["postgresql", "upgrade", "slowquery"])],
      findings: [
        { resource: "db", path: `${PATH}[1]`, stays: true, level: "mandatory", message: /no log "upgrade"/ },
        { resource: "db", path: `${PATH}[2]`, stays: true, level: "mandatory" },
      ],
    },
    {
      name: "a name that no engine is known to have",
      stack: [instance("mysql", ["error", "slow_query"])],
      findings: [
        {
          resource: "db",
          path: `${PATH}[1]`,
          stays: true,
          level: "advisory",
          message: /^No engine is known .*"slowquery"/,
        },
      ],
    },
    {
      name: "a cluster that must be Aurora",
      contract: four,
      stack: [cluster("mysql", ["audit"])],
      findings: [{ resource: "db", path: PATH, level: "mandatory", message: /Add "error", "general", "slowquery"/ }],
    },
    {
      name: "a replica without logs",
      stack: [resource(INSTANCE, "replica", { replicateSourceDb: "db" })],
      findings: [{ resource: "replica", path: PATH, stays: true, level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      contract: four,
      stack: [
        resource(CLUSTER, "a", { engine: "aurora-mysql", [PATH]: unknown }),
        resource(CLUSTER, "b", { engine: "aurora-mysql", [PATH]: ["error", unknown] }),
        resource(INSTANCE, "c", { engine: unknown }),
      ],
      at: [`a.${PATH}`, `b.${PATH}`, "c.engine"],
    },
  ],
});
