import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-serverless-log-exports",
  category: "observability",
  description: "Redshift Serverless namespaces must export connection and user logs",
  severity: "medium",
  level: "only-if-required",
  why: "The exported logs show who connected to the warehouse and who changed its users. Without them an incident cannot be reconstructed.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"],
  requirement: {
    types: ["aws:redshiftserverless/namespace:Namespace"],
    property: "logExports",
    must: { containsAll: ["connectionlog", "userlog"] },
    consequence: "CloudWatch Logs does not get all of the connection and user logs.",
    example: { namespaceName: "orders" },
  },
});
