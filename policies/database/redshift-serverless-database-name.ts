import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-serverless-database-name",
  category: "database",
  description: "Redshift Serverless namespaces must not use the default database name",
  severity: "low",
  level: "only-if-required",
  why: "Attackers and tools that look for open databases try the default name first. A name of your own also shows what a connection string is for.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"],
  requirement: {
    types: ["aws:redshiftserverless/namespace:Namespace"],
    property: "dbName",
    must: { isNot: "dev" },
    whenAbsent: "dev",
    consequence: "It is the default name, which attackers try first.",
    instead: "Choose another `dbName`.",
    correct: "orders",
    example: { namespaceName: "orders" },
  },
});
