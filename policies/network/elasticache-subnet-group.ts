import { isGroupMember } from "../../src/aws/databases/caches";
import { ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "elasticache-subnet-group",
  category: "network",
  description: "ElastiCache must be in a subnet group of its own",
  severity: "high",
  level: "only-if-required",
  why:
    "The default subnet group is made of the subnets of the default VPC, which are public. A group of your own " +
    "keeps the cache in the private subnets that you choose.",
  limits: "Nodes of a group, which are in the subnets of the group.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/SubnetGroups.html"],
  requirement: {
    types: [ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP],
    property: "subnetGroupName",
    must: { isNot: "default" },
    whenAbsent: "default",
    unless: isGroupMember,
    consequence: "The cache is in the subnets of the default VPC.",
    instead: "Create an aws.elasticache.SubnetGroup of private subnets, and set `subnetGroupName` to its name.",
    correct: "private",
    example: { engine: "redis", nodeType: "cache.t4g.small" },
  },
});
