import rule from "../../../policies/network/rds-default-port";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const instance = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", inputs);
const cluster = (inputs: Record<string, Input>): BuiltResource => resource("aws:rds/cluster:Cluster", "orders", inputs);

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "another port", stack: [instance({ engine: "postgres", port: 15432 })] },
        { name: "the port of another engine", stack: [instance({ engine: "mysql", port: 5432 })] },
        { name: "an Aurora instance", stack: [instance({ engine: "aurora-mysql", port: 3306 })] },
      ],
      invalid: [
        {
          name: "no port",
          stack: [instance({ engine: "postgres" })],
          findings: [{ resource: "orders", path: "port", message: /listens on 5432/ }],
        },
        {
          name: "the default port",
          stack: [cluster({ engine: "aurora-mysql", port: 3306 })],
          findings: [{ resource: "orders", path: "port" }],
        },
        {
          name: "an edition of SQL Server",
          stack: [instance({ engine: "sqlserver-web" })],
          findings: [{ resource: "orders", path: "port", message: /1433/ }],
        },
      ],
      undecided: [
        { name: "the port", stack: [instance({ engine: "postgres", port: unknown })], at: ["orders.port"] },
        { name: "the engine", stack: [instance({ engine: unknown, port: 3306 })], at: ["orders.engine"] },
      ],
    },
  ),
);
