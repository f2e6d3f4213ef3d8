import { ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "elasticache-automatic-failover",
  category: "database",
  description: "ElastiCache groups must fail over by themselves",
  severity: "medium",
  level: "only-if-required",
  why: "Without automatic failover, a group whose primary fails takes no writes until someone promotes a replica.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html"],
  requirement: {
    types: [ELASTICACHE_REPLICATION_GROUP],
    property: "automaticFailoverEnabled",
    must: { equals: true },
    whenAbsent: false,
    consequence: "When the primary fails, nothing takes its place.",
    instead: "Set `automaticFailoverEnabled: true`, with a replica to fail over to: `numCacheClusters: 2` or more.",
    example: { description: "Sessions", engine: "valkey", nodeType: "cache.t4g.small", numCacheClusters: 2 },
  },
});
