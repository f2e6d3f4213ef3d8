import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "cognito-threat-protection-custom",
  category: "identity",
  description: "User pools must block suspicious sign-ins by custom authentication",
  severity: "medium",
  level: "only-if-required",
  why: "Custom authentication has its own setting of threat protection, which is off where nothing sets it.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"],
  requirement: {
    types: ["aws:cognito/userPool:UserPool"],
    property: "userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode",
    must: { equals: "ENFORCED" },
    incorrect: "AUDIT",
    consequence: "Suspicious sign-ins by custom authentication are not blocked.",
    example: {
      name: "customers",
      lambdaConfig: { defineAuthChallenge: "arn:aws:lambda:us-east-1:464738291005:function:auth" },
    },
  },
});
