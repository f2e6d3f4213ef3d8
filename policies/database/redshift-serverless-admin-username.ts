import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-serverless-admin-username",
  category: "database",
  description: "Redshift Serverless namespaces must not use the default administrator name",
  severity: "medium",
  level: "only-if-required",
  why: "An attacker who tries passwords needs a user name first, and tries the default one. Another name makes such attempts useless.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"],
  requirement: {
    types: ["aws:redshiftserverless/namespace:Namespace"],
    property: "adminUsername",
    must: { isNot: "admin" },
    whenAbsent: "admin",
    consequence: "It is the default name, which attackers try first.",
    instead: "Choose another `adminUsername`.",
    correct: "orders_admin",
    example: { namespaceName: "orders" },
  },
});
