import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "opensearch-fine-grained-access",
  category: "identity",
  description: "Search domains must have fine-grained access control",
  severity: "high",
  level: "only-if-required",
  why: "Without it, a client that may send requests to the domain may read and change every index.",
  limits: "Which roles and users exist in the domain.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html",
  ],
  requirement: {
    types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
    property: "advancedSecurityOptions.enabled",
    must: { equals: true },
    whenAbsent: false,
    consequence: "A client that may send requests to the domain may read and change every index.",
    instead: "Set `advancedSecurityOptions: { enabled: true }` with a master user, and encrypt the domain.",
  },
});
