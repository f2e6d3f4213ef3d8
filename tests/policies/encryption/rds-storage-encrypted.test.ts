import rule from "../../../policies/encryption/rds-storage-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const INSTANCE = "aws:rds/instance:Instance";
const CLUSTER = "aws:rds/cluster:Cluster";
const primary = resource(INSTANCE, "primary", { engine: "postgres", storageEncrypted: true });
const cluster = resource(CLUSTER, "orders", { engine: "aurora-mysql", storageEncrypted: true });
const global = resource("aws:rds/globalCluster:GlobalCluster", "global", {
  globalClusterIdentifier: "orders",
  engine: "aurora-mysql",
  storageEncrypted: true,
});

ruleTest(rule, {
  valid: [
    { name: "an encrypted instance", stack: [primary] },
    { name: "an encrypted cluster", stack: [cluster] },
    {
      name: "encryption as a string",
      stack: [resource(INSTANCE, "db", { engine: "mysql", storageEncrypted: "true" })],
    },
    {
      name: "an Aurora instance, which inherits",
      stack: [resource(INSTANCE, "i", { engine: "aurora-mysql" })],
    },
    {
      name: "a cluster instance, which inherits",
      stack: [
        cluster,
        resource("aws:rds/clusterInstance:ClusterInstance", "orders-0", {
          clusterIdentifier: cluster.id,
          engine: "aurora-mysql",
          instanceClass: "db.r6g.large",
        }),
      ],
    },
    {
      name: "a replica, which inherits",
      stack: [primary, resource(INSTANCE, "replica", { replicateSourceDb: primary.identifier })],
    },
    {
      name: "a cluster that replicates an instance",
      stack: [
        primary,
        resource(CLUSTER, "replica", { engine: "aurora-postgresql", replicationSourceIdentifier: primary.arn }),
      ],
    },
    {
      name: "a restore from a snapshot, which inherits",
      stack: [resource(CLUSTER, "restored", { engine: "aurora-mysql", snapshotIdentifier: unknown })],
    },
    {
      name: "a restore to a point in time, which inherits",
      stack: [
        primary,
        resource(INSTANCE, "restored", {
          engine: "postgres",
          restoreToPointInTime: { sourceDbInstanceIdentifier: primary.identifier, useLatestRestorableTime: true },
        }),
      ],
    },
    {
      name: "the secondary of a global cluster, which inherits",
      stack: [global, resource(CLUSTER, "eu", { engine: "aurora-mysql", globalClusterIdentifier: global.id })],
    },
    {
      name: "Aurora Serverless v1, which is always encrypted",
      stack: [resource(CLUSTER, "orders", { engine: "aurora-mysql", engineMode: "serverless" })],
    },
    {
      name: "an Aurora cluster without the argument, which AWS encrypts by default",
      stack: [
        resource(CLUSTER, "orders", { engine: "aurora-mysql" }),
        resource(CLUSTER, "ledger", { engine: "aurora-postgresql", storageEncrypted: null }),
      ],
    },
    {
      name: "the primary of a global cluster without the argument",
      stack: [
        global,
        resource(CLUSTER, "us", {
          engine: "aurora-mysql",
          globalClusterIdentifier: global.id,
          manageMasterUserPassword: true,
          masterUsername: "app",
        }),
      ],
    },
    {
      name: "a database that the stack only reads",
      stack: [resource(INSTANCE, "shared", { engine: "mysql" }, { external: true })],
    },
    {
      name: "clusters of other services",
      stack: [resource("aws:docdb/cluster:Cluster", "docs"), resource("aws:neptune/cluster:Cluster", "graph")],
    },
  ],
  invalid: [
    {
      name: "encryption not configured",
      stack: [resource(INSTANCE, "orders", { engine: "postgres" })],
      findings: [{ resource: "orders", path: "storageEncrypted", message: /storageEncrypted: true/ }],
      fixed: { orders: { storageEncrypted: true } },
    },
    {
      name: "encryption switched off",
      stack: [resource(INSTANCE, "orders", { engine: "mysql", storageEncrypted: false })],
      findings: [{ resource: "orders", path: "storageEncrypted" }],
    },
    {
      name: "encryption not configured where the contract requires customer keys",
      contract: { customerKeys: true },
      stack: [resource(INSTANCE, "orders", { engine: "postgres" })],
      findings: [{ resource: "orders", path: "storageEncrypted", level: "mandatory" }],
    },
    {
      name: "encryption of an Aurora cluster switched off",
      stack: [resource(CLUSTER, "orders", { engine: "aurora-mysql", storageEncrypted: false })],
      findings: [{ resource: "orders", path: "storageEncrypted" }],
    },
    {
      name: "a Multi-AZ DB cluster, which AWS does not encrypt by default",
      stack: [
        resource(CLUSTER, "orders", { engine: "postgres", engineMode: "", dbClusterInstanceClass: "db.m6gd.large" }),
      ],
      findings: [{ resource: "orders", path: "storageEncrypted" }],
    },
    {
      name: "a replica that has been promoted",
      stack: [resource(INSTANCE, "orders", { engine: "mysql", replicateSourceDb: "", storageEncrypted: false })],
      findings: [{ resource: "orders", path: "storageEncrypted" }],
    },
  ],
  undecided: [
    {
      name: "a value that is not known yet",
      stack: [resource(CLUSTER, "orders", { engine: "aurora-mysql", storageEncrypted: unknown })],
      at: ["orders.storageEncrypted"],
    },
    {
      name: "an instance whose engine is not known yet, which may be an Aurora instance",
      stack: [resource(INSTANCE, "orders", { engine: unknown })],
      at: ["orders.engine"],
    },
    {
      name: "a cluster whose engine is not known yet, which may be Aurora",
      stack: [resource(CLUSTER, "orders", { engine: unknown })],
      at: ["orders.engine"],
    },
  ],
});
