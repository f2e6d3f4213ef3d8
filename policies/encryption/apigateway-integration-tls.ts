import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "apigateway-integration-tls",
  category: "encryption",
  description: "Private integrations of APIs must use HTTPS",
  severity: "medium",
  level: "only-if-required",
  why:
    "Traffic from an API through a VPC link is plain HTTP unless the integration names the server whose " +
    "certificate it checks.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"],
  requirement: {
    types: ["aws:apigatewayv2/integration:Integration"],
    property: "tlsConfig.serverNameToVerify",
    must: { isSet: true },
    when: [{ property: "connectionType", must: { equals: "VPC_LINK" } }],
    correct: "orders.internal.example.com",
    consequence: "Requests travel in plain text to the service behind the link.",
    instead: "Set `tlsConfig.serverNameToVerify` to the name on its certificate.",
    example: { apiId: "a1b2c3d4e5", integrationType: "HTTP_PROXY", integrationMethod: "ANY", connectionId: "v1w2x3" },
  },
});
