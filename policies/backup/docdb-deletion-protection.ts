import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "docdb-deletion-protection",
  category: "backup",
  description: "DocumentDB clusters must be protected from deletion",
  severity: "medium",
  level: "only-if-required",
  why: "One wrong call deletes a cluster that is not protected, with its data and automated backups.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"],
  requirement: {
    types: ["aws:docdb/cluster:Cluster"],
    property: "deletionProtection",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    consequence: "One wrong call deletes the cluster.",
    example: { clusterIdentifier: "orders", masterUsername: "orders", manageMasterUserPassword: true },
  },
});
