import { isMonitored, monitoredDatabases } from "../../src/aws/databases/monitoring";
import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

function hasInterval(database: Resource): Certainty {
  const seconds = database.num("monitoringInterval") ?? 0;
  return seconds === UNKNOWN ? UNKNOWN : seconds > 0;
}

export default defineRule({
  id: "rds-enhanced-monitoring",
  category: "observability",
  description: "RDS instances must have enhanced monitoring",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["databaseMonitoring.enhanced"],
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
    for (const database of monitoredDatabases(stack)) {
      decide(isMonitored(stack, database, hasInterval), {
        at: database,
        property: "monitoringInterval",
        message:
          "Enhanced monitoring is off. Set `monitoringInterval: 60`, and `monitoringRoleArn` to a role with the policy " +
          "AmazonRDSEnhancedMonitoringRole.",
      });
    }
  },
});
