import type { ControlCase } from "./case";

export default [
  {
    control: "Neptune.1",
    rule: "neptune-encrypted",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune" },
    compliant: { engine: "neptune", storageEncrypted: true },
  },
  {
    control: "Neptune.2",
    rule: "neptune-audit-logs",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune", enableCloudwatchLogsExports: ["slowquery"] },
    compliant: { engine: "neptune", enableCloudwatchLogsExports: ["audit"] },
  },
  {
    control: "Neptune.4",
    rule: "neptune-deletion-protection",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune" },
    compliant: { engine: "neptune", deletionProtection: true },
  },
  {
    control: "Neptune.5",
    rule: "neptune-backup-retention",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune" },
    compliant: { engine: "neptune", backupRetentionPeriod: 7 },
  },
  {
    control: "Neptune.7",
    rule: "neptune-iam-authentication",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune" },
    compliant: { engine: "neptune", iamDatabaseAuthenticationEnabled: true },
  },
  {
    control: "Neptune.8",
    rule: "neptune-copy-tags",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune" },
    compliant: { engine: "neptune", copyTagsToSnapshot: true },
  },
  {
    control: "Neptune.9",
    rule: "neptune-multi-az",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune" },
    compliant: { engine: "neptune" },
    othersOfViolating: [
      {
        type: "aws:neptune/clusterInstance:ClusterInstance",
        name: "one",
        inputs: { clusterIdentifier: "${it.id}", instanceClass: "db.r6g.large" },
      },
    ],
    othersOfCompliant: [
      {
        type: "aws:neptune/clusterInstance:ClusterInstance",
        name: "one",
        inputs: { clusterIdentifier: "${it.id}", instanceClass: "db.r6g.large" },
      },
      {
        type: "aws:neptune/clusterInstance:ClusterInstance",
        name: "two",
        inputs: { clusterIdentifier: "${it.id}", instanceClass: "db.r6g.large" },
      },
    ],
  },
  {
    control: "Neptune.9",
    rule: "neptune-multi-az",
    type: "aws:neptune/cluster:Cluster",
    violating: { engine: "neptune" },
    compliant: { engine: "neptune" },
    about: "two instances in one zone",
    othersOfViolating: [
      {
        type: "aws:neptune/clusterInstance:ClusterInstance",
        name: "one",
        inputs: { clusterIdentifier: "${it.id}", instanceClass: "db.r6g.large", availabilityZone: "us-east-1a" },
      },
      {
        type: "aws:neptune/clusterInstance:ClusterInstance",
        name: "two",
        inputs: { clusterIdentifier: "${it.id}", instanceClass: "db.r6g.large", availabilityZone: "us-east-1a" },
      },
    ],
    othersOfCompliant: [
      {
        type: "aws:neptune/clusterInstance:ClusterInstance",
        name: "one",
        inputs: { clusterIdentifier: "${it.id}", instanceClass: "db.r6g.large", availabilityZone: "us-east-1a" },
      },
      {
        type: "aws:neptune/clusterInstance:ClusterInstance",
        name: "two",
        inputs: { clusterIdentifier: "${it.id}", instanceClass: "db.r6g.large", availabilityZone: "us-east-1b" },
      },
    ],
  },
] satisfies ControlCase[];
