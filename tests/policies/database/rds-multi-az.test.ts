import rule from "../../../policies/database/rds-multi-az";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const db = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { engine: "postgres", instanceClass: "db.m6g.large", ...inputs });
const production = { environment: "production" };

ruleTest(rule, {
  valid: [
    { name: "a contract without an environment", stack: [db()] },
    { name: "a staging environment", stack: [db()], contract: { environment: "staging" } },
    { name: "an ephemeral stack", stack: [db()], contract: { environment: "production", lifecycle: "ephemeral" } },
    { name: "a standby", stack: [db({ multiAz: true })], contract: production },
    { name: "a replica", stack: [db({ replicateSourceDb: "orders" })], contract: production },
    { name: "an Aurora instance", stack: [db({ engine: "aurora-mysql" })], contract: production },
    { name: "SQL Server Express", stack: [db({ engine: "sqlserver-ex" })], contract: production },
    { name: "RDS Custom", stack: [db({ engine: "custom-oracle-ee" })], contract: production },
  ],
  invalid: [
    {
      name: "one zone in production",
      stack: [db()],
      contract: production,
      findings: [{ resource: "orders", path: "multiAz", message: /sets a production environment/ }],
    },
    {
      name: "a standby switched off in the environment PROD",
      stack: [db({ multiAz: false })],
      contract: { environment: "PROD", lifecycle: "durable" },
      findings: [{ resource: "orders", path: "multiAz" }],
    },
    {
      name: "an ephemeral stack that complies with a framework",
      stack: [db()],
      contract: { frameworks: ["AWS FSBP"], lifecycle: "ephemeral" },
      findings: [{ resource: "orders", path: "multiAz", level: "mandatory", message: /names a framework/ }],
    },
    {
      name: "a durable stack",
      stack: [db({ engine: "sqlserver-se" })],
      contract: { lifecycle: "durable" },
      findings: [{ resource: "orders", path: "multiAz", level: "advisory", message: /makes this stack durable/ }],
    },
  ],
  undecided: [
    {
      name: "a standby that is not known yet",
      stack: [db({ multiAz: unknown })],
      contract: production,
      at: ["orders.multiAz"],
    },
    {
      name: "an engine that is not known yet",
      stack: [db({ engine: unknown })],
      contract: production,
      at: ["orders.engine"],
    },
  ],
});
