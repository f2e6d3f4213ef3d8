import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "appsync-cache-encrypted-in-transit",
  category: "encryption",
  description: "Caches of AppSync must be encrypted in transit",
  severity: "medium",
  level: "only-if-required",
  why:
    "A cache holds the responses of an API, with whatever its clients may see. It can only be encrypted when " +
    "it is created.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/appsync-controls.html"],
  requirement: {
    types: ["aws:appsync/apiCache:ApiCache"],
    property: "transitEncryptionEnabled",
    must: { equals: true },
    whenAbsent: false,
    fix: true,
    fixWhenNew: true,
    consequence: "Cached responses travel in plain text.",
    example: { apiId: "a1b2c3d4e5", apiCachingBehavior: "FULL_REQUEST_CACHING", type: "SMALL", ttl: 900 },
  },
});
