import type { ServiceConstraints } from "../form";

const POOL = "aws:cognito/userPool:UserPool";
const CLIENT = "aws:cognito/userPoolClient:UserPoolClient";
const CREATE_POOL =
  "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html";
const CREATE_CLIENT =
  "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html";
const MAIL =
  "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.cognito.user-pool.aliases-or-names": {
      type: POOL,
      require: { atMostOne: ["aliasAttributes", "usernameAttributes"] },
      must: "Addresses are either names or aliases of users: leave out `aliasAttributes` or `usernameAttributes`.",
      source: CREATE_POOL,
      accepts: [{ aliasAttributes: ["email"] }, { usernameAttributes: ["email"] }],
      rejects: [{ aliasAttributes: ["email"], usernameAttributes: ["email"] }],
    },
    "aws.cognito.user-pool.mfa-method": {
      type: POOL,
      when: { mfaConfiguration: ["ON", "OPTIONAL"] },
      require: [
        { softwareTokenMfaConfiguration: { present: true } },
        { smsConfiguration: { present: true } },
        { emailMfaConfiguration: { present: true } },
        { webAuthnConfiguration: { present: true } },
      ],
      must: "A second factor requires `softwareTokenMfaConfiguration`, `smsConfiguration`, `emailMfaConfiguration` or `webAuthnConfiguration`.",
      source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html",
      accepts: [
        { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } },
        { mfaConfiguration: "OPTIONAL", smsConfiguration: { externalId: "x", snsCallerArn: "y" } },
        { mfaConfiguration: "OFF" },
        { mfaConfiguration: "ON", emailMfaConfiguration: { subject: "x" } },
        { mfaConfiguration: "ON", webAuthnConfiguration: { relyingPartyId: "x" } },
      ],
      rejects: [{ mfaConfiguration: "ON" }, { mfaConfiguration: "OPTIONAL" }],
    },
    "aws.cognito.user-pool.developer-email": {
      type: POOL,
      when: { "emailConfiguration.emailSendingAccount": "DEVELOPER" },
      require: { "emailConfiguration.sourceArn": { present: true } },
      must: "Sending with your own identity requires `emailConfiguration.sourceArn`.",
      source: MAIL,
      accepts: [
        { emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: "x" } },
        { emailConfiguration: { emailSendingAccount: "COGNITO_DEFAULT" } },
      ],
      rejects: [{ emailConfiguration: { emailSendingAccount: "DEVELOPER" } }],
    },
    "aws.cognito.user-pool.password-length": {
      type: POOL,
      require: { "passwordPolicy.minimumLength": { min: 6, max: 99 } },
      must: "`passwordPolicy.minimumLength` must be from 6 to 99.",
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
      accepts: [{ passwordPolicy: { minimumLength: 12 } }],
      rejects: [{ passwordPolicy: { minimumLength: 4 } }, { passwordPolicy: { minimumLength: 128 } }],
    },
    "aws.cognito.user-pool-client.oauth-scopes": {
      type: CLIENT,
      when: { allowedOauthFlows: { minItems: 1 } },
      require: { allowedOauthScopes: { present: true } },
      must: "Flows require `allowedOauthScopes`.",
      source: CREATE_CLIENT,
      accepts: [{ allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"], callbackUrls: ["https://shop.io"] }],
      rejects: [{ allowedOauthFlows: ["code"], callbackUrls: ["https://shop.io"] }],
    },
    "aws.cognito.user-pool-client.callback": {
      type: CLIENT,
      when: [{ allowedOauthFlows: { contains: "code" } }, { allowedOauthFlows: { contains: "implicit" } }],
      require: { callbackUrls: { present: true } },
      must: 'The flows "code" and "implicit" require `callbackUrls`.',
      source: CREATE_CLIENT,
      accepts: [
        { allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"], callbackUrls: ["https://shop.io"] },
        { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"], generateSecret: true },
      ],
      rejects: [{ allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"] }],
    },
    "aws.cognito.user-pool-client.client-credentials-secret": {
      type: CLIENT,
      when: { allowedOauthFlows: { contains: "client_credentials" } },
      defaults: { generateSecret: false },
      require: { generateSecret: true },
      must: 'The flow "client_credentials" requires `generateSecret: true`.',
      source: CREATE_CLIENT,
      accepts: [
        { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"], generateSecret: true },
      ],
      rejects: [
        { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"], generateSecret: false },
        { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"] },
      ],
    },
    "aws.cognito.user-pool-client.client-credentials-alone": {
      type: CLIENT,
      when: { allowedOauthFlows: { contains: "client_credentials" } },
      require: { allowedOauthFlows: { maxItems: 1 } },
      must: 'The flow "client_credentials" goes with no other flow.',
      source: CREATE_CLIENT,
      accepts: [
        { allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["orders/read"], generateSecret: true },
      ],
      rejects: [
        {
          allowedOauthFlows: ["client_credentials", "code"],
          allowedOauthScopes: ["orders/read"],
          generateSecret: true,
          callbackUrls: ["https://shop.io"],
        },
      ],
    },
    "aws.cognito.user-pool-client.default-redirect": {
      type: CLIENT,
      when: { defaultRedirectUri: { present: true } },
      require: { callbackUrls: { present: true } },
      must: "`defaultRedirectUri` must be one of `callbackUrls`.",
      source: CREATE_CLIENT,
      accepts: [{ callbackUrls: ["https://shop.io"], defaultRedirectUri: "https://shop.io" }],
      rejects: [{ defaultRedirectUri: "https://shop.io" }],
    },
  },
} satisfies ServiceConstraints;
