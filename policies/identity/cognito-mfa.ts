import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cognito-mfa",
  category: "identity",
  description: "User pools must have multi-factor authentication",
  severity: "medium",
  level: "only-if-required",
  why: "A second factor keeps an account safe when its password is known to others.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"],
  requirement: {
    types: ["aws:cognito/userPool:UserPool"],
    property: "mfaConfiguration",
    must: { isOneOf: ["ON", "OPTIONAL"] },
    whenAbsent: "OFF",
    incorrect: "OFF",
    consequence: "A password alone signs a user in.",
    instead: 'Set `mfaConfiguration: "ON"` and `softwareTokenMfaConfiguration: { enabled: true }`.',
    example: { name: "customers" },
  },
});
