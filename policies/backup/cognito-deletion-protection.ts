import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cognito-deletion-protection",
  category: "backup",
  description: "User pools must be protected from deletion",
  severity: "medium",
  level: "only-if-required",
  why: "A deleted user pool is gone with all accounts, and the passwords in it cannot be restored from anywhere.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"],
  requirement: {
    types: ["aws:cognito/userPool:UserPool"],
    property: "deletionProtection",
    must: { equals: "ACTIVE" },
    whenAbsent: "INACTIVE",
    fix: "ACTIVE",
    consequence: "One wrong call deletes all accounts.",
    example: { name: "customers" },
  },
});
