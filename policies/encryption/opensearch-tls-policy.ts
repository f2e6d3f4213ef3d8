import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "opensearch-tls-policy",
  category: "encryption",
  description: "Search domains must require a current version of TLS",
  severity: "medium",
  level: "only-if-required",
  why:
    "Older policies accept TLS 1.0 and ciphers without forward secrecy, and a domain that accepts HTTP sends its " +
    "documents in plain text.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/infrastructure-security.html",
  ],
  requirement: [
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "domainEndpointOptions.enforceHttps",
      must: { equals: true },
      whenAbsent: true,
      consequence: "The domain accepts requests without TLS.",
      fix: true,
      example: { domainEndpointOptions: { tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" } },
    },
    {
      types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
      property: "domainEndpointOptions.tlsSecurityPolicy",
      must: { isOneOf: ["Policy-Min-TLS-1-2-PFS-2023-10", "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08"] },
      whenAbsent: "Policy-Min-TLS-1-2-2019-07",
      consequence: "The domain accepts ciphers without forward secrecy.",
      fix: "Policy-Min-TLS-1-2-PFS-2023-10",
      incorrect: "Policy-Min-TLS-1-0-2019-07",
    },
  ],
});
