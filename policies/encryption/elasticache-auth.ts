import { cacheEngine, followsGlobalDatastore, isGiven, isLoneRedis } from "../../src/aws/databases/caches";
import {
  ELASTICACHE_CLUSTER,
  ELASTICACHE_REPLICATION_GROUP,
  ELASTICACHE_SERVERLESS_CACHE,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "elasticache-auth",
  category: "encryption",
  description: "ElastiCache must authenticate its clients",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["cacheAuthentication"],
  failures: ["F9"],
  why:
    "A security group admits a whole network or service, and whatever runs there. A token or a user admits only the " +
    "clients that have it, and users can be limited to some keys and commands.",
  fix: {
    typescript: `const token = new random.RandomPassword("cache-token", { length: 64, special: false });
// and in the replication group:
transitEncryptionEnabled: true,
authToken: token.result,`,
    python: `token = random.RandomPassword("cache-token", length=64, special=False)
# and in the replication group:
transit_encryption_enabled=True,
auth_token=token.result,`,
    yaml: `resources:
  cache-token:
    type: random:RandomPassword
    properties:
      length: 64
      special: false
  cache:
    type: aws:elasticache:ReplicationGroup
    properties:
      transitEncryptionEnabled: true
      authToken: \${cache-token.result}`,
  },
  limits:
    "Memcached, which has no users; secondaries of a global datastore; without a contract, caches without encryption in " +
    "transit, which take no token; the permissions of a group's users.",
  references: [
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth.html",
    "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
  ],
  resource: {
    types: [ELASTICACHE_REPLICATION_GROUP, ELASTICACHE_SERVERLESS_CACHE, ELASTICACHE_CLUSTER],
    check(cache, context) {
      switch (cache.type) {
        case ELASTICACHE_REPLICATION_GROUP:
          checkGroup(cache, context);
          break;
        case ELASTICACHE_SERVERLESS_CACHE:
          checkServerless(cache, context);
          break;
        default:
          checkLoneRedis(cache, context);
      }
    },
  },
});

function checkGroup(group: Resource, { contract, report, undecided }: Context): void {
  const authenticates = ["authToken", "authTokenWo", "userGroupIds"].some((property) => isGiven(group.at(property)));
  if (authenticates || followsGlobalDatastore(group)) {
    return;
  }
  // elasticache-encrypted-in-transit reports a cache in plain text, unless the contract requires authentication itself.
  const isDue = contract.cacheAuthentication === true || group.bool("transitEncryptionEnabled");
  if (isDue === UNKNOWN) {
    undecided(group, "transitEncryptionEnabled");
  } else if (isDue) {
    report({
      at: group,
      property: "authToken",
      message:
        "Any client that reaches the cache can read and write it. Set `authToken` to a generated secret or " +
        "`userGroupIds: [group.id]`, together with `transitEncryptionEnabled: true`.",
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
      message:
        "Any client that reaches the cache can read and write it. Set `userGroupId: group.id` to a group with users of " +
        "your own.",
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
        "A Redis node of aws.elasticache.Cluster cannot authenticate its clients. Use aws.elasticache.ReplicationGroup " +
        "with `transitEncryptionEnabled: true` and `authToken`.",
    });
  }
}
