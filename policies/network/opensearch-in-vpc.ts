import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "opensearch-in-vpc",
  category: "network",
  description: "Search domains must be in a VPC",
  severity: "critical",
  level: "only-if-required",
  why:
    "A domain outside of a VPC has an address on the internet: one wrong statement of its access policy opens the " +
    "indexes to everyone.",
  limits: "Whether the access policy admits everyone (resource-policy-public).",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html",
    "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
  ],
  requirement: {
    types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
    property: "vpcOptions.subnetIds",
    must: { isSet: true },
    consequence: "The domain has an address on the internet, and only its access policy protects it.",
    instead: "Set `vpcOptions` with subnets and security groups.",
    correct: ["subnet-0123456789abcdef0"],
  },
});
