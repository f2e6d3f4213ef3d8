import { clusterOf, isAuroraInstance, isMultiAzCluster } from "../../src/aws/databases/database";
import { RDS_CLUSTER, RDS_CLUSTER_INSTANCE, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

function isMonitored(database: Resource): Certainty {
  const seconds = database.num("monitoringInterval") ?? 0;
  return seconds === UNKNOWN ? UNKNOWN : seconds > 0;
}

/** Whether the cluster of an instance has it monitored; unknown where the cluster is in another stack. */
function isMonitoredByCluster(stack: Stack, instance: Resource): Certainty {
  if (instance.type !== RDS_CLUSTER_INSTANCE) {
    return false;
  }
  const cluster = clusterOf(stack, instance);
  return cluster === undefined ? UNKNOWN : isMonitored(cluster);
}

export default defineRule({
  id: "rds-enhanced-monitoring",
  category: "observability",
  description: "RDS instances must have enhanced monitoring",
  severity: "low",
  level: "only-if-required",
  why:
    "CloudWatch sees a database from outside. Enhanced monitoring reports the operating system's own figures, up to every " +
    "second: which process takes the memory, and whether it is the disk or the processor that everything waits for.",
  fix: {
    typescript: `monitoringInterval: 60,
monitoringRoleArn: role.arn, // with AmazonRDSEnhancedMonitoringRole`,
    python: `monitoring_interval=60,
monitoring_role_arn=role.arn,  # with AmazonRDSEnhancedMonitoringRole`,
    yaml: `monitoringInterval: 60
monitoringRoleArn: \${role.arn} # with AmazonRDSEnhancedMonitoringRole`,
  },
  limits:
    "Aurora clusters themselves, whose instances are checked: they may take the interval from their cluster. An instance " +
    "without one whose cluster is in another stack is undecided.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html"],
  stack(stack, { decide }) {
    const clusters = stack.managed(RDS_CLUSTER).filter(isMultiAzCluster);
    const instances = stack.managed(RDS_INSTANCE, RDS_CLUSTER_INSTANCE);
    for (const database of [...clusters, ...instances.filter((one) => isAuroraInstance(one) !== true)]) {
      decide(anyOf([isMonitored(database), isMonitoredByCluster(stack, database)]), {
        at: database,
        property: "monitoringInterval",
        message:
          "Enhanced monitoring is off. Set `monitoringInterval: 60`, and `monitoringRoleArn` to a role with the policy " +
          "AmazonRDSEnhancedMonitoringRole.",
      });
    }
  },
});
