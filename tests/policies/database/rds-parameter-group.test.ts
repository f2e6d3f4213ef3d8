import rule from "../../../policies/database/rds-parameter-group";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const db = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { engine: "postgres", instanceClass: "db.m6g.large", ...inputs });
const cluster = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/cluster:Cluster", "orders", { engine: "aurora-mysql", ...inputs });
const group = resource("aws:rds/parameterGroup:ParameterGroup", "parameters", { family: "postgres17" });
const clusterGroup = resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "parameters", {
  family: "aurora-mysql8.0",
});

const production = { environment: "production" };

ruleTest(rule, {
  valid: [
    { name: "the default group without a contract", stack: [db(), cluster()] },
    { name: "the default group in a staging environment", contract: { environment: "staging" }, stack: [db()] },
    { name: "a group of its own", contract: production, stack: [group, db({ parameterGroupName: group.name })] },
    {
      name: "a group of its own on a cluster",
      contract: production,
      stack: [clusterGroup, cluster({ dbClusterParameterGroupName: clusterGroup.name })],
    },
    { name: "a group of another stack", contract: production, stack: [db({ parameterGroupName: "shop-defaults" })] },
    {
      name: "a group that is not known yet",
      contract: production,
      stack: [db({ parameterGroupName: unknown, engine: unknown })],
    },
    { name: "a replica", contract: production, stack: [db({ replicateSourceDb: "orders" })] },
    { name: "an Aurora instance", contract: production, stack: [db({ engine: "aurora-postgresql" })] },
    { name: "RDS Custom", contract: production, stack: [db({ engine: "custom-sqlserver-se" })] },
    {
      name: "an instance that the stack only reads",
      contract: production,
      stack: [resource("aws:rds/instance:Instance", "shared", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "no group in production",
      contract: production,
      stack: [db()],
      findings: [{ resource: "orders", path: "parameterGroupName", message: /aws\.rds\.ParameterGroup/ }],
    },
    {
      name: "the default group by its name, in a durable stack",
      contract: { lifecycle: "durable" },
      stack: [db({ parameterGroupName: "default.postgres17" })],
      findings: [{ resource: "orders", path: "parameterGroupName" }],
    },
    {
      name: "no group on a cluster in production",
      contract: production,
      stack: [cluster({ dbClusterParameterGroupName: "" })],
      findings: [
        { resource: "orders", path: "dbClusterParameterGroupName", message: /aws\.rds\.ClusterParameterGroup/ },
      ],
    },
  ],
  undecided: [
    {
      name: "an engine that is not known yet",
      contract: production,
      stack: [db({ engine: unknown })],
      at: ["orders.engine"],
    },
  ],
});
