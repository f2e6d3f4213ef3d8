import type { ServiceConstraints } from "../form";

const CLUSTER = "aws:memorydb/cluster:Cluster";
const CREATE = "https://docs.aws.amazon.com/memorydb/latest/APIReference/API_CreateCluster.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.memorydb.cluster.node-type-prefix": {
      type: CLUSTER,
      require: { nodeType: { startsWith: "db." } },
      must: 'A node type of MemoryDB begins with "db.", such as "db.t4g.small".',
      source: CREATE,
      accepts: [{ nodeType: "db.t4g.small" }],
      rejects: [{ nodeType: "cache.t4g.small" }],
    },
    "aws.memorydb.cluster.tls-users": {
      type: CLUSTER,
      when: { tlsEnabled: false },
      require: { aclName: "open-access" },
      must: 'Users require TLS: leave out `tlsEnabled: false`, or set `aclName: "open-access"`.',
      source: "https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html",
      accepts: [
        { tlsEnabled: false, aclName: "open-access" },
        { tlsEnabled: true, aclName: "orders" },
      ],
      rejects: [{ tlsEnabled: false, aclName: "orders" }],
    },
    "aws.memorydb.cluster.replica-count": {
      type: CLUSTER,
      require: { numReplicasPerShard: { min: 0, max: 5 } },
      must: "A shard must have at most five replicas.",
      source: CREATE,
      accepts: [{ numReplicasPerShard: 5 }],
      rejects: [{ numReplicasPerShard: 6 }],
    },
    "aws.memorydb.cluster.data-tiering": {
      type: CLUSTER,
      when: { dataTiering: true },
      require: { nodeType: { startsWith: "db.r6gd." } },
      must: "Data tiering requires a `nodeType` of the family r6gd.",
      source: "https://docs.aws.amazon.com/memorydb/latest/devguide/data-tiering.html",
      accepts: [{ dataTiering: true, nodeType: "db.r6gd.xlarge" }],
      rejects: [{ dataTiering: true, nodeType: "db.r7g.large" }],
    },
  },
} satisfies ServiceConstraints;
