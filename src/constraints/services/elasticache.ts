import {
  ELASTICACHE_CLUSTER,
  ELASTICACHE_REPLICATION_GROUP,
  ELASTICACHE_SERVERLESS_CACHE,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const USER = "aws:elasticache/user:User";
const CREATE_GROUP =
  "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html";
const CREATE_CLUSTER = "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html";
const CREATE_USER = "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html";

const REPLICATION_GROUP_PAGE =
  "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html";
const CACHE_CLUSTER_PAGE =
  "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.elasticache.cluster.node-type-prefix": {
      type: ELASTICACHE_CLUSTER,
      require: { nodeType: { startsWith: "cache." } },
      must: 'A node type of ElastiCache begins with "cache.", such as "cache.t4g.micro".',
      source: CREATE_CLUSTER,
      accepts: [{ nodeType: "cache.t4g.micro" }],
      rejects: [{ nodeType: "t4g.micro" }, { nodeType: "db.t4g.micro" }],
    },
    "aws.elasticache.replication-group.node-type-prefix": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { nodeType: { startsWith: "cache." } },
      must: 'A node type of ElastiCache begins with "cache.", such as "cache.t4g.micro".',
      source: CREATE_GROUP,
      accepts: [{ nodeType: "cache.t4g.micro" }],
      rejects: [{ nodeType: "t4g.micro" }, { nodeType: "db.t4g.micro" }],
    },
    "aws.elasticache.replication-group.shards-failover": {
      type: ELASTICACHE_REPLICATION_GROUP,
      when: { numNodeGroups: { above: 1 } },
      defaults: { automaticFailoverEnabled: false },
      require: { automaticFailoverEnabled: true },
      must: "Several shards require `automaticFailoverEnabled: true`.",
      source: CREATE_GROUP,
      accepts: [{ numNodeGroups: 2, automaticFailoverEnabled: true }, { numNodeGroups: 1 }],
      rejects: [{ numNodeGroups: 2 }, { numNodeGroups: 3, automaticFailoverEnabled: false }],
    },
    "aws.elasticache.replication-group.token-encryption": {
      type: ELASTICACHE_REPLICATION_GROUP,
      when: { authToken: { present: true } },
      require: { transitEncryptionEnabled: true },
      must: "A token requires `transitEncryptionEnabled: true`.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
      accepts: [
        { authToken: "a-token-of-16-characters", transitEncryptionEnabled: true },
        { transitEncryptionEnabled: false },
      ],
      rejects: [{ authToken: "a-token-of-16-characters", transitEncryptionEnabled: false }],
    },
    "aws.elasticache.replication-group.token-or-users": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { atMostOne: ["authToken", "userGroupIds"] },
      must: "Clients use either a token or the users of a group: leave out `authToken` or `userGroupIds`.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
      accepts: [
        { userGroupIds: ["orders"] },
        { authToken: "a-token-of-16-characters", transitEncryptionEnabled: true },
      ],
      rejects: [{ authToken: "a-token-of-16-characters", userGroupIds: ["orders"], transitEncryptionEnabled: true }],
    },
    "aws.elasticache.replication-group.users-encryption": {
      type: ELASTICACHE_REPLICATION_GROUP,
      when: { userGroupIds: { minItems: 1 } },
      require: { transitEncryptionEnabled: true },
      must: "Users of a group require `transitEncryptionEnabled: true`.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
      accepts: [{ userGroupIds: ["orders"], transitEncryptionEnabled: true }],
      rejects: [{ userGroupIds: ["orders"], transitEncryptionEnabled: false }],
    },
    "aws.elasticache.replication-group.data-tiering": {
      type: ELASTICACHE_REPLICATION_GROUP,
      when: { dataTieringEnabled: true },
      require: { nodeType: { matches: /^cache\.r6gd\./ } },
      must: "Data tiering requires a `nodeType` of the family r6gd.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/data-tiering.html",
      accepts: [{ dataTieringEnabled: true, nodeType: "cache.r6gd.xlarge" }, { nodeType: "cache.r7g.large" }],
      rejects: [{ dataTieringEnabled: true, nodeType: "cache.r7g.large" }],
    },
    "aws.elasticache.replication-group.key-needs-encryption": {
      type: ELASTICACHE_REPLICATION_GROUP,
      when: { kmsKeyId: { present: true }, engine: ["redis"] },
      require: { atRestEncryptionEnabled: true },
      must: "A key requires `atRestEncryptionEnabled: true`.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
      accepts: [{ engine: "redis", kmsKeyId: "alias/orders", atRestEncryptionEnabled: true }],
      rejects: [{ engine: "redis", kmsKeyId: "alias/orders", atRestEncryptionEnabled: false }],
    },
    "aws.elasticache.replication-group.replica-count": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { replicasPerNodeGroup: { max: 5 } },
      must: "A shard must have at most five replicas.",
      source: CREATE_GROUP,
      accepts: [{ replicasPerNodeGroup: 5 }, { replicasPerNodeGroup: 0 }],
      rejects: [{ replicasPerNodeGroup: 6 }],
    },
    "aws.elasticache.cluster.redis-node-count": {
      type: ELASTICACHE_CLUSTER,
      when: { engine: ["redis", "valkey"] },
      require: { numCacheNodes: { max: 1 } },
      must: "A cluster of this engine must have one node: use a ReplicationGroup for more.",
      source: CREATE_CLUSTER,
      accepts: [
        { engine: "redis", numCacheNodes: 1 },
        { engine: "memcached", numCacheNodes: 3 },
      ],
      rejects: [{ engine: "redis", numCacheNodes: 2 }],
    },
    "aws.elasticache.cluster.cluster-mode-group": {
      type: ELASTICACHE_CLUSTER,
      require: { parameterGroupName: { not: { matches: /^default\..*\.cluster\.on$/ } } },
      must: "Cluster mode requires a ReplicationGroup: use a parameter group without it.",
      awsError: "Cluster mode should be disabled in parameter group, but found it is enabled",
      source: CREATE_CLUSTER,
      accepts: [{ parameterGroupName: "default.redis7" }],
      rejects: [{ parameterGroupName: "default.redis7.cluster.on" }],
    },
    "aws.elasticache.cluster.zones-need-nodes": {
      type: ELASTICACHE_CLUSTER,
      when: { azMode: "cross-az" },
      require: { numCacheNodes: { min: 2 } },
      must: "Several zones require at least two nodes.",
      source: CREATE_CLUSTER,
      accepts: [
        { azMode: "cross-az", numCacheNodes: 2 },
        { azMode: "single-az", numCacheNodes: 1 },
      ],
      rejects: [{ azMode: "cross-az", numCacheNodes: 1 }],
    },
    "aws.elasticache.cluster.memcached-without-snapshots": {
      type: ELASTICACHE_CLUSTER,
      when: { engine: "memcached" },
      require: {
        snapshotRetentionLimit: { max: 0 },
        snapshotWindow: { present: false },
        snapshotName: { present: false },
      },
      must: "Memcached has no snapshots: leave out `snapshotRetentionLimit`, `snapshotWindow` and `snapshotName`.",
      source: CREATE_CLUSTER,
      accepts: [
        { engine: "memcached", numCacheNodes: 2 },
        { engine: "redis", snapshotRetentionLimit: 7, snapshotWindow: "05:00-06:00", snapshotName: "orders" },
      ],
      rejects: [
        { engine: "memcached", snapshotRetentionLimit: 7 },
        { engine: "memcached", snapshotWindow: "05:00-06:00" },
        { engine: "memcached", snapshotName: "orders" },
      ],
    },
    "aws.elasticache.user.no-password": {
      type: USER,
      when: { noPasswordRequired: true },
      require: { passwords: { present: false } },
      must: "A user without a password has none: leave out `passwords` or `noPasswordRequired`.",
      source: CREATE_USER,
      accepts: [{ noPasswordRequired: true }, { noPasswordRequired: false, passwords: ["sixteen-letters-"] }],
      rejects: [{ noPasswordRequired: true, passwords: ["sixteen-letters-"] }],
    },
    "aws.elasticache.user.password-length": {
      type: USER,
      require: { passwords: { every: { minLength: 16, maxLength: 128 }, maxItems: 2 } },
      must: "A user must have at most two passwords of 16 to 128 characters.",
      source: CREATE_USER,
      accepts: [{ passwords: ["sixteen-letters-"] }],
      rejects: [{ passwords: ["short"] }],
    },
    "aws.elasticache.user.password-authentication": {
      type: USER,
      when: { "authenticationMode.type": "password" },
      require: { "authenticationMode.passwords": { present: true } },
      must: "Authentication by password requires `authenticationMode.passwords`.",
      source: CREATE_USER,
      accepts: [
        { authenticationMode: { type: "password", passwords: ["sixteen-letters-"] } },
        { authenticationMode: { type: "iam" } },
      ],
      rejects: [{ authenticationMode: { type: "password" } }],
    },
    "aws.elasticache.user.iam-user-name": {
      type: USER,
      when: { "authenticationMode.type": "iam" },
      require: { userName: { sameAs: "userId" } },
      must: "With IAM, `userName` must be equal to `userId`.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html",
      accepts: [
        { authenticationMode: { type: "iam" }, userName: "orders", userId: "orders" },
        { userName: "default", userId: "orders-default" },
      ],
      rejects: [{ authenticationMode: { type: "iam" }, userName: "orders", userId: "orders-1" }],
    },
    "aws.elasticache.cluster.memcached-node-count": {
      type: ELASTICACHE_CLUSTER,
      when: { engine: "memcached" },
      require: { numCacheNodes: { min: 1, max: 40 } },
      must: "A memcached cluster has 1 to 40 nodes.",
      // AWS raises the quota on request.
      level: "advisory",
      source: CACHE_CLUSTER_PAGE,
      accepts: [{ engine: "memcached", nodeType: "cache.t4g.small", numCacheNodes: 40 }],
      rejects: [{ engine: "memcached", nodeType: "cache.t4g.small", numCacheNodes: 41 }],
    },
    "aws.elasticache.cluster.zone-count": {
      type: ELASTICACHE_CLUSTER,
      when: { preferredAvailabilityZones: { minItems: 1 } },
      require: {
        preferredAvailabilityZones: {
          minItems: { property: "numCacheNodes" },
          maxItems: { property: "numCacheNodes" },
        },
      },
      must: "`preferredAvailabilityZones` names one zone for each of the nodes.",
      source: CACHE_CLUSTER_PAGE,
      accepts: [
        {
          engine: "memcached",
          nodeType: "cache.t4g.small",
          numCacheNodes: 2,
          azMode: "cross-az",
          preferredAvailabilityZones: ["us-east-1a", "us-east-1b"],
        },
      ],
      rejects: [
        {
          engine: "memcached",
          nodeType: "cache.t4g.small",
          numCacheNodes: 3,
          azMode: "cross-az",
          preferredAvailabilityZones: ["us-east-1a", "us-east-1b"],
        },
      ],
    },
    "aws.elasticache.cluster.memcached-only": {
      type: ELASTICACHE_CLUSTER,
      when: { engine: ["redis", "valkey"] },
      require: { azMode: "single-az" },
      must: "Only memcached clusters are spread over zones with `azMode`: use a replication group.",
      source: CACHE_CLUSTER_PAGE,
      accepts: [{ engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1 }],
      rejects: [{ engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, azMode: "cross-az" }],
    },
    "aws.elasticache.replication-group.node-count": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { numCacheClusters: { min: 1, max: 6 } },
      must: "A group without shards has 1 to 6 nodes.",
      source: REPLICATION_GROUP_PAGE,
      accepts: [{ description: "x", nodeType: "cache.t4g.small", numCacheClusters: 6, automaticFailoverEnabled: true }],
      rejects: [{ description: "x", nodeType: "cache.t4g.small", numCacheClusters: 7, automaticFailoverEnabled: true }],
    },
    "aws.elasticache.replication-group.nodes-or-shards": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { atMostOne: ["numCacheClusters", "numNodeGroups"] },
      must: "A group has nodes or shards: leave out `numCacheClusters` or `numNodeGroups`.",
      source: REPLICATION_GROUP_PAGE,
      accepts: [
        {
          description: "x",
          nodeType: "cache.t4g.small",
          numNodeGroups: 2,
          replicasPerNodeGroup: 1,
          automaticFailoverEnabled: true,
        },
      ],
      rejects: [
        {
          description: "x",
          nodeType: "cache.t4g.small",
          numCacheClusters: 2,
          numNodeGroups: 2,
          automaticFailoverEnabled: true,
        },
      ],
    },
    "aws.elasticache.replication-group.zone-count": {
      type: ELASTICACHE_REPLICATION_GROUP,
      when: { preferredCacheClusterAzs: { minItems: 1 } },
      require: {
        preferredCacheClusterAzs: {
          minItems: { property: "numCacheClusters" },
          maxItems: { property: "numCacheClusters" },
        },
      },
      must: "`preferredCacheClusterAzs` names one zone for each of the nodes.",
      source: REPLICATION_GROUP_PAGE,
      accepts: [
        {
          description: "x",
          nodeType: "cache.t4g.small",
          numCacheClusters: 2,
          preferredCacheClusterAzs: ["us-east-1a", "us-east-1b"],
        },
      ],
      rejects: [
        {
          description: "x",
          nodeType: "cache.t4g.small",
          numCacheClusters: 3,
          preferredCacheClusterAzs: ["us-east-1a", "us-east-1b"],
        },
      ],
    },
    "aws.elasticache.replication-group.log-format": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { logDeliveryConfigurations: { maxItems: 2, uniqueBy: "logType" } },
      must: "A group delivers the slow log and the engine log, each once.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Log_Delivery.html",
      accepts: [
        {
          description: "x",
          nodeType: "cache.t4g.small",
          logDeliveryConfigurations: [
            { destination: "x", destinationType: "cloudwatch-logs", logFormat: "json", logType: "slow-log" },
          ],
        },
      ],
      rejects: [
        {
          description: "x",
          nodeType: "cache.t4g.small",
          logDeliveryConfigurations: [
            { destination: "x", destinationType: "cloudwatch-logs", logFormat: "json", logType: "slow-log" },
            { destination: "y", destinationType: "cloudwatch-logs", logFormat: "json", logType: "slow-log" },
          ],
        },
      ],
    },
    "aws.elasticache.serverless-cache.limits": {
      type: ELASTICACHE_SERVERLESS_CACHE,
      require: {
        "cacheUsageLimits.dataStorage.minimum": { max: { property: "cacheUsageLimits.dataStorage.maximum" } },
      },
      must: "The smallest size of the data must not be above the largest.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DataStorage.html",
      accepts: [
        { engine: "valkey", name: "x", cacheUsageLimits: { dataStorage: { minimum: 1, maximum: 10, unit: "GB" } } },
      ],
      rejects: [
        { engine: "valkey", name: "x", cacheUsageLimits: { dataStorage: { minimum: 20, maximum: 10, unit: "GB" } } },
      ],
    },
    "aws.elasticache.serverless-cache.memcached": {
      type: ELASTICACHE_SERVERLESS_CACHE,
      when: { engine: "memcached" },
      require: { userGroupId: { present: false } },
      must: "A memcached cache has no user group: leave out `userGroupId`.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html",
      accepts: [{ engine: "memcached", name: "x" }],
      rejects: [{ engine: "memcached", name: "x", userGroupId: "x" }],
    },
    "aws.elasticache.replication-group.snapshot-days": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { snapshotRetentionLimit: { min: 0, max: 35 } },
      must: "Snapshots are kept for at most 35 days.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html",
      accepts: [{ description: "x", nodeType: "cache.t4g.small", snapshotRetentionLimit: 35 }],
      rejects: [{ description: "x", nodeType: "cache.t4g.small", snapshotRetentionLimit: 60 }],
    },
    "aws.elasticache.cluster.snapshot-days": {
      type: ELASTICACHE_CLUSTER,
      require: { snapshotRetentionLimit: { min: 0, max: 35 } },
      must: "Snapshots are kept for at most 35 days.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html",
      accepts: [{ engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, snapshotRetentionLimit: 35 }],
      rejects: [{ engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1, snapshotRetentionLimit: 60 }],
    },
    "aws.elasticache.serverless-cache.snapshot-days": {
      type: ELASTICACHE_SERVERLESS_CACHE,
      require: { snapshotRetentionLimit: { min: 0, max: 35 } },
      must: "`snapshotRetentionLimit` must be from 0 to 35.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html",
      accepts: [{ engine: "valkey", name: "orders", snapshotRetentionLimit: 35 }],
      rejects: [{ engine: "valkey", name: "orders", snapshotRetentionLimit: 36 }],
    },
    "aws.elasticache.serverless-cache.snapshot-time": {
      type: ELASTICACHE_SERVERLESS_CACHE,
      require: { dailySnapshotTime: { matches: /^(?:[01]\d|2[0-3]):[0-5]\d$/ } },
      must: "The time of the snapshot is in UTC, such as 09:00.",
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateServerlessCache.html",
      accepts: [{ engine: "valkey", name: "orders", dailySnapshotTime: "09:00" }],
      rejects: [
        { engine: "valkey", name: "orders", dailySnapshotTime: "9am" },
        { engine: "valkey", name: "orders", dailySnapshotTime: "09:00-10:00" },
      ],
    },
    "aws.elasticache.serverless-cache.data-unit": {
      type: ELASTICACHE_SERVERLESS_CACHE,
      require: { "cacheUsageLimits.dataStorage.unit": ["GB"] },
      must: '`unit` must be "GB".',
      source: "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DataStorage.html",
      accepts: [{ engine: "valkey", name: "orders", cacheUsageLimits: { dataStorage: { maximum: 10, unit: "GB" } } }],
      rejects: [{ engine: "valkey", name: "orders", cacheUsageLimits: { dataStorage: { maximum: 10, unit: "MB" } } }],
    },
    "aws.elasticache.replication-group.engine": {
      type: ELASTICACHE_REPLICATION_GROUP,
      require: { engine: { matches: /^(?:redis|valkey)$/i } },
      must: 'The engine of a replication group must be "valkey" or "redis": memcached has a Cluster.',
      source: REPLICATION_GROUP_PAGE,
      accepts: [{ description: "x", nodeType: "cache.t4g.small", engine: "valkey" }],
      rejects: [{ description: "x", nodeType: "cache.t4g.small", engine: "memcached" }],
    },
    "aws.elasticache.replication-group.tiering-required": {
      type: ELASTICACHE_REPLICATION_GROUP,
      when: { nodeType: { startsWith: "cache.r6gd." } },
      defaults: { dataTieringEnabled: false },
      require: { dataTieringEnabled: true },
      must: "Nodes of the family r6gd require `dataTieringEnabled: true`.",
      source: REPLICATION_GROUP_PAGE,
      accepts: [{ description: "x", nodeType: "cache.r6gd.xlarge", dataTieringEnabled: true }],
      rejects: [{ description: "x", nodeType: "cache.r6gd.xlarge" }],
    },
  },
} satisfies ServiceConstraints;
