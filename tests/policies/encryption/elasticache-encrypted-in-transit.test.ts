import rule from "../../../policies/encryption/elasticache-encrypted-in-transit";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const CLUSTER = "aws:elasticache/cluster:Cluster";
const primary = resource(GROUP, "primary", { transitEncryptionEnabled: true, transitEncryptionMode: "required" });

ruleTest(rule, {
  valid: [
    { name: "an encrypted group", stack: [primary] },
    {
      name: "a mode that is not known yet",
      stack: [resource(GROUP, "cache", { transitEncryptionEnabled: true, transitEncryptionMode: unknown })],
    },
    {
      name: "an encrypted Memcached cluster",
      stack: [resource(CLUSTER, "cache", { engine: "memcached", transitEncryptionEnabled: true })],
    },
    { name: "an engine that the rule does not know", stack: [resource(CLUSTER, "cache", { engine: "valkey" })] },
    {
      name: "the secondary of a global datastore, which inherits",
      stack: [resource(GROUP, "eu", { globalReplicationGroupId: unknown })],
    },
    {
      name: "a serverless cache, which always encrypts",
      stack: [resource("aws:elasticache/serverlessCache:ServerlessCache", "cache", { engine: "redis" })],
    },
    {
      name: "a further node of a group",
      stack: [
        primary,
        resource(CLUSTER, "replica", { replicationGroupId: primary.id }),
        resource(CLUSTER, "named", { replicationGroupId: primary.id, engine: "redis" }),
      ],
    },
    { name: "a group that the stack only reads", stack: [resource(GROUP, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "encryption not configured or switched off",
      stack: [resource(GROUP, "a", { engine: "valkey" }), resource(GROUP, "b", { transitEncryptionEnabled: false })],
      findings: [
        { resource: "a", path: "transitEncryptionEnabled", message: /TLS/ },
        { resource: "b", path: "transitEncryptionEnabled" },
      ],
      fixed: { a: { transitEncryptionEnabled: true }, b: { transitEncryptionEnabled: true } },
    },
    {
      name: "encryption not configured where the contract requires authentication",
      contract: { cacheAuthentication: true },
      stack: [resource(GROUP, "a"), resource(CLUSTER, "b", { engine: "memcached" })],
      findings: [
        { resource: "a", path: "transitEncryptionEnabled", level: "mandatory" },
        { resource: "b", path: "transitEncryptionEnabled", level: "advisory", stays: true },
      ],
    },
    {
      name: "a mode without encryption",
      stack: [resource(GROUP, "cache", { transitEncryptionMode: "preferred" })],
      findings: [{ resource: "cache", path: "transitEncryptionEnabled", stays: true }],
    },
    {
      name: "a single Redis node, which cannot be encrypted",
      stack: [resource(CLUSTER, "cache", { engine: "redis" })],
      findings: [{ resource: "cache", stays: true, message: /ReplicationGroup/ }],
    },
    {
      name: "Memcached in plain text",
      stack: [resource(CLUSTER, "cache", { engine: "memcached" })],
      findings: [
        { resource: "cache", path: "transitEncryptionEnabled", stays: true, level: "advisory", message: /1\.6\.12/ },
      ],
    },
    {
      name: "a mode that still accepts plain text",
      stack: [resource(GROUP, "cache", { transitEncryptionEnabled: true, transitEncryptionMode: "preferred" })],
      findings: [
        { resource: "cache", path: "transitEncryptionMode", stays: true, level: "advisory", message: /required/ },
      ],
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [resource(GROUP, "a", { transitEncryptionEnabled: unknown }), resource(CLUSTER, "b", { engine: unknown })],
      at: ["a.transitEncryptionEnabled", "b.engine"],
    },
  ],
});
