import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-admin-username",
  category: "database",
  description: "Redshift clusters must not use the default name of the administrator",
  severity: "medium",
  level: "only-if-required",
  why: "An attacker who tries passwords needs a user name first, and tries the default one. Another name makes such attempts useless.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"],
  requirement: {
    types: ["aws:redshift/cluster:Cluster"],
    property: "masterUsername",
    must: { isNot: "awsuser" },
    consequence: "It is the default name, which attackers try first.",
    instead: "Choose another name; the cluster is replaced by that.",
    correct: "orders_admin",
    example: { clusterIdentifier: "orders", nodeType: "ra3.large" },
  },
});
