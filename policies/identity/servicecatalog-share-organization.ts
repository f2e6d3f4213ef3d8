import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "servicecatalog-share-organization",
  category: "identity",
  description: "Service Catalog portfolios must be shared within the organization only",
  severity: "medium",
  level: "only-if-required",
  why: "A share with an account stays when that account leaves the organization. A share with the organization ends with the membership.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/servicecatalog-controls.html"],
  requirement: {
    types: ["aws:servicecatalog/portfolioShare:PortfolioShare"],
    property: "type",
    must: { isOneOf: ["ORGANIZATION", "ORGANIZATIONAL_UNIT", "ORGANIZATION_MEMBER_ACCOUNT"] },
    consequence: "An account outside of the organization can use the portfolio.",
    incorrect: "ACCOUNT",
    example: { portfolioId: "port-0a1b2c3d4e5f6", principalId: "o-0a1b2c3d4e" },
  },
});
