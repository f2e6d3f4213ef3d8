import { ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const USER = "aws:elasticache/user:User";
const CREATE_GROUP =
  "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html";
const CREATE_CLUSTER = "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html";
const CREATE_USER = "https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateUser.html";

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
  },
} satisfies ServiceConstraints;
