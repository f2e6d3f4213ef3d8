import rule from "../../../policies/database/rds-parameter-group";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const db = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "orders", { engine: "postgres", instanceClass: "db.m6g.large", ...inputs });
const cluster = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/cluster:Cluster", "orders", { engine: "aurora-mysql", ...inputs });
const group = resource("aws:rds/parameterGroup:ParameterGroup", "parameters", { family: "postgres17" });
const clusterGroup = resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "parameters", {
  family: "aurora-mysql8.0",
});

ruleTest(rule, {
  valid: [
    { name: "a group of its own", stack: [group, db({ parameterGroupName: group.name })] },
    { name: "one of a cluster", stack: [clusterGroup, cluster({ dbClusterParameterGroupName: clusterGroup.name })] },
    { name: "one of another stack", stack: [db({ parameterGroupName: "defaults-of-ours" })] },
    { name: "one that is not known yet", stack: [db({ parameterGroupName: unknown, engine: unknown })] },
    { name: "a replica", stack: [db({ replicateSourceDb: "orders" })] },
    { name: "an Aurora instance", stack: [db({ engine: "aurora-postgresql" })] },
    { name: "RDS Custom", stack: [db({ engine: "custom-sqlserver-se" })] },
    { name: "a read one", stack: [resource("aws:rds/instance:Instance", "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "none",
      stack: [db()],
      findings: [{ resource: "orders", path: "parameterGroupName", message: /aws\.rds\.ParameterGroup/ }],
    },
    {
      name: "the default by its name",
      stack: [db({ parameterGroupName: "default.postgres17" })],
      findings: [{ resource: "orders", path: "parameterGroupName" }],
    },
    {
      name: "none of a cluster",
      stack: [cluster({ dbClusterParameterGroupName: "" })],
      findings: [
        { resource: "orders", path: "dbClusterParameterGroupName", message: /aws\.rds\.ClusterParameterGroup/ },
      ],
    },
  ],
  undecided: [{ name: "an engine", stack: [db({ engine: unknown })], at: ["orders.engine"] }],
});
