import { followsGlobalDatastore, isGiven, REPLICATION_GROUP } from "../../stack/caches";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const ENOUGH = 2;
// What a snapshot was taken of may have had shards.
const SHARDED = [
  "numNodeGroups",
  "replicasPerNodeGroup",
  "nodeGroupConfigurations",
  "clusterMode",
  "snapshotArns",
  "snapshotName",
];

/** True where the group may have shards, which count their nodes each for themselves. */
function mayHaveShards(group: Resource): boolean {
  const parameters = group.str("parameterGroupName") ?? "";
  const isPlain = known(parameters) && (parameters === "" || /^default\.(?!.*cluster\.on)/.test(parameters));
  return !isPlain || SHARDED.some((property) => isGiven(group.at(property)) && group.str(property) !== "disabled");
}

export default defineRule({
  id: "elasticache-failover",
  category: "validity",
  description: "ElastiCache has a node to fail over to",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Failover makes a replica the primary, and Multi-AZ puts it into another zone. ElastiCache refuses both for a group of " +
    "one node, which is what a group has unless it says otherwise.",
  fix: {
    typescript: "numCacheClusters: 2,\nautomaticFailoverEnabled: true,\nmultiAzEnabled: true,",
    python: "num_cache_clusters=2,\nautomatic_failover_enabled=True,\nmulti_az_enabled=True,",
    yaml: "numCacheClusters: 2\nautomaticFailoverEnabled: true\nmultiAzEnabled: true",
  },
  limits:
    "The nodes of groups that may have shards (by their parameter group, cluster mode or snapshot), but for Multi-AZ without replicas; secondaries of a global datastore.",
  resource: {
    types: [REPLICATION_GROUP],
    check(group, { report, undecided }) {
      const failover = group.bool("automaticFailoverEnabled");
      const multiAz = group.bool("multiAzEnabled");
      const nodes = group.num("numCacheClusters") ?? (mayHaveShards(group) ? ENOUGH : 1);
      if (followsGlobalDatastore(group)) {
        return;
      }
      if ((failover === true || multiAz === true) && known(nodes) && nodes < ENOUGH) {
        report({
          at: group,
          property: "numCacheClusters",
          message:
            `${failover === true ? "automaticFailoverEnabled" : "multiAzEnabled"} is set, but the group has ` +
            `${String(nodes)} node${nodes === 1 ? "" : "s"}; set numCacheClusters: 2 or more, or switch ` +
            "automaticFailoverEnabled and multiAzEnabled off.",
          ...(failover === true && {
            answer: "When using automatic failover, there must be at least 2 cache clusters in the replication group",
          }),
        });
      } else if (multiAz === true && (failover === false || failover === undefined)) {
        report({
          at: group,
          property: "automaticFailoverEnabled",
          ...(group.num("replicasPerNodeGroup") !== 0 && { mend: { automaticFailoverEnabled: true } }),
          message: "multiAzEnabled needs automatic failover, which is off; set automaticFailoverEnabled: true.",
        });
      } else if (multiAz === true && group.num("replicasPerNodeGroup") === 0) {
        report({
          at: group,
          property: "replicasPerNodeGroup",
          message:
            "multiAzEnabled needs a replica in each shard, and replicasPerNodeGroup is 0; set it to 1 or more, " +
            "or switch multiAzEnabled off.",
        });
      } else if (nodes === UNKNOWN && (failover === true || multiAz === true)) {
        undecided(group, "numCacheClusters");
      } else if (failover === UNKNOWN || multiAz === UNKNOWN) {
        undecided(group, failover === UNKNOWN ? "automaticFailoverEnabled" : "multiAzEnabled");
      }
    },
  },
  remediation: {
    does: "sets `automaticFailoverEnabled: true` where `multiAzEnabled` needs it",
    leaves: "The number of nodes and replicas, which cost money.",
  },
});
