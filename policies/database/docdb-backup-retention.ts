import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "docdb-backup-retention",
  category: "database",
  description: "DocumentDB must keep backups long enough",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["backupRetentionDays"],
  why: "A cluster is restored from its backups. An error that is noticed later than they reach back is final.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"],
  requirement: {
    types: ["aws:docdb/cluster:Cluster"],
    property: "backupRetentionPeriod",
    must: { atLeast: 7, setting: { key: "backupRetentionDays" } },
    whenAbsent: 1,
    fix: 7,
    consequence: "Errors that are noticed later cannot be undone.",
    example: { clusterIdentifier: "orders", masterUsername: "orders", manageMasterUserPassword: true },
  },
});
