import rule from "../../../policies/encryption/rds-tls-required";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const group = (family: string, parameters?: Input): BuiltResource =>
  resource("aws:rds/parameterGroup:ParameterGroup", "group", { family, parameters });
const instance = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { instanceClass: "db.t4g.medium", ...inputs });
const withGroup = (engine: string, own: BuiltResource): BuiltResource[] => [
  own,
  instance({ engine, engineVersion: "1.0", parameterGroupName: own.name }),
];
const tls = (name: string, value: Input): Input => [{ name, value }];

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        {
          name: "switched on for MySQL",
          stack: withGroup("mysql", group("mysql8.4", tls("require_secure_transport", "1"))),
        },
        {
          name: "switched on by a word",
          stack: withGroup("mariadb", group("mariadb10.6", tls("require_secure_transport", "ON"))),
        },
        {
          name: "switched on for SQL Server",
          stack: withGroup("sqlserver-se", group("sqlserver-se-15.0", tls("rds.force_ssl", "1"))),
        },
        { name: "the default of PostgreSQL 16", stack: [instance({ engine: "postgres", engineVersion: "16.9" })] },
        { name: "a group of PostgreSQL 15 that leaves the default", stack: withGroup("postgres", group("postgres15")) },
        { name: "the default of MariaDB 11.8", stack: [instance({ engine: "mariadb", engineVersion: "11.8.3" })] },
        {
          name: "MariaDB that does not have the parameter",
          stack: [instance({ engine: "mariadb", engineVersion: "10.4" })],
        },
        { name: "Oracle", stack: [instance({ engine: "oracle-ee" })] },
        { name: "an Aurora instance", stack: [instance({ engine: "aurora-mysql" })] },
        { name: "a replica without a group", stack: [instance({ replicateSourceDb: "orders-primary" })] },
      ],
      invalid: [
        {
          name: "the default of MySQL",
          stack: [instance({ engine: "mysql", engineVersion: "8.4.6" })],
          findings: [
            {
              resource: "orders",
              path: "parameterGroupName",
              message: /default parameter group leaves "require_secure_transport" off/,
            },
          ],
        },
        {
          name: "the default group by its name",
          stack: [instance({ engine: "postgres", parameterGroupName: "default.postgres14" })],
          findings: [
            {
              resource: "orders",
              path: "parameterGroupName",
              message: /default parameter group leaves "rds.force_ssl" off/,
            },
          ],
        },
        {
          name: "switched off in a group",
          stack: withGroup("postgres", group("postgres16", tls("rds.force_ssl", "0"))),
          findings: [{ resource: "orders", path: "parameterGroupName", message: /sets "rds.force_ssl" to "0"/ }],
        },
        {
          name: "a group of SQL Server without the parameter",
          stack: withGroup("sqlserver-ex", group("sqlserver-ex-15.0")),
          findings: [
            { resource: "orders", path: "parameterGroupName", message: /leaves "rds.force_ssl" off, as by default/ },
          ],
        },
      ],
      undecided: [
        { name: "the engine", stack: [instance({ engine: unknown })], at: ["orders.engine"] },
        { name: "the version", stack: [instance({ engine: "postgres" })], at: ["orders.parameterGroupName"] },
        {
          name: "a group of another stack",
          stack: [instance({ engine: "mysql", parameterGroupName: "shared" })],
          at: ["orders.parameterGroupName"],
        },
        {
          name: "the value",
          stack: withGroup("mysql", group("mysql8.4", tls("require_secure_transport", unknown))),
          at: ["orders.parameterGroupName"],
        },
      ],
    },
  ),
);
