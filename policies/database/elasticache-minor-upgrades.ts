import { isMemcached } from "../../src/aws/databases/caches";
import { ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "elasticache-minor-upgrades",
  category: "database",
  description: "ElastiCache must take minor versions by itself",
  severity: "high",
  level: "only-if-required",
  why:
    "Minor versions of an engine bring its security fixes. A cache that does not take them by itself stays open to " +
    "what is known.",
  limits: "Memcached.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html"],
  requirement: {
    types: [ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP],
    property: "autoMinorVersionUpgrade",
    must: { equals: true },
    whenAbsent: true,
    unless: isMemcached,
    consequence: "Security fixes wait until someone upgrades the cache.",
    fix: true,
    example: { engine: "redis", nodeType: "cache.t4g.small" },
  },
});
