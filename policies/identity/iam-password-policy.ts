import { IAM_ACCOUNT_PASSWORD_POLICY } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

const STRONG = {
  minimumPasswordLength: 14,
  requireLowercaseCharacters: true,
  requireNumbers: true,
  requireSymbols: true,
  requireUppercaseCharacters: true,
};

export default defineRequirement({
  id: "iam-password-policy",
  category: "identity",
  description: "The password policy of the account must be strong",
  severity: "medium",
  level: "advisory-unless-required",
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
      must: { atLeast: 8 },
      whenAbsent: 6,
      consequence: "Passwords of IAM users may be easy to guess.",
      instead: "Set `minimumPasswordLength: 14`.",
      correct: 14,
      example: STRONG,
    },
  ],
});
