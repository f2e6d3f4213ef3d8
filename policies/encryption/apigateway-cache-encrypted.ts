import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "apigateway-cache-encrypted",
  category: "encryption",
  description: "Caches of REST APIs must be encrypted",
  severity: "medium",
  level: "only-if-required",
  why:
    "A cache holds what the API has returned to its clients. Encryption keeps that from being read outside of " +
    "the API.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"],
  requirement: {
    types: ["aws:apigateway/methodSettings:MethodSettings"],
    property: "settings.cacheDataEncrypted",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    when: [{ property: "settings.cachingEnabled", must: { equals: true } }],
    consequence: "Responses are cached in plain text.",
    example: { restApi: "a1b2c3d4e5", stageName: "live", methodPath: "*/*" },
  },
});
