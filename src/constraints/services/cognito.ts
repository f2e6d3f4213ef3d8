import { COGNITO_USER_POOL, COGNITO_USER_POOL_CLIENT } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const RESOURCE_SERVER = "aws:cognito/resourceServer:ResourceServer";
const IDENTITY_PROVIDER = "aws:cognito/identityProvider:IdentityProvider";
const CREATE_POOL =
  "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html";
const CREATE_CLIENT =
  "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html";
const MAIL =
  "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html";

const COGNITO = "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference";
const UPDATES = `${COGNITO}/API_UserAttributeUpdateSettingsType.html`;
const UNITS = `${COGNITO}/API_TokenValidityUnitsType.html`;
const LAMBDA = "arn:aws:lambda:us-east-1:111122223333:function:tokens";

/** A client that signs in with OAuth. */
const oauth = (more: object): Record<string, unknown> => ({ allowedOauthFlowsUserPoolClient: true, ...more });
/** A pool that verifies these attributes before an update, and those at sign-up. */
const updated = (
  attributesRequireVerificationBeforeUpdates: string[],
  autoVerifiedAttributes: string[],
): Record<string, unknown> => ({
  autoVerifiedAttributes,
  userAttributeUpdateSettings: { attributesRequireVerificationBeforeUpdates },
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.cognito.user-pool.aliases-or-names": {
      type: COGNITO_USER_POOL,
      require: { atMostOne: ["aliasAttributes", "usernameAttributes"] },
      must: "Addresses are either names or aliases of users: leave out `aliasAttributes` or `usernameAttributes`.",
      source: CREATE_POOL,
      accepts: [{ aliasAttributes: ["email"] }, { usernameAttributes: ["email"] }],
      rejects: [{ aliasAttributes: ["email"], usernameAttributes: ["email"] }],
    },
    "aws.cognito.user-pool.mfa-method": {
      type: COGNITO_USER_POOL,
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
        {
          mfaConfiguration: "ON",
          emailMfaConfiguration: { subject: "x" },
          emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:us-east-1:111122223333:x" },
        },
        { mfaConfiguration: "ON", webAuthnConfiguration: { relyingPartyId: "x" } },
      ],
      rejects: [{ mfaConfiguration: "ON" }, { mfaConfiguration: "OPTIONAL" }],
    },
    "aws.cognito.user-pool.developer-email": {
      type: COGNITO_USER_POOL,
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
      type: COGNITO_USER_POOL,
      require: { "passwordPolicy.minimumLength": { min: 6, max: 99 } },
      must: "`passwordPolicy.minimumLength` must be from 6 to 99.",
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
      accepts: [{ passwordPolicy: { minimumLength: 12 } }],
      rejects: [{ passwordPolicy: { minimumLength: 4 } }, { passwordPolicy: { minimumLength: 128 } }],
    },
    "aws.cognito.user-pool-client.oauth-scopes": {
      type: COGNITO_USER_POOL_CLIENT,
      when: { allowedOauthFlowsUserPoolClient: true },
      require: { allowedOauthFlows: { present: true }, allowedOauthScopes: { present: true } },
      must: "A client with OAuth requires `allowedOauthFlows` and `allowedOauthScopes`.",
      awsError:
        "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows",
      source: CREATE_CLIENT,
      accepts: [
        oauth({ allowedOauthFlows: ["code"], allowedOauthScopes: ["openid"], callbackUrls: ["https://shop.io"] }),
        // Without the switch, flows are kept and not used.
        { allowedOauthFlows: ["code"], callbackUrls: ["https://shop.io"] },
      ],
      rejects: [
        oauth({ allowedOauthFlows: ["code"], callbackUrls: ["https://shop.io"] }),
        oauth({ allowedOauthScopes: ["openid"] }),
      ],
    },
    "aws.cognito.user-pool-client.callback": {
      type: COGNITO_USER_POOL_CLIENT,
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
      type: COGNITO_USER_POOL_CLIENT,
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
      type: COGNITO_USER_POOL_CLIENT,
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
      type: COGNITO_USER_POOL_CLIENT,
      when: { defaultRedirectUri: { present: true } },
      require: { callbackUrls: { present: true } },
      must: "`defaultRedirectUri` must be one of `callbackUrls`.",
      source: CREATE_CLIENT,
      accepts: [{ callbackUrls: ["https://shop.io"], defaultRedirectUri: "https://shop.io" }],
      rejects: [{ defaultRedirectUri: "https://shop.io" }],
    },
    "aws.cognito.user-pool.custom-required": {
      type: "aws:cognito/userPool:UserPool",
      each: "schemas",
      where: {
        name: {
          not: [
            "address",
            "birthdate",
            "email",
            "email_verified",
            "family_name",
            "gender",
            "given_name",
            "locale",
            "middle_name",
            "name",
            "nickname",
            "phone_number",
            "phone_number_verified",
            "picture",
            "preferred_username",
            "profile",
            "sub",
            "updated_at",
            "website",
            "zoneinfo",
            "identities",
            "username",
          ],
        },
      },
      require: { required: false },
      must: "A custom attribute cannot be required: set `required: false`.",
      awsError: "Required custom attributes are not supported currently",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html",
      accepts: [
        {
          schemas: [
            { name: "tenant", attributeDataType: "String", required: false },
            { name: "email", attributeDataType: "String", required: true },
          ],
        },
      ],
      rejects: [{ schemas: [{ name: "tenant", attributeDataType: "String", required: true }] }],
    },
    "aws.cognito.user-pool.custom-name-length": {
      type: "aws:cognito/userPool:UserPool",
      each: "schemas",
      where: { name: { not: ["phone_number_verified"] } },
      require: { name: { maxLength: 20 } },
      must: "The name of a custom attribute has at most 20 characters.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html",
      accepts: [{ schemas: [{ name: "tenant", attributeDataType: "String" }] }],
      rejects: [{ schemas: [{ name: "identifierOfTheTenant", attributeDataType: "String" }] }],
    },
    "aws.cognito.user-pool-client.flows-of-one-kind": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { explicitAuthFlows: { contains: { startsWith: "ALLOW_" } } },
      require: { explicitAuthFlows: { every: { startsWith: "ALLOW_" } } },
      must: "Flows with and without `ALLOW_` cannot be in one client.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [
        { explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] },
        { explicitAuthFlows: ["USER_PASSWORD_AUTH"] },
      ],
      rejects: [{ explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"] }],
    },
    "aws.cognito.user-pool-client.callback-https": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { callbackUrls: { present: true } },
      require: {
        callbackUrls: {
          every: { not: { matches: /^http:\/\/(?!localhost(?:[:/]|$)|127\.0\.0\.1(?:[:/]|$)|\[::1\])/ } },
        },
      },
      must: "A callback address begins with https, except that of an app or of localhost.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [
        {
          callbackUrls: [
            "https://x.example/cb",
            "http://localhost:3000/cb",
            "myapp://cb",
            "http://127.0.0.1/cb",
            "http://[::1]/cb",
          ],
        },
      ],
      rejects: [{ callbackUrls: ["http://x.example/cb"] }],
    },
    "aws.cognito.user-pool-client.logout-https": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { logoutUrls: { present: true } },
      require: {
        logoutUrls: { every: { not: { matches: /^http:\/\/(?!localhost(?:[:/]|$)|127\.0\.0\.1(?:[:/]|$)|\[::1\])/ } } },
      },
      must: "A logout address begins with https, except that of an app or of localhost.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ logoutUrls: ["https://x.example/out", "http://localhost:3000/", "myapp://out"] }],
      rejects: [{ logoutUrls: ["http://x.example/out"] }],
    },
    "aws.cognito.user-pool-client.access-token-hours": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.accessToken": "hours" },
      require: { accessTokenValidity: { max: 24 } },
      defaults: { "tokenValidityUnits.accessToken": "hours" },
      must: "An access token is valid for at most one day: `accessTokenValidity` is at most 24.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ accessTokenValidity: 24, tokenValidityUnits: { accessToken: "hours" } }],
      rejects: [{ accessTokenValidity: 25, tokenValidityUnits: { accessToken: "hours" } }, { accessTokenValidity: 48 }],
    },
    "aws.cognito.user-pool-client.access-token-minutes": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.accessToken": "minutes" },
      require: { accessTokenValidity: { max: 1440 } },
      must: "An access token is valid for at most one day: `accessTokenValidity` is at most 1440.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ accessTokenValidity: 1440, tokenValidityUnits: { accessToken: "minutes" } }],
      rejects: [{ accessTokenValidity: 1441, tokenValidityUnits: { accessToken: "minutes" } }],
    },
    "aws.cognito.user-pool-client.access-token-days": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.accessToken": "days" },
      require: { accessTokenValidity: { max: 1 } },
      must: "An access token is valid for at most one day: `accessTokenValidity` is at most 1.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ accessTokenValidity: 1, tokenValidityUnits: { accessToken: "days" } }],
      rejects: [{ accessTokenValidity: 2, tokenValidityUnits: { accessToken: "days" } }],
    },
    "aws.cognito.user-pool-client.access-token-seconds": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.accessToken": "seconds" },
      require: { accessTokenValidity: { max: 86400 } },
      must: "An access token is valid for at most one day: `accessTokenValidity` is at most 86400.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ accessTokenValidity: 86400, tokenValidityUnits: { accessToken: "seconds" } }],
      rejects: [{ accessTokenValidity: 86401, tokenValidityUnits: { accessToken: "seconds" } }],
    },
    "aws.cognito.user-pool-client.id-token-hours": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.idToken": "hours" },
      require: { idTokenValidity: { max: 24 } },
      defaults: { "tokenValidityUnits.idToken": "hours" },
      must: "An ID token is valid for at most one day: `idTokenValidity` is at most 24.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ idTokenValidity: 24, tokenValidityUnits: { idToken: "hours" } }],
      rejects: [{ idTokenValidity: 25, tokenValidityUnits: { idToken: "hours" } }, { idTokenValidity: 48 }],
    },
    "aws.cognito.user-pool-client.id-token-minutes": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.idToken": "minutes" },
      require: { idTokenValidity: { max: 1440 } },
      must: "An ID token is valid for at most one day: `idTokenValidity` is at most 1440.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ idTokenValidity: 1440, tokenValidityUnits: { idToken: "minutes" } }],
      rejects: [{ idTokenValidity: 1441, tokenValidityUnits: { idToken: "minutes" } }],
    },
    "aws.cognito.user-pool-client.id-token-days": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.idToken": "days" },
      require: { idTokenValidity: { max: 1 } },
      must: "An ID token is valid for at most one day: `idTokenValidity` is at most 1.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ idTokenValidity: 1, tokenValidityUnits: { idToken: "days" } }],
      rejects: [{ idTokenValidity: 2, tokenValidityUnits: { idToken: "days" } }],
    },
    "aws.cognito.user-pool-client.id-token-seconds": {
      type: "aws:cognito/userPoolClient:UserPoolClient",
      when: { "tokenValidityUnits.idToken": "seconds" },
      require: { idTokenValidity: { max: 86400 } },
      must: "An ID token is valid for at most one day: `idTokenValidity` is at most 86400.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ idTokenValidity: 86400, tokenValidityUnits: { idToken: "seconds" } }],
      rejects: [{ idTokenValidity: 86401, tokenValidityUnits: { idToken: "seconds" } }],
    },
    "aws.cognito.user-pool-domain.reserved": {
      type: "aws:cognito/userPoolDomain:UserPoolDomain",
      when: { certificateArn: { present: false } },
      require: { domain: { not: { matches: /aws|amazon|cognito/ } } },
      must: "The prefix of a domain has no `aws`, `amazon` and `cognito` in it.",
      awsError: "Domain cannot contain reserved word: cognito",
      source: "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain-prefix.html",
      accepts: [{ domain: "orders-464738" }, { domain: "auth.cognito-shop.example", certificateArn: "x" }],
      rejects: [{ domain: "orders-cognito" }],
    },
    "aws.cognito.user-pool-client.default-callback": {
      type: COGNITO_USER_POOL_CLIENT,
      when: { defaultRedirectUri: { present: true }, callbackUrls: { minItems: 1 } },
      require: { callbackUrls: { contains: { sameAs: "../defaultRedirectUri" } } },
      must: "`defaultRedirectUri` must be one of `callbackUrls`.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html",
      accepts: [{ callbackUrls: ["https://shop.io", "https://shop.io/in"], defaultRedirectUri: "https://shop.io/in" }],
      rejects: [{ callbackUrls: ["https://shop.io"], defaultRedirectUri: "https://shop.io/in" }],
    },
    "aws.cognito.user-pool.invitation": {
      type: COGNITO_USER_POOL,
      require: {
        "adminCreateUserConfig.inviteMessageTemplate.emailMessage": {
          matches: /\{username\}[^]*\{####\}|\{####\}[^]*\{username\}/,
        },
        "adminCreateUserConfig.inviteMessageTemplate.smsMessage": {
          matches: /\{username\}[^]*\{####\}|\{####\}[^]*\{username\}/,
        },
      },
      must: "An invitation holds the places of the name and the password: {username} and {####}.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_MessageTemplateType.html",
      accepts: [
        {
          adminCreateUserConfig: {
            inviteMessageTemplate: {
              emailMessage: "{username}: {####}",
              emailSubject: "x",
              smsMessage: "{username}: {####}",
            },
          },
        },
      ],
      rejects: [
        {
          adminCreateUserConfig: {
            inviteMessageTemplate: {
              emailMessage: "Your password is {####}",
              emailSubject: "x",
              smsMessage: "{username}: {####}",
            },
          },
        },
      ],
    },
    "aws.cognito.user-pool.link": {
      type: COGNITO_USER_POOL,
      require: { "verificationMessageTemplate.emailMessageByLink": { matches: /\{##[^#]+##\}/ } },
      must: "A message with a link holds its place and text: {##Click here##}.",
      // The pattern of the API lets a link without a text pass.
      level: "advisory",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerificationMessageTemplateType.html",
      accepts: [
        {
          verificationMessageTemplate: {
            defaultEmailOption: "CONFIRM_WITH_LINK",
            emailMessageByLink: "Please {##click##}",
          },
        },
      ],
      rejects: [
        {
          verificationMessageTemplate: {
            defaultEmailOption: "CONFIRM_WITH_LINK",
            emailMessageByLink: "Please click {####}",
          },
        },
      ],
    },
    "aws.cognito.user-pool.temporary-days": {
      type: COGNITO_USER_POOL,
      require: {
        "passwordPolicy.temporaryPasswordValidityDays": { min: 0, max: 365 },
        "passwordPolicy.passwordHistorySize": { min: 0, max: 24 },
      },
      must: "A temporary password is valid for at most 365 days, and at most 24 passwords are remembered.",
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
      accepts: [{ passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 7 } }],
      rejects: [{ passwordPolicy: { minimumLength: 12, temporaryPasswordValidityDays: 400 } }],
    },
    "aws.cognito.user-pool.sender-key": {
      type: COGNITO_USER_POOL,
      when: [
        { "lambdaConfig.customEmailSender": { present: true } },
        { "lambdaConfig.customSmsSender": { present: true } },
      ],
      require: { "lambdaConfig.kmsKeyId": { present: true } },
      must: "A sender of your own requires the key of the codes: set `lambdaConfig.kmsKeyId`.",
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LambdaConfigType.html",
      accepts: [{ lambdaConfig: { kmsKeyId: "x", customEmailSender: { lambdaArn: "x", lambdaVersion: "V1_0" } } }],
      rejects: [{ lambdaConfig: { customEmailSender: { lambdaArn: "x", lambdaVersion: "V1_0" } } }],
    },
    "aws.cognito.user-pool.recovery-order": {
      type: COGNITO_USER_POOL,
      require: { "accountRecoverySetting.recoveryMechanisms": { uniqueBy: "priority", maxItems: 2 } },
      must: "An account is recovered in at most two ways, each with a priority of its own.",
      level: "advisory",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountRecoverySettingType.html",
      accepts: [
        {
          accountRecoverySetting: {
            recoveryMechanisms: [
              { name: "verified_email", priority: 1 },
              { name: "verified_phone_number", priority: 2 },
            ],
          },
        },
      ],
      rejects: [
        {
          accountRecoverySetting: {
            recoveryMechanisms: [
              { name: "verified_email", priority: 1 },
              { name: "verified_phone_number", priority: 1 },
            ],
          },
        },
      ],
    },
    "aws.cognito.user-pool.administrator-alone": {
      type: COGNITO_USER_POOL,
      when: { "accountRecoverySetting.recoveryMechanisms": { some: { name: "admin_only" } } },
      require: { "accountRecoverySetting.recoveryMechanisms": { maxItems: 1 } },
      must: "An account that only administrators recover has no other way.",
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RecoveryOptionType.html",
      accepts: [{ accountRecoverySetting: { recoveryMechanisms: [{ name: "admin_only", priority: 1 }] } }],
      rejects: [
        {
          accountRecoverySetting: {
            recoveryMechanisms: [
              { name: "admin_only", priority: 1 },
              { name: "verified_email", priority: 2 },
            ],
          },
        },
      ],
    },
    "aws.cognito.identity-provider.oidc": {
      type: IDENTITY_PROVIDER,
      when: { providerType: "OIDC" },
      require: {
        "providerDetails.client_id": { present: true },
        "providerDetails.authorize_scopes": { present: true },
        "providerDetails.oidc_issuer": { present: true },
        "providerDetails.attributes_request_method": { present: true },
      },
      must: "A provider of OIDC requires the details client_id, authorize_scopes, oidc_issuer and attributes_request_method.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html",
      accepts: [
        {
          userPoolId: "x",
          providerName: "x",
          providerType: "OIDC",
          providerDetails: {
            client_id: "x",
            client_secret: "x",
            authorize_scopes: "openid",
            oidc_issuer: "https://id.example.com",
            attributes_request_method: "GET",
          },
        },
      ],
      rejects: [
        {
          userPoolId: "x",
          providerName: "x",
          providerType: "OIDC",
          providerDetails: {
            client_id: "x",
            client_secret: "x",
            authorize_scopes: "openid",
            oidc_issuer: "https://id.example.com",
          },
        },
      ],
    },
    "aws.cognito.identity-provider.saml": {
      type: IDENTITY_PROVIDER,
      when: { providerType: "SAML" },
      require: [
        { "providerDetails.MetadataURL": { present: true } },
        { "providerDetails.MetadataFile": { present: true } },
      ],
      must: "A provider of SAML requires the detail MetadataURL or MetadataFile.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateIdentityProvider.html",
      accepts: [
        {
          userPoolId: "x",
          providerName: "x",
          providerType: "SAML",
          providerDetails: { MetadataURL: "https://id.example.com/metadata" },
        },
      ],
      rejects: [{ userPoolId: "x", providerName: "x", providerType: "SAML", providerDetails: { IDPSignout: "true" } }],
    },
    "aws.cognito.resource-server.scope-name": {
      type: RESOURCE_SERVER,
      each: "scopes",
      require: { scopeName: { not: { matches: /[\s/]/ } } },
      must: "The name of a scope has no spaces and slashes.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ResourceServerScopeType.html",
      accepts: [
        {
          userPoolId: "x",
          identifier: "orders",
          name: "orders",
          scopes: [{ scopeName: "read.orders", scopeDescription: "x" }],
        },
      ],
      rejects: [
        {
          userPoolId: "x",
          identifier: "orders",
          name: "orders",
          scopes: [{ scopeName: "read orders", scopeDescription: "x" }],
        },
      ],
    },
    "aws.cognito.user-pool.tier": {
      type: COGNITO_USER_POOL,
      require: { userPoolTier: ["LITE", "ESSENTIALS", "PLUS"] },
      must: '`userPoolTier` must be "LITE", "ESSENTIALS" or "PLUS".',
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html",
      accepts: [{ userPoolTier: "LITE" }],
      rejects: [{ userPoolTier: "BASIC" }],
    },
    "aws.cognito.user-pool.verification-of-users": {
      type: COGNITO_USER_POOL,
      require: { "webAuthnConfiguration.userVerification": ["required", "preferred"] },
      must: '`userVerification` must be "required" or "preferred".',
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_WebAuthnConfigurationType.html",
      accepts: [{ webAuthnConfiguration: { userVerification: "required" } }],
      rejects: [{ webAuthnConfiguration: { userVerification: "optional" } }],
    },
    "aws.cognito.user-pool.first-factors": {
      type: COGNITO_USER_POOL,
      require: {
        "signInPolicy.allowedFirstAuthFactors": {
          every: ["PASSWORD", "EMAIL_OTP", "SMS_OTP", "WEB_AUTHN"],
        },
      },
      must: "A first factor is PASSWORD, EMAIL_OTP, SMS_OTP or WEB_AUTHN.",
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html",
      accepts: [{ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } }],
      rejects: [{ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "PASSKEY"] } }],
    },
    "aws.cognito.user-pool.custom-email-sender": {
      type: COGNITO_USER_POOL,
      require: { "lambdaConfig.customEmailSender.lambdaVersion": ["V1_0"] },
      must: '`lambdaVersion` must be "V1_0".',
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CustomEmailLambdaVersionConfigType.html",
      accepts: [
        {
          lambdaConfig: {
            kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x",
            customEmailSender: { lambdaArn: "arn:aws:lambda:us-east-1:111122223333:function:a", lambdaVersion: "V1_0" },
          },
        },
      ],
      rejects: [
        {
          lambdaConfig: {
            kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x",
            customEmailSender: { lambdaArn: "arn:aws:lambda:us-east-1:111122223333:function:a", lambdaVersion: "V2_0" },
          },
        },
      ],
    },
    "aws.cognito.user-pool.custom-sms-sender": {
      type: COGNITO_USER_POOL,
      require: { "lambdaConfig.customSmsSender.lambdaVersion": ["V1_0"] },
      must: '`lambdaVersion` must be "V1_0".',
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CustomEmailLambdaVersionConfigType.html",
      accepts: [
        {
          lambdaConfig: {
            kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x",
            customSmsSender: { lambdaArn: "arn:aws:lambda:us-east-1:111122223333:function:a", lambdaVersion: "V1_0" },
          },
        },
      ],
      rejects: [
        {
          lambdaConfig: {
            kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x",
            customSmsSender: { lambdaArn: "arn:aws:lambda:us-east-1:111122223333:function:a", lambdaVersion: "V2_0" },
          },
        },
      ],
    },
    "aws.cognito.user-pool.schemas-differ": {
      type: COGNITO_USER_POOL,
      require: { schemas: { uniqueBy: "name" } },
      must: "Each attribute has a name of its own.",
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SchemaAttributeType.html",
      accepts: [{ schemas: [{ name: "tenant", attributeDataType: "String" }] }],
      rejects: [
        {
          schemas: [
            { name: "tenant", attributeDataType: "String" },
            { name: "tenant", attributeDataType: "Number" },
          ],
        },
      ],
    },
    "aws.cognito.user-pool.address-attributes": {
      type: COGNITO_USER_POOL,
      require: {
        autoVerifiedAttributes: { every: ["email", "phone_number"] },
        usernameAttributes: { every: ["email", "phone_number"] },
        aliasAttributes: { every: ["email", "phone_number", "preferred_username"] },
      },
      must: 'Attributes are "email" and "phone_number", and for aliases "preferred_username", with the underscore in every language.',
      source: CREATE_POOL,
      accepts: [{ autoVerifiedAttributes: ["email"], aliasAttributes: ["phone_number", "preferred_username"] }],
      rejects: [{ autoVerifiedAttributes: ["phoneNumber"] }, { usernameAttributes: ["username"] }],
    },
    "aws.cognito.user-pool.threat-protection-tier": {
      type: COGNITO_USER_POOL,
      when: { "userPoolAddOns.advancedSecurityMode": ["AUDIT", "ENFORCED"] },
      defaults: { userPoolTier: "ESSENTIALS" },
      // Accounts with an older plan have pools of the tier LITE with it.
      require: { userPoolTier: { not: "ESSENTIALS" } },
      must: 'Threat protection requires `userPoolTier: "PLUS"`.',
      awsError:
        "The following features need to be disabled for the ESSENTIALS pricing tier configured: Threat Protection",
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserPoolAddOnsType.html",
      accepts: [
        { userPoolTier: "PLUS", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } },
        { userPoolTier: "LITE", userPoolAddOns: { advancedSecurityMode: "AUDIT" } },
        { userPoolAddOns: { advancedSecurityMode: "OFF" } },
      ],
      rejects: [
        { userPoolTier: "ESSENTIALS", userPoolAddOns: { advancedSecurityMode: "ENFORCED" } },
        { userPoolAddOns: { advancedSecurityMode: "AUDIT" } },
      ],
    },
    "aws.cognito.user-pool.first-factor-tier": {
      type: COGNITO_USER_POOL,
      when: { userPoolTier: "LITE" },
      require: { "signInPolicy.allowedFirstAuthFactors": { every: ["PASSWORD"] } },
      must: 'First factors other than a password require `userPoolTier: "ESSENTIALS"` or "PLUS".',
      source: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignInPolicyType.html",
      accepts: [
        { userPoolTier: "ESSENTIALS", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } },
        { userPoolTier: "LITE", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } },
      ],
      rejects: [{ userPoolTier: "LITE", signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } }],
    },
    "aws.cognito.user-pool.email-factor": {
      type: COGNITO_USER_POOL,
      when: { mfaConfiguration: ["ON", "OPTIONAL"], emailMfaConfiguration: { present: true } },
      require: { emailConfiguration: { present: true }, userPoolTier: { not: "LITE" } },
      must: 'Codes by mail require `emailConfiguration` with an identity of SES, and another `userPoolTier` than "LITE".',
      source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa-sms-email-message.html",
      accepts: [
        {
          mfaConfiguration: "ON",
          emailMfaConfiguration: { subject: "x" },
          emailConfiguration: { emailSendingAccount: "DEVELOPER", sourceArn: "arn:aws:ses:us-east-1:111122223333:x" },
        },
      ],
      rejects: [{ mfaConfiguration: "ON", emailMfaConfiguration: { subject: "x" } }],
    },
    "aws.cognito.user-pool.email-factor-message": {
      type: COGNITO_USER_POOL,
      require: { "emailMfaConfiguration.message": { minLength: 6, maxLength: 20000, matches: /\{####\}/ } },
      must: "A message with a code holds its place: {####}.",
      source: `${COGNITO}/API_EmailMfaConfigType.html`,
      accepts: [{ mfaConfiguration: "OFF", emailMfaConfiguration: { message: "Your code is {####}." } }],
      rejects: [{ mfaConfiguration: "OFF", emailMfaConfiguration: { message: "Your code is {code}." } }],
    },
    "aws.cognito.user-pool.verified-email-update": {
      type: COGNITO_USER_POOL,
      when: { "userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates": { contains: "email" } },
      require: { autoVerifiedAttributes: { present: true, contains: "email" } },
      must: 'An address that is verified before an update must be in `autoVerifiedAttributes`: add "email".',
      source: UPDATES,
      accepts: [updated(["email"], ["email", "phone_number"])],
      rejects: [updated(["email"], ["phone_number"]), updated(["email"], [])],
    },
    "aws.cognito.user-pool.verified-phone-update": {
      type: COGNITO_USER_POOL,
      when: { "userAttributeUpdateSettings.attributesRequireVerificationBeforeUpdates": { contains: "phone_number" } },
      require: { autoVerifiedAttributes: { present: true, contains: "phone_number" } },
      must: 'A number that is verified before an update must be in `autoVerifiedAttributes`: add "phone_number".',
      source: UPDATES,
      accepts: [updated(["phone_number"], ["email", "phone_number"])],
      rejects: [updated(["phone_number"], ["email"])],
    },
    "aws.cognito.user-pool.token-trigger": {
      type: COGNITO_USER_POOL,
      require: { "lambdaConfig.preTokenGenerationConfig.lambdaVersion": ["V1_0", "V2_0", "V3_0"] },
      must: '`lambdaVersion` must be "V1_0", "V2_0" or "V3_0".',
      source:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PreTokenGenerationVersionConfigType.html",
      accepts: [{ lambdaConfig: { preTokenGenerationConfig: { lambdaArn: LAMBDA, lambdaVersion: "V2_0" } } }],
      rejects: [{ lambdaConfig: { preTokenGenerationConfig: { lambdaArn: LAMBDA, lambdaVersion: "V2" } } }],
    },
    "aws.cognito.user-pool-client.flow-names": {
      type: COGNITO_USER_POOL_CLIENT,
      require: { allowedOauthFlows: { every: ["code", "implicit", "client_credentials"] } },
      must: 'A flow is "code", "implicit" or "client_credentials", with the underscore in every language.',
      source: CREATE_CLIENT,
      accepts: [
        oauth({ allowedOauthFlows: ["client_credentials"], allowedOauthScopes: ["a/b"], generateSecret: true }),
      ],
      rejects: [
        oauth({ allowedOauthFlows: ["clientCredentials"], allowedOauthScopes: ["a/b"], generateSecret: true }),
        oauth({ allowedOauthFlows: ["token"], allowedOauthScopes: ["openid"] }),
      ],
    },
    "aws.cognito.user-pool-client.shortest-access-token": {
      type: COGNITO_USER_POOL_CLIENT,
      defaults: { "tokenValidityUnits.accessToken": "hours" },
      require: [
        { "tokenValidityUnits.accessToken": ["hours", "days"] },
        { "tokenValidityUnits.accessToken": "minutes", accessTokenValidity: { min: 5 } },
        { "tokenValidityUnits.accessToken": "seconds", accessTokenValidity: { min: 300 } },
      ],
      must: "An access token is valid for at least five minutes.",
      source: UNITS,
      accepts: [
        { accessTokenValidity: 1 },
        { accessTokenValidity: 5, tokenValidityUnits: { accessToken: "minutes" } },
        { tokenValidityUnits: { accessToken: "seconds" } },
      ],
      rejects: [
        { accessTokenValidity: 4, tokenValidityUnits: { accessToken: "minutes" } },
        { accessTokenValidity: 60, tokenValidityUnits: { accessToken: "seconds" } },
      ],
    },
    "aws.cognito.user-pool-client.shortest-id-token": {
      type: COGNITO_USER_POOL_CLIENT,
      defaults: { "tokenValidityUnits.idToken": "hours" },
      require: [
        { "tokenValidityUnits.idToken": ["hours", "days"] },
        { "tokenValidityUnits.idToken": "minutes", idTokenValidity: { min: 5 } },
        { "tokenValidityUnits.idToken": "seconds", idTokenValidity: { min: 300 } },
      ],
      must: "An ID token is valid for at least five minutes.",
      source: UNITS,
      accepts: [{ idTokenValidity: 1 }, { idTokenValidity: 5, tokenValidityUnits: { idToken: "minutes" } }],
      rejects: [
        { idTokenValidity: 1, tokenValidityUnits: { idToken: "minutes" } },
        { idTokenValidity: 60, tokenValidityUnits: { idToken: "seconds" } },
      ],
    },
    "aws.cognito.user-pool-client.refresh-token": {
      type: COGNITO_USER_POOL_CLIENT,
      defaults: { "tokenValidityUnits.refreshToken": "days" },
      require: [
        { refreshTokenValidity: 0 },
        { "tokenValidityUnits.refreshToken": "days", refreshTokenValidity: { max: 3650 } },
        { "tokenValidityUnits.refreshToken": "hours", refreshTokenValidity: { max: 87600 } },
        { "tokenValidityUnits.refreshToken": "minutes", refreshTokenValidity: { min: 60, max: 5256000 } },
        { "tokenValidityUnits.refreshToken": "seconds", refreshTokenValidity: { min: 3600, max: 315360000 } },
      ],
      must: "A refresh token is valid for 60 minutes to 10 years, in days where `tokenValidityUnits` has no other unit.",
      source: UNITS,
      accepts: [
        { refreshTokenValidity: 3650 },
        { refreshTokenValidity: 0, tokenValidityUnits: { refreshToken: "minutes" } },
        { refreshTokenValidity: 60, tokenValidityUnits: { refreshToken: "minutes" } },
        { refreshTokenValidity: 3600, tokenValidityUnits: { refreshToken: "seconds" } },
        { tokenValidityUnits: { refreshToken: "seconds" } },
      ],
      rejects: [
        { refreshTokenValidity: 86400 },
        { refreshTokenValidity: 30, tokenValidityUnits: { refreshToken: "minutes" } },
        { refreshTokenValidity: 30, tokenValidityUnits: { refreshToken: "seconds" } },
      ],
    },
    "aws.cognito.user-pool-client.context-secret": {
      type: COGNITO_USER_POOL_CLIENT,
      when: { enablePropagateAdditionalUserContextData: true },
      defaults: { generateSecret: false },
      require: { generateSecret: true },
      must: "Data of the user's context requires a client with a secret: set `generateSecret: true`.",
      source: CREATE_CLIENT,
      accepts: [
        { enablePropagateAdditionalUserContextData: true, generateSecret: true },
        { enablePropagateAdditionalUserContextData: false },
      ],
      rejects: [{ enablePropagateAdditionalUserContextData: true }],
    },
    "aws.cognito.user-pool-client.rotation-flow": {
      type: COGNITO_USER_POOL_CLIENT,
      when: { "refreshTokenRotation.feature": "ENABLED" },
      require: { explicitAuthFlows: { every: { not: "ALLOW_REFRESH_TOKEN_AUTH" } } },
      must: "Clients with rotation get their tokens from GetTokensFromRefreshToken: leave out `ALLOW_REFRESH_TOKEN_AUTH`.",
      source:
        "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html",
      level: "advisory",
      accepts: [
        { refreshTokenRotation: { feature: "ENABLED" }, explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] },
        { refreshTokenRotation: { feature: "DISABLED" }, explicitAuthFlows: ["ALLOW_REFRESH_TOKEN_AUTH"] },
      ],
      rejects: [
        {
          refreshTokenRotation: { feature: "ENABLED" },
          explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        },
      ],
    },
  },
} satisfies ServiceConstraints;
