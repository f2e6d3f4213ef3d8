import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cognito-unauthenticated-identities",
  category: "identity",
  description: "Identity pools must not give credentials to guests",
  severity: "medium",
  level: "only-if-required",
  why:
    "With guest access everyone on the internet gets temporary credentials of AWS, with what the role of " +
    "guests allows.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"],
  requirement: {
    types: ["aws:cognito/identityPool:IdentityPool"],
    property: "allowUnauthenticatedIdentities",
    must: { isNot: true },
    whenAbsent: false,
    fix: false,
    consequence: "Everyone gets credentials of AWS without signing in.",
    example: { identityPoolName: "customers" },
  },
});
