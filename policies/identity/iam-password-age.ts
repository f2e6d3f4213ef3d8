import { IAM_ACCOUNT_PASSWORD_POLICY } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "iam-password-age",
  category: "identity",
  description: "Passwords of IAM users must expire",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["passwordPolicy.maximumAgeDays"],
  why: "A password that has leaked without anyone noticing opens the account until it is changed.",
  references: [
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html",
  ],
  requirement: {
    types: [IAM_ACCOUNT_PASSWORD_POLICY],
    property: "maxPasswordAge",
    must: { atMost: 90, isNoLimitAtZero: true, setting: { key: "passwordPolicy.maximumAgeDays" } },
    whenAbsent: 0,
    consequence: "A password that has leaked stays valid for long.",
    correct: 90,
    incorrect: 365,
    example: { minimumPasswordLength: 14 },
  },
});
