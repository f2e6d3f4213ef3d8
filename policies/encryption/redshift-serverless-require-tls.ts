import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "redshift-serverless-require-tls",
  category: "encryption",
  description: "Redshift Serverless workgroups must require TLS",
  severity: "medium",
  level: "only-if-required",
  why: "A workgroup that accepts unencrypted connections sends passwords and query results readable over the network, as soon as one client is set up that way.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/redshiftserverless-controls.html"],
  requirement: {
    types: ["aws:redshiftserverless/workgroup:Workgroup"],
    property: "configParameters[parameterKey=require_ssl].parameterValue",
    must: { equals: true },
    whenAbsent: true,
    consequence: "Clients can connect without TLS.",
    instead: 'Set "require_ssl" to "true" in `configParameters`.',
    correct: "true",
    incorrect: "false",
    example: { namespaceName: "orders", workgroupName: "orders" },
  },
});
