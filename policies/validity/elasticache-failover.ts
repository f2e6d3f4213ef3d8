import { followsGlobalDatastore, isGiven } from "../../src/aws/databases/caches";
import { ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Finding } from "../../src/rules/rule";

const FEWEST_NODES = 2;
// The cluster of a snapshot may have had shards.
const SHARDED = [
  "numNodeGroups",
  "replicasPerNodeGroup",
  "nodeGroupConfigurations",
  "clusterMode",
  "snapshotArns",
  "snapshotName",
];

/** True where the group may have shards, each with its own number of nodes. */
function mayHaveShards(group: Resource): boolean {
  const parameters = group.str("parameterGroupName") ?? "";
  const isPlain = known(parameters) && (parameters === "" || /^default\.(?!.*cluster\.on)/.test(parameters));
  return !isPlain || SHARDED.some((property) => isGiven(group.at(property)) && group.str(property) !== "disabled");
}

function tooFewNodes(nodes: number, isFailover: boolean): Omit<Finding, "at"> {
  return {
    property: "numCacheClusters",
    message:
      `The group has \`${isFailover ? "automaticFailoverEnabled" : "multiAzEnabled"}: true\` and ` +
      `${String(nodes)} node${nodes === 1 ? "" : "s"}, so there is no replica to fail over to. Set \`numCacheClusters: 2\` or ` +
      "more, or switch `automaticFailoverEnabled` and `multiAzEnabled` off.",
    ...(isFailover && {
      awsError: "When using automatic failover, there must be at least 2 cache clusters in the replication group",
    }),
  };
}

export default defineRule({
  id: "elasticache-failover",
  category: "validity",
  description: "ElastiCache groups with failover must have a replica",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Failover makes a replica the primary, and Multi-AZ places it in another zone. ElastiCache rejects both for a group of " +
    "one node, which is the default.",
  fix: {
    typescript: `numCacheClusters: 2,
automaticFailoverEnabled: true,
multiAzEnabled: true,`,
    python: `num_cache_clusters=2,
automatic_failover_enabled=True,
multi_az_enabled=True,`,
    yaml: `numCacheClusters: 2
automaticFailoverEnabled: true
multiAzEnabled: true`,
  },
  limits:
    "The nodes of groups that may have shards (by their parameter group, cluster mode or snapshot), except Multi-AZ without " +
    "replicas; secondaries of a global datastore.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html"],
  resource: {
    types: [ELASTICACHE_REPLICATION_GROUP],
    check(group, { report, undecided }) {
      if (followsGlobalDatastore(group)) {
        return;
      }
      const failover = group.bool("automaticFailoverEnabled");
      const multiAz = group.bool("multiAzEnabled");
      const nodes = group.num("numCacheClusters") ?? (mayHaveShards(group) ? FEWEST_NODES : 1);
      const replicas = group.num("replicasPerNodeGroup");
      if ((failover === true || multiAz === true) && known(nodes) && nodes < FEWEST_NODES) {
        report({ at: group, ...tooFewNodes(nodes, failover === true) });
      } else if (multiAz === true && (failover === false || failover === undefined)) {
        report({
          at: group,
          property: "automaticFailoverEnabled",
          ...(replicas !== 0 && { fix: { automaticFailoverEnabled: true } }),
          message:
            "The group has `multiAzEnabled: true`, which requires automatic failover, and failover is off. Set " +
            "`automaticFailoverEnabled: true`.",
        });
      } else if (multiAz === true && replicas === 0) {
        report({
          at: group,
          property: "replicasPerNodeGroup",
          message:
            "The group has `multiAzEnabled: true`, which requires a replica in each shard, and `replicasPerNodeGroup: 0`. Set " +
            "`replicasPerNodeGroup: 1` or more, or switch `multiAzEnabled` off.",
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
