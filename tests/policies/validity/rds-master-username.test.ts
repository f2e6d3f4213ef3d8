import rule from "../../../policies/validity/rds-master-username";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const instance = (engine: Input, username: Input, name = "orders") =>
  resource("aws:rds/instance:Instance", name, { engine, username });
const cluster = (engine: Input, masterUsername: Input) =>
  resource("aws:rds/cluster:Cluster", "orders", { engine, masterUsername });

ruleTest(rule, {
  valid: [
    { name: "admin for MySQL", stack: [instance("mysql", "admin"), cluster("aurora-mysql", "admin")] },
    {
      name: "postgres for PostgreSQL",
      stack: [instance("postgres", "postgres"), cluster("aurora-postgresql", "dbadmin")],
    },
    { name: "admin for an engine that the table does not have", stack: [instance("mariadb", "admin")] },
    { name: "no name, as of a replica", stack: [instance("postgres", undefined)] },
    { name: "a name that no engine reserves, with an engine that is not known yet", stack: [instance(unknown, "app")] },
    {
      name: "a replica and restores, which have the user of their source",
      stack: [
        resource("aws:rds/instance:Instance", "a", {
          engine: "postgres",
          username: "admin",
          replicateSourceDb: "orders",
        }),
        resource("aws:rds/instance:Instance", "b", { engine: "postgres", username: "admin", snapshotIdentifier: "s" }),
        resource("aws:docdb/cluster:Cluster", "c", { masterUsername: "admin", snapshotIdentifier: "s" }),
      ],
    },
    {
      name: "a name that the contract's table does not reserve",
      contract: { facts: { "rds-reserved-usernames": { reported: { postgres: null } } } },
      stack: [instance("postgres", "admin")],
    },
    {
      name: "a database that the stack only reads",
      stack: [
        resource("aws:rds/instance:Instance", "orders", { engine: "postgres", username: "admin" }, { external: true }),
      ],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "admin for PostgreSQL",
      stack: [instance("postgres", "admin")],
      findings: [
        {
          resource: "orders",
          path: "username",
          level: "advisory",
          message:
            /^The name "admin" is reserved by the engine\. Set another one, such as `username: "app_admin"`\..*MasterUsername admin cannot/,
        },
      ],
    },
    {
      name: "admin for Aurora PostgreSQL",
      stack: [cluster("aurora-postgresql", "admin")],
      findings: [{ resource: "orders", path: "masterUsername", level: "mandatory" }],
    },
    {
      name: "admin for DocumentDB",
      stack: [resource("aws:docdb/cluster:Cluster", "documents", { masterUsername: "admin" })],
      findings: [{ resource: "documents", path: "masterUsername", level: "advisory" }],
    },
    {
      name: "the name of RDS itself, whatever the engine",
      stack: [instance("mysql", "rdsadmin"), instance(unknown, "rdsadmin", "other")],
      findings: [
        { resource: "orders", path: "username", message: /reserved by RDS/ },
        { resource: "other", path: "username" },
      ],
    },
  ]),
  undecided: [
    { name: "a name that is not known yet", stack: [instance("postgres", unknown)], at: ["orders.username"] },
    { name: "an engine that is not known yet", stack: [instance(unknown, "admin")], at: ["orders.engine"] },
  ],
});
