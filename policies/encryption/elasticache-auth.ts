import {
  CACHE_CLUSTER,
  cacheEngine,
  followsGlobalDatastore,
  isGiven,
  isLoneRedis,
  REPLICATION_GROUP,
  SERVERLESS_CACHE,
} from "../../stack/caches";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

function checkGroup(group: Resource, { contract, report, undecided }: Context): void {
  const asks = ["authToken", "authTokenWo", "userGroupIds"].some((property) => isGiven(group.at(property)));
  if (asks || followsGlobalDatastore(group)) {
    return;
  }
  // A cache in clear text is for elasticache-encrypted-in-transit to say, unless authentication itself is asked for.
  const isDue = contract.cacheAuthentication === true || group.bool("transitEncryptionEnabled");
  if (isDue === UNKNOWN) {
    undecided(group, "transitEncryptionEnabled");
  } else if (isDue) {
    report({
      at: group,
      property: "authToken",
      message:
        "whoever reaches the cache may read and write it; set authToken to a generated secret, " +
        "or userGroupIds: [group.id] (both need transitEncryptionEnabled: true).",
    });
  }
}

function checkServerless(cache: Resource, { report, undecided }: Context): void {
  const engine = cacheEngine(cache);
  if (isGiven(cache.at("userGroupId"))) {
    return;
  }
  if (engine === UNKNOWN) {
    undecided(cache, "engine");
  } else if (engine === "redis" || engine === "valkey") {
    report({
      at: cache,
      property: "userGroupId",
      message: "whoever reaches the cache may read and write it; set userGroupId: group.id with users of your own.",
    });
  }
}

function checkLoneRedis(cluster: Resource, { contract, report, undecided }: Context): void {
  const isRedis = isLoneRedis(cluster);
  if (contract.cacheAuthentication !== true) {
    return;
  }
  if (isRedis === UNKNOWN) {
    undecided(cluster, "engine");
  } else if (isRedis) {
    report({
      at: cluster,
      message:
        "a Redis node of aws.elasticache.Cluster cannot ask its clients for a token; " +
        "use aws.elasticache.ReplicationGroup with transitEncryptionEnabled: true and authToken.",
    });
  }
}

export default defineRule({
  id: "elasticache-auth",
  category: "encryption",
  description: "ElastiCache asks its clients who they are",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["cacheAuthentication"],
  failures: ["F9"],
  controls: [{ framework: "AWS FSBP", reference: "ElastiCache.6" }],
  why:
    "A security group lets in a whole network or service, and whatever runs there. " +
    "A token or a user lets in only who was given it, and users can be limited to some keys and commands.",
  fix: {
    typescript:
      'const token = new random.RandomPassword("cache-token", { length: 64, special: false });\n' +
      "// and in the replication group:\ntransitEncryptionEnabled: true,\nauthToken: token.result,",
    python:
      'token = random.RandomPassword("cache-token", length=64, special=False)\n' +
      "# and in the replication group:\ntransit_encryption_enabled=True,\nauth_token=token.result,",
    yaml:
      "resources:\n  cache-token:\n    type: random:RandomPassword\n    properties:\n      length: 64\n" +
      "      special: false\n  cache:\n    type: aws:elasticache:ReplicationGroup\n    properties:\n" +
      "      transitEncryptionEnabled: true\n      authToken: ${cache-token.result}",
  },
  limits:
    "Memcached, which has no users; secondaries of a global datastore; without a contract, caches in clear text, " +
    "which take no token. What the users of a group may do.",
  resource: {
    types: [REPLICATION_GROUP, SERVERLESS_CACHE, CACHE_CLUSTER],
    check(cache, context) {
      switch (cache.type) {
        case REPLICATION_GROUP:
          checkGroup(cache, context);
          break;
        case SERVERLESS_CACHE:
          checkServerless(cache, context);
          break;
        default:
          checkLoneRedis(cache, context);
      }
    },
  },
});
