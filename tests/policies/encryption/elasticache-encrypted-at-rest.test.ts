import rule from "../../../policies/encryption/elasticache-encrypted-at-rest";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const CLUSTER = "aws:elasticache/cluster:Cluster";
const primary = resource(GROUP, "primary", { engine: "redis", atRestEncryptionEnabled: true });

ruleTest(rule, {
  valid: [
    { name: "an encrypted group", stack: [primary] },
    { name: "encryption as a string", stack: [resource(GROUP, "cache", { atRestEncryptionEnabled: "true" })] },
    { name: "Valkey, which is encrypted by default", stack: [resource(GROUP, "cache", { engine: "valkey" })] },
    { name: "an engine that the table does not have", stack: [resource(GROUP, "cache", { engine: "constructor" })] },
    {
      name: "the secondary of a global datastore, which inherits",
      stack: [
        primary,
        resource(GROUP, "eu", { globalReplicationGroupId: unknown }),
        resource(GROUP, "us", { globalReplicationGroupId: "global-1" }),
      ],
    },
    {
      name: "a serverless cache, which is always encrypted",
      stack: [resource("aws:elasticache/serverlessCache:ServerlessCache", "cache", { engine: "redis" })],
    },
    { name: "Memcached, which cannot be", stack: [resource(CLUSTER, "cache", { engine: "memcached" })] },
    {
      name: "a further node of a group",
      stack: [primary, resource(CLUSTER, "replica", { replicationGroupId: primary.id })],
    },
    { name: "a group that the stack only reads", stack: [resource(GROUP, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "encryption not configured, for Redis and for the default engine",
      stack: [resource(GROUP, "a"), resource(GROUP, "b", { engine: "Redis" })],
      findings: [
        { resource: "a", path: "atRestEncryptionEnabled", message: /kmsKeyId/ },
        { resource: "b", path: "atRestEncryptionEnabled" },
      ],
      fixed: { a: { atRestEncryptionEnabled: true }, b: { atRestEncryptionEnabled: true } },
    },
    {
      name: "encryption not configured where the contract requires customer keys",
      contract: { customerKeys: true },
      stack: [resource(GROUP, "a", { engine: "redis" })],
      findings: [{ resource: "a", path: "atRestEncryptionEnabled", level: "mandatory" }],
    },
    {
      name: "encryption switched off, whatever the engine",
      stack: [
        resource(GROUP, "a", { engine: "valkey", atRestEncryptionEnabled: false }),
        resource(GROUP, "b", { engine: unknown, atRestEncryptionEnabled: false }),
      ],
      findings: [
        { resource: "a", path: "atRestEncryptionEnabled" },
        { resource: "b", path: "atRestEncryptionEnabled" },
      ],
    },
    {
      name: "a single Redis node, which cannot be encrypted",
      stack: [resource(CLUSTER, "cache", { engine: "redis" })],
      findings: [{ resource: "cache", stays: true, message: /ReplicationGroup/ }],
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [
        resource(GROUP, "a", { atRestEncryptionEnabled: unknown }),
        resource(GROUP, "b", { engine: unknown }),
        resource(CLUSTER, "c", { engine: unknown }),
      ],
      at: ["a.atRestEncryptionEnabled", "b.engine", "c.engine"],
    },
  ],
});
