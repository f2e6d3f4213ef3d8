import {
  autoscaledReaders,
  clusterMembers,
  isGlobalSecondary,
  isMultiAzCluster,
} from "../../src/aws/databases/database";
import { RDS_CLUSTER } from "../../src/aws/type-tokens";
import { allOf, anyOf, equals, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const DEFAULT_INSTANCES = 2;

const numberOf = (count: number): string =>
  count === 0 ? "no instance" : count === 1 ? "1 instance" : `${String(count)} instances`;

/** Whether AWS creates the instances itself, or a cluster may have none. */
const needsNoInstances = (cluster: Resource): Certainty =>
  anyOf([
    isMultiAzCluster(cluster),
    isGlobalSecondary(cluster),
    equals(cluster.str("engineMode"), "serverless"),
    equals(cluster.str("clusterScalabilityType"), "limitless"),
  ]);

export default defineRule({
  id: "aurora-instance-count",
  category: "database",
  description: "Aurora clusters must have enough instances to survive the loss of one",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["databaseInstances"],
  failures: ["B22"],
  why:
    "A cluster with one instance is down while that instance fails, restarts or is patched. " +
    "With a second one in another zone, Aurora promotes it within a minute.",
  fix: {
    typescript: `for (let i = 0; i < 2; i++) {
  new aws.rds.ClusterInstance(\`orders-\${i}\`, {
    clusterIdentifier: cluster.id,
    engine: "aurora-mysql",
    instanceClass: "db.r6g.large",
  });
}`,
    python: `for i in range(2):
    aws.rds.ClusterInstance(f"orders-{i}",
        cluster_identifier=cluster.id,
        engine="aurora-mysql",
        instance_class="db.r6g.large")`,
    yaml: `resources:
  orders-0:
    type: aws:rds:ClusterInstance
    properties:
      clusterIdentifier: \${cluster.id}
      engine: aurora-mysql
      instanceClass: db.r6g.large
  orders-1:
    type: aws:rds:ClusterInstance
    properties:
      clusterIdentifier: \${cluster.id}
      engine: aurora-mysql
      instanceClass: db.r6g.large`,
  },
  limits:
    "Multi-AZ DB clusters, Aurora Serverless v1 and Limitless, whose instances AWS creates; secondaries of a global " +
    "cluster; without a contract, Aurora Serverless v2. Readers that autoscaling adds count with their minimum.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html"],
  stack(stack, { contract, report, undecided }) {
    const required = contract.databaseInstances ?? DEFAULT_INSTANCES;
    for (const cluster of stack.managed(RDS_CLUSTER)) {
      const needsNone = needsNoInstances(cluster);
      if (needsNone === true) {
        continue;
      }
      const members = clusterMembers(stack, cluster);
      const isServerless =
        members.resources.length > 0 &&
        allOf(members.resources.map((instance) => equals(instance.str("instanceClass"), "db.serverless")));
      if (isServerless === true && contract.databaseInstances === undefined) {
        continue;
      }
      const readers = autoscaledReaders(stack, cluster);
      const count = members.resources.length + (readers === UNKNOWN ? 0 : readers);
      const mayBeServerless = isServerless === UNKNOWN && contract.databaseInstances === undefined;
      if (count < required && (readers === UNKNOWN || !members.complete || needsNone === UNKNOWN || mayBeServerless)) {
        undecided(cluster);
      } else if (count < required) {
        report({
          at: cluster,
          message:
            `The cluster has ${numberOf(count)}, but ${String(required)} are required, so that it stays up when one fails. ` +
            "Add aws.rds.ClusterInstance resources with `clusterIdentifier: cluster.id`.",
        });
      }
    }
  },
});
