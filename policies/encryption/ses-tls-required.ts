import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ses-tls-required",
  category: "encryption",
  description: "SES configuration sets must require TLS",
  severity: "medium",
  level: "only-if-required",
  why: "By default SES sends a message in plain text where the receiving server does not offer TLS, so that it can be read on the way.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ses-controls.html"],
  requirement: [
    {
      types: ["aws:sesv2/configurationSet:ConfigurationSet"],
      property: "deliveryOptions.tlsPolicy",
      must: { equals: "REQUIRE" },
      whenAbsent: "OPTIONAL",
      consequence: "Messages may be sent in plain text.",
      fix: "REQUIRE",
      example: { configurationSetName: "orders" },
    },
    {
      types: ["aws:ses/configurationSet:ConfigurationSet"],
      property: "deliveryOptions.tlsPolicy",
      must: { equals: "Require" },
      whenAbsent: "Optional",
      consequence: "Messages may be sent in plain text.",
      fix: "Require",
      example: { name: "orders" },
    },
  ],
});
