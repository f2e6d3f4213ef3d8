import {
  cacheEngine,
  followsGlobalDatastore,
  isGroupMember,
  OLDEST_MEMCACHED_WITH_TLS,
} from "../../src/aws/databases/caches";
import { ELASTICACHE_CLUSTER, ELASTICACHE_REPLICATION_GROUP } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "elasticache-encrypted-in-transit",
  category: "encryption",
  description: "ElastiCache must be encrypted in transit",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["cacheAuthentication"],
  failures: ["F9"],
  why:
    "Sessions, tokens and customers' data cross the network in plain text between clients and cache. Authentication with " +
    "a token or with users works only over TLS.",
  fix: {
    typescript: `transitEncryptionEnabled: true,
authToken: config.requireSecret("cacheToken"),`,
    python: `transit_encryption_enabled=True,
auth_token=config.require_secret("cacheToken"),`,
    yaml: `transitEncryptionEnabled: true
authToken: \${cacheToken} # a secret of the configuration`,
  },
  limits:
    "Secondaries of a global datastore, which inherit; serverless caches, which always encrypt. Always advisory for " +
    "Memcached and for the mode `preferred`, which still accepts plain text.",
  references: ["https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"],
  resource: {
    types: [ELASTICACHE_REPLICATION_GROUP, ELASTICACHE_CLUSTER],
    check(cache, context) {
      if (followsGlobalDatastore(cache) || isGroupMember(cache)) {
        return;
      }
      const encrypted = cache.bool("transitEncryptionEnabled");
      if (encrypted === UNKNOWN) {
        context.undecided(cache, "transitEncryptionEnabled");
      } else if (!encrypted) {
        (cache.type === ELASTICACHE_CLUSTER ? checkCluster : checkGroup)(cache, context);
      } else if (cache.type === ELASTICACHE_REPLICATION_GROUP && cache.str("transitEncryptionMode") === "preferred") {
        context.report({
          at: cache,
          property: "transitEncryptionMode",
          level: "advisory",
          message:
            "The cache still accepts connections in plain text. " +
            'Set `transitEncryptionMode: "required"` once every client uses TLS.',
        });
      }
    },
  },
  remediation: {
    doesWhenNew: "sets `transitEncryptionEnabled: true` for replication groups",
    leaves:
      "Single nodes; Memcached, whose version has to support it; the mode `preferred`, until every client uses TLS.",
  },
});

function checkGroup(group: Resource, { report }: Context): void {
  report({
    at: group,
    property: "transitEncryptionEnabled",
    // AWS rejects a mode without encryption, so a program that sets one needs a decision.
    ...(group.at("transitEncryptionMode").isAbsent && { fixWhenNew: { transitEncryptionEnabled: true } }),
    message:
      "Clients and nodes exchange data in plain text. Set `transitEncryptionEnabled: true`, and let clients connect with TLS.",
  });
}

function checkCluster(cluster: Resource, { report, undecided }: Context): void {
  switch (cacheEngine(cluster)) {
    case UNKNOWN:
      undecided(cluster, "engine");
      break;
    case "redis":
      report({
        at: cluster,
        message:
          "A Redis node of aws.elasticache.Cluster cannot encrypt what it sends. " +
          "Use aws.elasticache.ReplicationGroup with `transitEncryptionEnabled: true`.",
      });
      break;
    case "memcached":
      report({
        at: cluster,
        property: "transitEncryptionEnabled",
        level: "advisory",
        message:
          "Clients exchange data with the cache in plain text. Set `transitEncryptionEnabled: true` " +
          `(Memcached ${OLDEST_MEMCACHED_WITH_TLS} or newer), and let clients connect with TLS.`,
      });
      break;
    default:
  }
}
