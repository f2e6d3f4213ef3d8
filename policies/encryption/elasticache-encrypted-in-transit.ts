import {
  CACHE_CLUSTER,
  cacheEngine,
  followsGlobalDatastore,
  isGroupMember,
  OLDEST_MEMCACHED_WITH_TLS,
  REPLICATION_GROUP,
} from "../../stack/caches";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

function checkGroup(group: Resource, { report }: Context): void {
  report({
    at: group,
    property: "transitEncryptionEnabled",
    // AWS refuses the mode without encryption, so that whoever names it has something else in mind.
    ...(group.at("transitEncryptionMode").isAbsent && { mendWhenNew: { transitEncryptionEnabled: true } }),
    message:
      "clients and nodes talk to each other in clear text; set transitEncryptionEnabled: true and have clients connect with TLS.",
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
          "a Redis node of aws.elasticache.Cluster cannot encrypt what it sends; " +
          "use aws.elasticache.ReplicationGroup with transitEncryptionEnabled: true.",
      });
      break;
    case "memcached":
      report({
        at: cluster,
        property: "transitEncryptionEnabled",
        level: "advisory",
        message:
          "clients talk to the cache in clear text; set transitEncryptionEnabled: true " +
          `(Memcached ${OLDEST_MEMCACHED_WITH_TLS} or newer) and have clients connect with TLS.`,
      });
      break;
    default:
  }
}

export default defineRule({
  id: "elasticache-encrypted-in-transit",
  category: "encryption",
  description: "ElastiCache encrypts what it sends",
  severity: "high",
  level: "mandatory",
  failures: ["F9"],
  controls: [
    { framework: "AWS FSBP", reference: "ElastiCache.5" },
    { framework: "PCI DSS 4.0.1", reference: "4.2.1" },
  ],
  why:
    "Sessions, tokens and customers' data cross the network in clear text between clients and cache. " +
    "Authentication with a token or with users works only over TLS.",
  fix: {
    typescript: 'transitEncryptionEnabled: true,\nauthToken: config.requireSecret("cacheToken"),',
    python: 'transit_encryption_enabled=True,\nauth_token=config.require_secret("cacheToken"),',
    yaml: "transitEncryptionEnabled: true\nauthToken: ${cacheToken} # a secret of the configuration",
  },
  limits:
    "Secondaries of a global datastore, which inherit; serverless caches, which always encrypt. Advisory for Memcached " +
    "and for the mode `preferred`, which still takes clear text.",
  resource: {
    types: [REPLICATION_GROUP, CACHE_CLUSTER],
    check(cache, context) {
      if (followsGlobalDatastore(cache) || isGroupMember(cache)) {
        return;
      }
      const encrypted = cache.bool("transitEncryptionEnabled");
      if (encrypted === UNKNOWN) {
        context.undecided(cache, "transitEncryptionEnabled");
      } else if (!encrypted) {
        (cache.type === CACHE_CLUSTER ? checkCluster : checkGroup)(cache, context);
      } else if (cache.type === REPLICATION_GROUP && cache.str("transitEncryptionMode") === "preferred") {
        context.report({
          at: cache,
          property: "transitEncryptionMode",
          level: "advisory",
          message:
            "the cache still takes connections in clear text; " +
            'set transitEncryptionMode: "required" once every client uses TLS.',
        });
      }
    },
  },
  remediation: {
    doesWhenNew: "sets `transitEncryptionEnabled: true` for replication groups",
    leaves: "Single nodes; Memcached, whose version has to take it; the mode `preferred`, until every client uses TLS.",
  },
});
