import rule from "../../../policies/observability/aurora-audit-logging";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const cluster = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/cluster:Cluster", "orders", { engine: "aurora-mysql", ...inputs });

function withParameters(parameters: Record<string, Input>): BuiltResource[] {
  const group = resource("aws:rds/clusterParameterGroup:ClusterParameterGroup", "group", {
    family: "aurora-mysql8.0",
    parameters: Object.entries(parameters).map(([name, value]) => ({ name, value })),
  });
  return [group, cluster({ dbClusterParameterGroupName: group.name })];
}

const at = { resource: "orders", path: "dbClusterParameterGroupName" };

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        {
          name: "on, with events",
          stack: withParameters({ server_audit_logging: "1", server_audit_events: "CONNECT" }),
        },
        { name: "Aurora PostgreSQL", stack: [cluster({ engine: "aurora-postgresql" })] },
      ],
      invalid: [
        {
          name: "the default group",
          stack: [cluster()],
          findings: [{ ...at, message: /The default parameter group records no audit log/ }],
        },
        {
          name: "switched off",
          stack: withParameters({ server_audit_logging: "0", server_audit_events: "CONNECT" }),
          findings: [{ ...at, message: /leaves the audit log off/ }],
        },
        {
          name: "on, without events",
          stack: withParameters({ server_audit_logging: "1" }),
          findings: [{ ...at, message: /names no events/ }],
        },
      ],
      undecided: [
        { name: "the engine", stack: [cluster({ engine: unknown })], at: ["orders.engine"] },
        {
          name: "the events",
          stack: withParameters({ server_audit_logging: "1", server_audit_events: unknown }),
          at: ["orders.dbClusterParameterGroupName"],
        },
      ],
    },
  ),
);
