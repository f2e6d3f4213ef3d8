import { defineRequirement, type Expectation, type Requirement, type Scalar } from "../../src/rules/requirement";

const STRONG = {
  minimumLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
};

const strong = (name: string, must: Expectation, whenAbsent: Scalar, consequence: string): Requirement => ({
  types: ["aws:cognito/userPool:UserPool"],
  property: `passwordPolicy.${name}`,
  must,
  whenAbsent,
  when: [{ property: "passwordPolicy", must: { isSet: true } }],
  consequence,
  example: { name: "customers", passwordPolicy: STRONG },
});

export default defineRequirement({
  id: "cognito-password-policy",
  category: "identity",
  description: "User pools must require strong passwords",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["passwordPolicy"],
  why: "Short and simple passwords are guessed, and those that users get by mail should soon be replaced.",
  limits: "Pools without a password policy, for which the default of Cognito is strong.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html"],
  requirement: [
    strong(
      "minimumLength",
      { atLeast: 8, setting: { key: "passwordPolicy.minimumLength" } },
      8,
      "Short passwords can be guessed.",
    ),
    strong("requireLowercase", { equals: true }, false, "Simple passwords can be guessed."),
    strong("requireUppercase", { equals: true }, false, "Simple passwords can be guessed."),
    strong("requireNumbers", { equals: true }, false, "Simple passwords can be guessed."),
    strong("requireSymbols", { equals: true }, false, "Simple passwords can be guessed."),
    strong(
      "temporaryPasswordValidityDays",
      { atMost: 7, setting: { key: "passwordPolicy.temporaryDays" } },
      7,
      "Passwords that were sent by mail stay valid for long.",
    ),
    {
      ...strong(
        "passwordHistorySize",
        { atLeast: 24, setting: { key: "passwordPolicy.reusePrevention", isOptional: true } },
        0,
        "Users can go back to a password that has leaked.",
      ),
    },
  ],
});
