import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "acm-rsa-key-length",
  category: "encryption",
  description: "RSA certificates must have keys of at least 2,048 bits",
  severity: "high",
  level: "only-if-required",
  why:
    "RSA keys of 1,024 bits can be broken with the means of a large organization, and browsers have rejected " +
    "them for years.",
  limits: "The keys of certificates that are imported as text.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html"],
  requirement: {
    types: ["aws:acm/certificate:Certificate"],
    property: "keyAlgorithm",
    must: { isNot: "RSA_1024" },
    whenAbsent: "RSA_2048",
    correct: "RSA_2048",
    consequence: "Such a key can be broken.",
    instead: 'Set `keyAlgorithm: "RSA_2048"` or "EC_prime256v1".',
    example: { domainName: "shop.example.com", validationMethod: "DNS" },
  },
});
