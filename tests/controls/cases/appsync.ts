import type { ControlCase } from "./case";

const CACHE = "aws:appsync/apiCache:ApiCache";
const API = "aws:appsync/graphQLApi:GraphQLApi";
const cache = { apiId: "a1b2c3", apiCachingBehavior: "FULL_REQUEST_CACHING", type: "SMALL", ttl: 900 };
const ROLE = "arn:aws:iam::464738291005:role/logs";

export default [
  {
    control: "AppSync.1",
    rule: "appsync-cache-encrypted-at-rest",
    type: CACHE,
    violating: cache,
    compliant: { ...cache, atRestEncryptionEnabled: true },
  },
  {
    control: "AppSync.6",
    rule: "appsync-cache-encrypted-in-transit",
    type: CACHE,
    violating: { ...cache, transitEncryptionEnabled: false },
    compliant: { ...cache, transitEncryptionEnabled: true },
  },
  {
    control: "AppSync.2",
    rule: "appsync-logging",
    type: API,
    violating: { name: "orders", authenticationType: "AWS_IAM" },
    compliant: {
      name: "orders",
      authenticationType: "AWS_IAM",
      logConfig: { cloudwatchLogsRoleArn: ROLE, fieldLogLevel: "ALL" },
    },
  },
  {
    control: "AppSync.2",
    rule: "appsync-logging",
    type: API,
    violating: {
      name: "orders",
      authenticationType: "AWS_IAM",
      logConfig: { cloudwatchLogsRoleArn: ROLE, fieldLogLevel: "NONE" },
    },
    compliant: {
      name: "orders",
      authenticationType: "AWS_IAM",
      logConfig: { cloudwatchLogsRoleArn: ROLE, fieldLogLevel: "ERROR" },
    },
  },
  {
    control: "AppSync.5",
    rule: "appsync-api-key",
    type: API,
    violating: { name: "orders", authenticationType: "API_KEY" },
    compliant: { name: "orders", authenticationType: "AMAZON_COGNITO_USER_POOLS" },
  },
  {
    control: "AppSync.5",
    rule: "appsync-api-key",
    type: API,
    violating: {
      name: "orders",
      authenticationType: "AWS_IAM",
      additionalAuthenticationProviders: [{ authenticationType: "API_KEY" }],
    },
    compliant: {
      name: "orders",
      authenticationType: "AWS_IAM",
      additionalAuthenticationProviders: [{ authenticationType: "AWS_LAMBDA" }],
    },
  },
] satisfies ControlCase[];
