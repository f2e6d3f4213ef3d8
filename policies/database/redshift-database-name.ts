import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { defineRequirement } from "../../src/rules/requirement";

/** A cluster that is restored has the databases of its snapshot. */
const isRestored = (cluster: Resource): Certainty =>
  !cluster.at("snapshotIdentifier").isAbsent || !cluster.at("snapshotArn").isAbsent;

export default defineRequirement({
  id: "redshift-database-name",
  category: "database",
  description: "Redshift clusters must not use the default name of the database",
  severity: "low",
  level: "only-if-required",
  why: "Attackers and tools that look for open databases try the default name first. A name of your own also shows what a connection string is for.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html"],
  requirement: {
    types: ["aws:redshift/cluster:Cluster"],
    property: "databaseName",
    must: { isNot: "dev" },
    whenAbsent: "dev",
    consequence: "It is the default name, which attackers try first.",
    instead: "Choose another `databaseName`; the cluster is replaced by that.",
    correct: "orders",
    unless: isRestored,
    example: { clusterIdentifier: "orders", nodeType: "ra3.large" },
  },
});
