import rule from "../../../policies/encryption/elasticache-auth";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const CLUSTER = "aws:elasticache/cluster:Cluster";
const SERVERLESS = "aws:elasticache/serverlessCache:ServerlessCache";
const contract = { cacheAuthentication: true };
const token = resource("random:index/randomPassword:RandomPassword", "token");
const users = resource("aws:elasticache/userGroup:UserGroup", "users", { userGroupId: "app" });
const group = (name: string, more: Record<string, Input> = {}) =>
  resource(GROUP, name, { transitEncryptionEnabled: true, ...more });

ruleTest(rule, {
  valid: [
    { name: "a generated token", contract, stack: [token, group("cache", { authToken: token.result })] },
    { name: "a write-only token", contract, stack: [group("cache", { authTokenWo: unknown })] },
    {
      name: "users",
      contract,
      stack: [
        users,
        group("cache", { userGroupIds: [users.userGroupId] }),
        resource(SERVERLESS, "serverless", { engine: "valkey", userGroupId: users.id }),
      ],
    },
    {
      name: "Memcached, which has no users",
      contract,
      stack: [
        resource(CLUSTER, "cache", { engine: "memcached" }),
        resource(SERVERLESS, "serverless", { engine: "memcached" }),
      ],
    },
    {
      name: "the secondary of a global datastore",
      contract,
      stack: [group("eu", { globalReplicationGroupId: unknown })],
    },
    {
      name: "caches in plain text, without a contract",
      stack: [resource(GROUP, "a"), resource(CLUSTER, "b", { engine: "redis" })],
    },
    { name: "a cache that the stack only reads", contract, stack: [resource(GROUP, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "neither a token nor users",
      stack: [
        group("a"),
        group("b", { authToken: "", userGroupIds: [] }),
        resource(SERVERLESS, "c", { engine: "redis" }),
      ],
      findings: [
        { resource: "a", path: "authToken", message: /userGroupIds/ },
        { resource: "b", path: "authToken" },
        { resource: "c", path: "userGroupId" },
      ],
    },
    {
      name: "neither a token nor users where the contract requires authentication",
      contract,
      stack: [
        group("a"),
        resource(GROUP, "b", { transitEncryptionEnabled: false }),
        resource(SERVERLESS, "c", { engine: "redis" }),
        resource(CLUSTER, "d", { engine: "redis" }),
      ],
      findings: [
        { resource: "a", path: "authToken", level: "mandatory" },
        { resource: "b", path: "authToken", level: "mandatory" },
        { resource: "c", path: "userGroupId", level: "mandatory" },
        { resource: "d", level: "mandatory", message: /ReplicationGroup/ },
      ],
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [
        resource(GROUP, "a", { transitEncryptionEnabled: unknown }),
        resource(SERVERLESS, "b", { engine: unknown }),
      ],
      at: ["a.transitEncryptionEnabled", "b.engine"],
    },
    {
      name: "a node with an engine that is not known yet",
      contract,
      stack: [resource(CLUSTER, "cache", { engine: unknown })],
      at: ["cache.engine"],
    },
  ],
});
