import { cacheEngine, followsGlobalDatastore, isEncryptedByDefault, isLoneRedis } from "../../src/aws/databases/caches";
import { ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import { not } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "elasticache-encrypted-at-rest",
  category: "encryption",
  description: "ElastiCache must be encrypted at rest",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: ["F5"],
  why:
    "A cache holds copies of the data behind it, and writes them to disk when it swaps, synchronizes or backs up. " +
    "Encryption at rest can only be chosen when the replication group is created.",
  fix: {
    typescript: `atRestEncryptionEnabled: true,
kmsKeyId: key.arn,`,
    python: `at_rest_encryption_enabled=True,
kms_key_id=key.arn,`,
    yaml: `atRestEncryptionEnabled: true
kmsKeyId: \${key.arn}`,
  },
  limits:
    "Valkey groups without `atRestEncryptionEnabled`, which AWS encrypts; secondaries of a global datastore, which " +
    "inherit; serverless caches, which are always encrypted; Memcached nodes, which cannot be.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html"],
  resource: {
    types: [ELASTICACHE_REPLICATION_GROUP, ELASTICACHE_CLUSTER],
    check(cache, context) {
      (cache.type === ELASTICACHE_CLUSTER ? checkLoneRedis : checkGroup)(cache, context);
    },
  },
  remediation: {
    doesWhenNew: "sets `atRestEncryptionEnabled: true`",
    leaves: "Single Redis nodes, which have to become a replication group.",
  },
});

function checkGroup(group: Resource, { decide, undecided }: Context): void {
  const encrypted = followsGlobalDatastore(group) || group.bool("atRestEncryptionEnabled");
  const engine = cacheEngine(group);
  if (encrypted === undefined && engine === UNKNOWN) {
    undecided(group, "engine");
    return;
  }
  decide(encrypted ?? isEncryptedByDefault(String(engine)) ?? true, {
    at: group,
    property: "atRestEncryptionEnabled",
    fixWhenNew: { atRestEncryptionEnabled: true },
    message:
      "The cache is not encrypted at rest, and it cannot be once it exists. Set `atRestEncryptionEnabled: true`, and " +
      "`kmsKeyId` for a key of your own.",
  });
}

function checkLoneRedis(cluster: Resource, { decide, undecided }: Context): void {
  const isRedis = isLoneRedis(cluster);
  if (isRedis === UNKNOWN) {
    undecided(cluster, "engine");
    return;
  }
  decide(not(isRedis), {
    at: cluster,
    message:
      "A Redis node of aws.elasticache.Cluster cannot be encrypted at rest. Use aws.elasticache.ReplicationGroup with " +
      "`atRestEncryptionEnabled: true, numCacheClusters: 1`, which is a single node as well.",
  });
}
