import type { ControlCase } from "./case";

const POOL = "aws:cognito/userPool:UserPool";
const strong = {
  minimumLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: 3,
};
const custom = {
  name: "customers",
  lambdaConfig: { defineAuthChallenge: "arn:aws:lambda:us-east-1:464738291005:function:auth" },
};

export default [
  {
    control: "Cognito.1",
    rule: "cognito-threat-protection",
    type: POOL,
    violating: { name: "customers", userPoolAddOns: { advancedSecurityMode: "AUDIT" } },
    compliant: { name: "customers", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } },
  },
  {
    control: "Cognito.1",
    rule: "cognito-threat-protection",
    type: POOL,
    violating: { name: "customers" },
    compliant: { name: "customers", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } },
  },
  {
    control: "Cognito.2",
    rule: "cognito-unauthenticated-identities",
    type: "aws:cognito/identityPool:IdentityPool",
    violating: { identityPoolName: "customers", allowUnauthenticatedIdentities: true },
    compliant: { identityPoolName: "customers", allowUnauthenticatedIdentities: false },
  },
  {
    control: "Cognito.3",
    rule: "cognito-password-policy",
    type: POOL,
    violating: { name: "customers", passwordPolicy: { ...strong, minimumLength: 6 } },
    compliant: { name: "customers", passwordPolicy: strong },
  },
  {
    control: "Cognito.3",
    rule: "cognito-password-policy",
    type: POOL,
    violating: { name: "customers", passwordPolicy: { ...strong, requireSymbols: false } },
    compliant: { name: "customers" },
  },
  {
    control: "Cognito.4",
    rule: "cognito-threat-protection-custom",
    type: POOL,
    violating: { ...custom, userPoolAddOns: { advancedSecurityMode: "ENFORCED" } },
    compliant: {
      ...custom,
      userPoolAddOns: {
        advancedSecurityMode: "ENFORCED",
        advancedSecurityAdditionalFlows: { customAuthMode: "ENFORCED" },
      },
    },
  },
  {
    control: "Cognito.5",
    rule: "cognito-mfa",
    type: POOL,
    violating: { name: "customers", mfaConfiguration: "OFF" },
    compliant: { name: "customers", mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } },
  },
  {
    control: "Cognito.6",
    rule: "cognito-deletion-protection",
    type: POOL,
    violating: { name: "customers", deletionProtection: "INACTIVE" },
    compliant: { name: "customers", deletionProtection: "ACTIVE" },
  },
] satisfies ControlCase[];
