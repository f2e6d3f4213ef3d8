import rule from "../../../policies/encryption/elasticache-encrypted-in-transit";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

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
    { name: "an engine of later days", stack: [resource(CLUSTER, "cache", { engine: "valkey" })] },
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
      name: "no word of encryption, or none wanted",
      stack: [resource(GROUP, "a", { engine: "valkey" }), resource(GROUP, "b", { transitEncryptionEnabled: false })],
      findings: [
        { resource: "a", path: "transitEncryptionEnabled", message: /TLS/ },
        { resource: "b", path: "transitEncryptionEnabled" },
      ],
      mended: { a: { transitEncryptionEnabled: true }, b: { transitEncryptionEnabled: true } },
    },
    {
      name: "a mode without encryption",
      stack: [resource(GROUP, "cache", { transitEncryptionMode: "preferred" })],
      findings: [{ resource: "cache", path: "transitEncryptionEnabled", stays: true }],
    },
    {
      name: "a Redis node of its own, which cannot",
      stack: [resource(CLUSTER, "cache", { engine: "redis" })],
      findings: [{ resource: "cache", stays: true, message: /ReplicationGroup/ }],
    },
    {
      name: "Memcached in clear text",
      stack: [resource(CLUSTER, "cache", { engine: "memcached" })],
      findings: [
        { resource: "cache", path: "transitEncryptionEnabled", stays: true, level: "advisory", message: /1\.6\.12/ },
      ],
    },
    {
      name: "a mode that still takes clear text",
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
