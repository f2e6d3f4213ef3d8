import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { defineRequirement } from "../../src/rules/requirement";

/** Before version 7 of the provider, the cluster had the setting itself. */
const logsByItself = (cluster: Resource): Certainty => cluster.find("logging")?.bool("enable") ?? false;

export default defineRequirement({
  id: "redshift-audit-logging",
  category: "observability",
  description: "Redshift clusters must log connections and activities",
  severity: "medium",
  level: "only-if-required",
  why: "The audit log shows who connected to the warehouse, from where, and what they ran. Without it an incident cannot be reconstructed.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"],
  requirement: {
    types: ["aws:redshift/cluster:Cluster"],
    companions: [{ types: ["aws:redshift/logging:Logging"], by: "clusterIdentifier" }],
    unless: logsByItself,
    consequence: "The cluster writes no audit log.",
    instead: "Add an aws.redshift.Logging for it.",
    example: { clusterIdentifier: "orders", nodeType: "ra3.large" },
    companionExample: { logDestinationType: "cloudwatch", logExports: ["connectionlog", "userlog"] },
  },
});
