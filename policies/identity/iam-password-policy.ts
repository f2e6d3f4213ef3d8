import { IAM_ACCOUNT_PASSWORD_POLICY } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

const STRONG = {
  minimumPasswordLength: 14,
  requireLowercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  requireUppercaseCharacters: true,
};

const LENGTH_OF_CIS = { "CIS AWS Foundations 5.0": 14, "CIS AWS Foundations 7.0": 14 };
const REUSE_OF_CIS = { "CIS AWS Foundations 5.0": 24, "CIS AWS Foundations 7.0": 24 };

export default defineRequirement({
  id: "iam-password-policy",
  category: "identity",
  description: "The password policy of the account must be strong",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["passwordPolicy"],
  why: "The policy of the account decides how easily the password of an IAM user is guessed. AWS lets each requirement be left out.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html"],
  requirement: [
    ...["requireUppercaseCharacters", "requireLowercaseCharacters", "requireSymbols", "requireNumbers"].map(
      (property) => ({
        types: [IAM_ACCOUNT_PASSWORD_POLICY],
        property,
        must: { equals: true },
        whenAbsent: false,
        consequence: "Passwords of IAM users may be easy to guess.",
        fix: true,
        example: STRONG,
      }),
    ),
    {
      types: [IAM_ACCOUNT_PASSWORD_POLICY],
      property: "minimumPasswordLength",
      must: { atLeast: 8, setting: { key: "passwordPolicy.minimumLength", byFramework: LENGTH_OF_CIS } },
      whenAbsent: 6,
      consequence: "Passwords of IAM users may be easy to guess.",
      correct: 14,
      example: STRONG,
    },
    {
      types: [IAM_ACCOUNT_PASSWORD_POLICY],
      property: "passwordReusePrevention",
      must: {
        atLeast: 24,
        setting: { key: "passwordPolicy.reusePrevention", byFramework: REUSE_OF_CIS, isOptional: true },
      },
      whenAbsent: 0,
      consequence: "Users can go back to a password that has leaked.",
      example: STRONG,
    },
  ],
});
