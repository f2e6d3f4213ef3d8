import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "dms-redis-tls",
  category: "encryption",
  description: "Endpoints of DMS for Redis must use TLS",
  severity: "medium",
  level: "only-if-required",
  why: "Without TLS the data and the password of Redis travel in plain text.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html"],
  requirement: {
    types: ["aws:dms/endpoint:Endpoint"],
    property: "redisSettings.sslSecurityProtocol",
    must: { equals: "ssl-encryption" },
    whenAbsent: "ssl-encryption",
    fix: "ssl-encryption",
    incorrect: "plaintext",
    when: [{ property: "engineName", must: { equals: "redis" } }],
    consequence: "Data and password travel in plain text.",
    example: {
      endpointId: "cache",
      endpointType: "target",
      engineName: "redis",
      redisSettings: { authType: "none", serverName: "redis.example.com", port: 6379 },
    },
  },
});
