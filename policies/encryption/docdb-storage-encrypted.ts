import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "docdb-storage-encrypted",
  category: "encryption",
  description: "DocumentDB clusters must be encrypted",
  severity: "medium",
  level: "only-if-required",
  why: "Encryption covers the storage, the backups and the logs. It can only be chosen when a cluster is created.",
  limits: "Clusters that are restored from a snapshot.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"],
  requirement: {
    types: ["aws:docdb/cluster:Cluster"],
    property: "storageEncrypted",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    fixWhenNew: true,
    // What is restored may be encrypted already.
    when: [{ property: "snapshotIdentifier", must: { isAbsent: true } }],
    consequence: "Data and backups are stored in plain text.",
    example: { clusterIdentifier: "orders", masterUsername: "orders", manageMasterUserPassword: true },
  },
});
