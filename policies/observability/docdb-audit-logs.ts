import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "docdb-audit-logs",
  category: "observability",
  description: "DocumentDB clusters must publish audit logs",
  severity: "medium",
  level: "only-if-required",
  why: "Audit logs show who signed in and what they changed in the databases of a cluster.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"],
  requirement: {
    types: ["aws:docdb/cluster:Cluster"],
    property: "enabledCloudwatchLogsExports",
    must: { containsAll: ["audit"] },
    consequence: "Access to the data leaves no trace.",
    instead: 'Add "audit" to `enabledCloudwatchLogsExports`, and set "audit_logs" in the parameter group.',
    example: { clusterIdentifier: "orders", masterUsername: "orders", manageMasterUserPassword: true },
  },
});
