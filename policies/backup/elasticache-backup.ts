import { followsGlobalDatastore, isGroupMember, isMemcached } from "../../src/aws/databases/caches";
import { ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import { anyOf } from "../../src/graph/certainty";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "elasticache-backup",
  category: "backup",
  description: "ElastiCache for Redis and Valkey must have automatic backups",
  severity: "high",
  level: "only-if-required",
  why:
    "Without a snapshot, what a cache holds is lost with its nodes: sessions, counters, queues, and the warm cache " +
    "itself.",
  limits:
    "Memcached, which has no backups; nodes of a group, which the group backs up; secondaries of a global " +
    "datastore; serverless caches.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html"],
  requirement: {
    types: [ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP],
    property: "snapshotRetentionLimit",
    must: { atLeast: 1 },
    whenAbsent: 0,
    unless: (cache) => anyOf([isGroupMember(cache), followsGlobalDatastore(cache), isMemcached(cache)]),
    consequence: "The data is lost with the nodes.",
    correct: 7,
    example: { engine: "redis", nodeType: "cache.t4g.small" },
  },
});
