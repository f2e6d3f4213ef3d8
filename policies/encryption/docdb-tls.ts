import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "docdb-tls",
  category: "encryption",
  description: "DocumentDB clusters must require TLS",
  severity: "medium",
  level: "only-if-required",
  why: "Without TLS, passwords and documents travel in plain text between clients and the cluster.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html"],
  requirement: {
    types: ["aws:docdb/clusterParameterGroup:ClusterParameterGroup"],
    property: "parameters[name=tls].value",
    must: { isNot: "disabled" },
    whenAbsent: "enabled",
    fix: "enabled",
    consequence: "Clients may connect in plain text.",
    example: { family: "docdb5.0" },
  },
});
