import { NEPTUNE_CLUSTER, NEPTUNE_CLUSTER_INSTANCE } from "../../src/aws/type-tokens";
import { isSameZone } from "../../src/aws/network/vpc";
import { allOf, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const REQUIRED_INSTANCES = 2;

/** Whether the instances of a cluster are in several zones; those without a zone are spread by Neptune. */
function spansZones(instances: readonly Resource[]): Certainty {
  const zones = instances.map((instance) => instance.str("availabilityZone"));
  const [first] = zones;
  return first === undefined || zones.includes(undefined)
    ? true
    : not(allOf(zones.map((zone) => isSameZone(first, zone ?? UNKNOWN))));
}

/** True while an instance may belong to any cluster, since its cluster is not known. */
const hasUnclearInstance = (stack: Stack): boolean =>
  stack
    .ofType(NEPTUNE_CLUSTER_INSTANCE)
    .some((instance) => mayReferTo(stack, instance.at("clusterIdentifier"), NEPTUNE_CLUSTER));

export default defineRule({
  id: "neptune-multi-az",
  category: "database",
  description: "Neptune clusters must have instances in two availability zones",
  severity: "medium",
  level: "only-if-required",
  why:
    "A cluster with one instance is down while that instance fails, restarts or is patched. With a second one in another " +
    "zone, Neptune promotes it within half a minute.",
  fix: {
    typescript: `for (let i = 0; i < 2; i++) {
  new aws.neptune.ClusterInstance(\`graph-\${i}\`, { clusterIdentifier: cluster.id, instanceClass: "db.r6g.large" });
}`,
    python: `for i in range(2):
    aws.neptune.ClusterInstance(f"graph-{i}", cluster_identifier=cluster.id, instance_class="db.r6g.large")`,
    yaml: `resources:
  graph-0:
    type: aws:neptune:ClusterInstance
    properties:
      clusterIdentifier: \${cluster.id}
      instanceClass: db.r6g.large
  graph-1:
    type: aws:neptune:ClusterInstance
    properties:
      clusterIdentifier: \${cluster.id}
      instanceClass: db.r6g.large`,
  },
  limits:
    "Instances of other stacks do not count. Instances without `availabilityZone` are spread over zones by Neptune.",
  references: ["https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-add-replicas.html"],
  stack(stack, { decide }) {
    for (const cluster of stack.managed(NEPTUNE_CLUSTER)) {
      const instances = stack.referrers(cluster, "clusterIdentifier", NEPTUNE_CLUSTER_INSTANCE);
      const isEnough = instances.length >= REQUIRED_INSTANCES;
      decide(isEnough ? spansZones(instances) : hasUnclearInstance(stack) ? UNKNOWN : false, {
        at: cluster,
        message: isEnough
          ? "All instances of the cluster are in one availability zone. Set another `availabilityZone` on one of them."
          : `The cluster has ${instances.length === 0 ? "no instance" : "1 instance"}, so nothing takes over when ` +
            `${instances.length === 0 ? "one" : "it"} fails. Add aws.neptune.ClusterInstance resources with ` +
            "`clusterIdentifier: cluster.id`, at least two.",
      });
    }
  },
});
