import {
  CACHE_CLUSTER,
  cacheEngine,
  followsGlobalDatastore,
  isEncryptedByDefault,
  isLoneRedis,
  REPLICATION_GROUP,
} from "../../stack/caches";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

function checkLoneRedis(cluster: Resource, { report, undecided }: Context): void {
  const isRedis = isLoneRedis(cluster);
  if (isRedis === UNKNOWN) {
    undecided(cluster, "engine");
  } else if (isRedis) {
    report({
      at: cluster,
      message:
        "a Redis node of aws.elasticache.Cluster cannot be encrypted at rest; " +
        "use aws.elasticache.ReplicationGroup with atRestEncryptionEnabled: true (numCacheClusters: 1 keeps it a single node).",
    });
  }
}

export default defineRule({
  id: "elasticache-encrypted-at-rest",
  category: "encryption",
  description: "ElastiCache is encrypted at rest",
  severity: "high",
  level: "mandatory",
  failures: ["F5"],
  controls: [{ framework: "AWS FSBP", reference: "ElastiCache.4" }],
  why:
    "A cache holds copies of the data behind it, and writes them to disk when it swaps, synchronises or backs up. " +
    "Encryption at rest can only be chosen when the replication group is made.",
  fix: {
    typescript: "atRestEncryptionEnabled: true,\nkmsKeyId: key.arn,",
    python: "at_rest_encryption_enabled=True,\nkms_key_id=key.arn,",
    yaml: "atRestEncryptionEnabled: true\nkmsKeyId: ${key.arn}",
  },
  limits:
    "Valkey groups that do not say, since AWS encrypts them; secondaries of a global datastore, which inherit; " +
    "serverless caches, which are always encrypted; Memcached nodes, which cannot be.",
  resource: {
    types: [REPLICATION_GROUP, CACHE_CLUSTER],
    check(cache, context) {
      if (cache.type === CACHE_CLUSTER) {
        checkLoneRedis(cache, context);
        return;
      }
      const { report, undecided } = context;
      const encrypted = followsGlobalDatastore(cache) || cache.bool("atRestEncryptionEnabled");
      const engine = cacheEngine(cache);
      if (encrypted === UNKNOWN) {
        undecided(cache, "atRestEncryptionEnabled");
      } else if (encrypted === undefined && engine === UNKNOWN) {
        undecided(cache, "engine");
      } else if (encrypted === false || (!encrypted && isEncryptedByDefault(String(engine)) === false)) {
        report({
          at: cache,
          property: "atRestEncryptionEnabled",
          mendWhenNew: { atRestEncryptionEnabled: true },
          message:
            "the cache is not encrypted at rest, and cannot be once it exists; " +
            "set atRestEncryptionEnabled: true (with kmsKeyId for a key of your own).",
        });
      }
    },
  },
  remediation: {
    doesWhenNew: "sets `atRestEncryptionEnabled: true`",
    leaves: "Single Redis nodes, which have to become a replication group.",
  },
});
