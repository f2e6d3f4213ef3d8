import type { ControlCase } from "./case";

const CLUSTER = "aws:docdb/cluster:Cluster";
const cluster = { clusterIdentifier: "orders", masterUsername: "orders" };

export default [
  {
    control: "DocumentDB.1",
    rule: "docdb-storage-encrypted",
    type: CLUSTER,
    violating: { ...cluster, storageEncrypted: false },
    compliant: { ...cluster, storageEncrypted: true },
  },
  {
    control: "DocumentDB.2",
    rule: "docdb-backup-retention",
    type: CLUSTER,
    violating: { ...cluster, backupRetentionPeriod: 3 },
    compliant: { ...cluster, backupRetentionPeriod: 14 },
  },
  {
    control: "DocumentDB.4",
    rule: "docdb-audit-logs",
    type: CLUSTER,
    violating: { ...cluster, enabledCloudwatchLogsExports: ["profiler"] },
    compliant: { ...cluster, enabledCloudwatchLogsExports: ["audit", "profiler"] },
  },
  {
    control: "DocumentDB.5",
    rule: "docdb-deletion-protection",
    type: CLUSTER,
    violating: { ...cluster, deletionProtection: false },
    compliant: { ...cluster, deletionProtection: true },
  },
  {
    control: "DocumentDB.6",
    rule: "docdb-tls",
    type: "aws:docdb/clusterParameterGroup:ClusterParameterGroup",
    violating: {
      family: "docdb5.0",
      parameters: [
        { name: "audit_logs", value: "enabled" },
        { name: "tls", value: "disabled" },
      ],
    },
    compliant: { family: "docdb5.0", parameters: [{ name: "tls", value: "tls1.2+" }] },
  },
] satisfies ControlCase[];
