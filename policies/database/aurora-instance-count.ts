import {
  autoscaledReaders,
  clusterMembers,
  isGlobalSecondary,
  isMultiAzCluster,
  isServerlessV1,
  RDS_CLUSTER,
} from "../../stack/database";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const DEFAULT_INSTANCES = 2;

/** True where AWS makes the instances itself, or where a cluster may well have none. */
const makesItsOwn = (cluster: Resource): boolean =>
  isMultiAzCluster(cluster) ||
  isServerlessV1(cluster) ||
  isGlobalSecondary(cluster) ||
  cluster.str("clusterScalabilityType") === "limitless";

export default defineRule({
  id: "aurora-instance-count",
  category: "database",
  description: "Aurora clusters have instances enough to lose one",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["databaseInstances"],
  failures: ["B22"],
  controls: [
    { framework: "AWS FSBP", reference: "RDS.15" },
    { framework: "CIS AWS Foundations 5.0", reference: "2.2.4" },
  ],
  why:
    "A cluster with one instance is down while that instance fails, restarts or is patched. " +
    "With a second one in another zone, Aurora promotes it within a minute.",
  fix: {
    typescript:
      "for (let i = 0; i < 2; i++) {\n" +
      "  new aws.rds.ClusterInstance(`orders-${i}`, {\n" +
      '    clusterIdentifier: cluster.id, engine: "aurora-mysql", instanceClass: "db.r6g.large",\n' +
      "  });\n" +
      "}",
    python:
      "for i in range(2):\n" +
      '    aws.rds.ClusterInstance(f"orders-{i}", cluster_identifier=cluster.id,\n' +
      '        engine="aurora-mysql", instance_class="db.r6g.large")',
    yaml:
      "resources:\n  orders-0:\n    type: aws:rds:ClusterInstance\n    properties:\n" +
      "      clusterIdentifier: ${cluster.id}\n      engine: aurora-mysql\n" +
      "      instanceClass: db.r6g.large\n  orders-1:\n    type: aws:rds:ClusterInstance\n    properties:\n" +
      "      clusterIdentifier: ${cluster.id}\n      engine: aurora-mysql\n      instanceClass: db.r6g.large",
  },
  limits:
    "Multi-AZ DB clusters, Aurora Serverless v1 and Limitless, whose instances AWS makes; secondaries of a global " +
    "cluster; without a contract, Aurora Serverless v2. Readers that autoscaling adds count at their least number.",
  stack(stack, { contract, report, undecided }) {
    const wanted = contract.databaseInstances ?? DEFAULT_INSTANCES;
    for (const cluster of stack.ofType(RDS_CLUSTER)) {
      if (cluster.outside || makesItsOwn(cluster)) {
        continue;
      }
      const members = clusterMembers(stack, cluster);
      const isServerless =
        members.resources.length > 0 &&
        members.resources.every((instance) => instance.str("instanceClass") === "db.serverless");
      if (isServerless && contract.databaseInstances === undefined) {
        continue;
      }
      const readers = autoscaledReaders(stack, cluster);
      const count = members.resources.length + (readers === UNKNOWN ? 0 : readers);
      if (count < wanted && (readers === UNKNOWN || !members.complete)) {
        undecided(cluster);
      } else if (count < wanted) {
        report({
          at: cluster,
          message:
            `the cluster has ${count === 0 ? "no instance" : String(count)} of the ${String(wanted)} instances that it ` +
            "needs to outlive the loss of one; add aws.rds.ClusterInstance resources with clusterIdentifier: cluster.id.",
        });
      }
    }
  },
});
