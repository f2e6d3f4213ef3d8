import type { ControlCase } from "./case";

export default [
  {
    control: "ElastiCache.1",
    rule: "elasticache-backup",
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    violating: { description: "Sessions", engine: "valkey", nodeType: "cache.t4g.small", snapshotRetentionLimit: 0 },
    compliant: { description: "Sessions", engine: "valkey", nodeType: "cache.t4g.small", snapshotRetentionLimit: 7 },
  },
  {
    control: "ElastiCache.1",
    rule: "elasticache-backup",
    type: "aws:elasticache/cluster:Cluster",
    violating: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1 },
    compliant: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, snapshotRetentionLimit: 1 },
  },
  {
    control: "ElastiCache.1",
    rule: "elasticache-backup",
    type: "aws:elasticache/cluster:Cluster",
    violating: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1 },
    compliant: { engine: "memcached", nodeType: "cache.t4g.small", numCacheNodes: 1 },
    about: "Memcached has no backups",
  },
  {
    control: "ElastiCache.2",
    rule: "elasticache-minor-upgrades",
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    violating: {
      description: "Sessions",
      engine: "valkey",
      nodeType: "cache.t4g.small",
      autoMinorVersionUpgrade: false,
    },
    compliant: { description: "Sessions", engine: "valkey", nodeType: "cache.t4g.small" },
  },
  {
    control: "ElastiCache.2",
    rule: "elasticache-minor-upgrades",
    type: "aws:elasticache/cluster:Cluster",
    violating: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, autoMinorVersionUpgrade: "false" },
    compliant: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, autoMinorVersionUpgrade: "true" },
  },
  {
    control: "ElastiCache.3",
    rule: "elasticache-automatic-failover",
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    violating: { description: "Sessions", engine: "valkey", nodeType: "cache.t4g.small", numCacheClusters: 2 },
    compliant: {
      description: "Sessions",
      engine: "valkey",
      nodeType: "cache.t4g.small",
      numCacheClusters: 2,
      automaticFailoverEnabled: true,
    },
  },
  {
    control: "ElastiCache.7",
    rule: "elasticache-subnet-group",
    type: "aws:elasticache/replicationGroup:ReplicationGroup",
    violating: { description: "Sessions", engine: "valkey", nodeType: "cache.t4g.small" },
    compliant: { description: "Sessions", engine: "valkey", nodeType: "cache.t4g.small", subnetGroupName: "private" },
  },
  {
    control: "ElastiCache.7",
    rule: "elasticache-subnet-group",
    type: "aws:elasticache/cluster:Cluster",
    violating: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, subnetGroupName: "default" },
    compliant: { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, subnetGroupName: "private" },
  },
] satisfies ControlCase[];
