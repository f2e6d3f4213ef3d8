import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-version-upgrade",
  category: "database",
  description: "Redshift clusters must upgrade to new versions by themselves",
  severity: "medium",
  level: "only-if-required",
  why: "New versions of Redshift bring security fixes and end the support of older ones. A cluster that does not take them keeps known vulnerabilities.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"],
  requirement: {
    types: ["aws:redshift/cluster:Cluster"],
    property: "allowVersionUpgrade",
    must: { equals: true },
    whenAbsent: true,
    consequence: "The cluster keeps its version, with the bugs that newer ones fix.",
    fix: true,
    example: { clusterIdentifier: "orders", nodeType: "ra3.large" },
  },
});
