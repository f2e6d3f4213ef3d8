import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-snapshot-retention",
  category: "backup",
  description: "Redshift clusters must keep automated snapshots long enough",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["backupRetentionDays"],
  why: "Automated snapshots are what a cluster is restored from after a mistake. AWS keeps them for one day unless the cluster sets another period, and a mistake on a Friday is found on a Monday.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"],
  requirement: {
    types: ["aws:redshift/cluster:Cluster"],
    property: "automatedSnapshotRetentionPeriod",
    must: { atLeast: 7, setting: { key: "backupRetentionDays" } },
    whenAbsent: 1,
    consequence: "What was deleted or overwritten earlier cannot be restored.",
    fix: 7,
    example: { clusterIdentifier: "orders", nodeType: "ra3.large" },
  },
});
