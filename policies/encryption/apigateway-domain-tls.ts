import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "apigateway-domain-tls",
  category: "encryption",
  description: "Custom domains of APIs must accept only TLS 1.2 or newer",
  severity: "medium",
  level: "advisory",
  why: "TLS 1.0 is broken, and payment standards forbid it. No client of the last ten years needs it.",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html",
  ],
  requirement: {
    types: ["aws:apigateway/domainName:DomainName"],
    property: "securityPolicy",
    must: { isNot: "TLS_1_0" },
    consequence: "Clients can use TLS 1.0.",
    fix: "TLS_1_2",
    example: { domainName: "api.shop.example", endpointConfiguration: { types: "REGIONAL" } },
  },
});
