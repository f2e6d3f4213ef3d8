import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cognito-threat-protection",
  category: "identity",
  description: "User pools must block suspicious sign-ins",
  severity: "medium",
  level: "only-if-required",
  why: "Threat protection compares sign-ins with leaked passwords and with where a user usually signs in from.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"],
  requirement: {
    types: ["aws:cognito/userPool:UserPool"],
    property: "userPoolAddOns.advancedSecurityMode",
    must: { equals: "ENFORCED" },
    whenAbsent: "OFF",
    incorrect: "AUDIT",
    consequence: "Sign-ins with leaked passwords are not blocked.",
    example: { name: "customers" },
  },
});
