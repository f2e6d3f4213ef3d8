import { engineOf } from "../../src/aws/databases/database";
import { isOn, parameterOf } from "../../src/aws/databases/parameter-groups";
import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import { allOf, type Certainty } from "../../src/graph/certainty";
import type { Read } from "../../src/graph/view";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const GROUP = {
  property: "dbClusterParameterGroupName",
  type: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
};

/** Whether a parameter's value is as required; one that the group does not set is off or empty. */
const holds = (value: Read<string>, isRight: (value: string) => boolean): Certainty =>
  value === UNKNOWN ? UNKNOWN : isRight(value ?? "");

export default defineRule({
  id: "aurora-audit-logging",
  category: "observability",
  description: "Aurora MySQL clusters must record audit logs",
  severity: "medium",
  level: "only-if-required",
  why:
    "The audit log shows who connected to the database and what they did there. Aurora records it only where the parameter " +
    "group switches it on and names the events; exporting the log without that exports nothing.",
  fix: {
    typescript: `const parameters = new aws.rds.ClusterParameterGroup("orders", {
  family: "aurora-mysql8.0",
  parameters: [
    { name: "server_audit_logging", value: "1" },
    { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL" },
  ],
});
// on the cluster
dbClusterParameterGroupName: parameters.name,
enabledCloudwatchLogsExports: ["audit"],`,
    python: `parameters = aws.rds.ClusterParameterGroup("orders",
    family="aurora-mysql8.0",
    parameters=[
        {"name": "server_audit_logging", "value": "1"},
        {"name": "server_audit_events", "value": "CONNECT,QUERY_DCL,QUERY_DDL"},
    ])
# on the cluster
db_cluster_parameter_group_name=parameters.name,
enabled_cloudwatch_logs_exports=["audit"],`,
    yaml: `resources:
  parameters:
    type: aws:rds:ClusterParameterGroup
    properties:
      family: aurora-mysql8.0
      parameters:
        - name: server_audit_logging
          value: "1"
        - name: server_audit_events
          value: CONNECT,QUERY_DCL,QUERY_DDL
  orders:
    type: aws:rds:Cluster
    properties:
      dbClusterParameterGroupName: \${parameters.name}
      enabledCloudwatchLogsExports: [audit]`,
  },
  limits:
    "Engines other than Aurora MySQL; whether the log is exported (rds-log-exports). Parameter groups of other stacks are " +
    "undecided.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Auditing.html"],
  stack(stack, { decide, undecided }) {
    for (const cluster of stack.managed(RDS_CLUSTER)) {
      const engine = engineOf(stack, cluster);
      if (engine === UNKNOWN) {
        undecided(cluster, "engine");
      }
      if (engine !== "aurora-mysql") {
        continue;
      }
      const logging = parameterOf(stack, cluster, GROUP, "server_audit_logging");
      const events = parameterOf(stack, cluster, GROUP, "server_audit_events");
      const isLogging = holds(logging.value, isOn);
      decide(allOf([isLogging, holds(events.value, (value) => value.trim() !== "")]), {
        at: cluster,
        property: GROUP.property,
        message:
          logging.group === undefined
            ? "The default parameter group records no audit log. Create an aws.rds.ClusterParameterGroup that sets " +
              `"server_audit_logging" to "1" and "server_audit_events" to the events, and set \`${GROUP.property}\` to its name.`
            : isLogging === true
              ? 'The parameter group names no events, so the audit log stays empty. Set "server_audit_events" in it, such as ' +
                '`parameters: [{ name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL" }]`.'
              : "The parameter group leaves the audit log off. Add " +
                '`parameters: [{ name: "server_audit_logging", value: "1" }]` to it, and the events as "server_audit_events".',
      });
    }
  },
});
