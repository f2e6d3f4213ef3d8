import {
  APIGATEWAY_AUTHORIZER,
  APIGATEWAY_INTEGRATION,
  APIGATEWAY_METHOD,
  APIGATEWAY_REST_API,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const PUT_INTEGRATION = "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html";
const PUT_METHOD = "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html";
const CREATE_AUTHORIZER = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html";
const FUNCTION = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/x/invocations";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.apigateway.integration.method-required": {
      type: APIGATEWAY_INTEGRATION,
      when: { type: ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY"] },
      require: { integrationHttpMethod: { present: true } },
      must: "An integration of this type requires `integrationHttpMethod`.",
      awsError: "Enumeration value for HttpMethod must be non-empty",
      source: PUT_INTEGRATION,
      accepts: [{ type: "HTTP_PROXY", uri: "https://shop.io", integrationHttpMethod: "GET" }, { type: "MOCK" }],
      rejects: [{ type: "HTTP_PROXY" }, { type: "AWS_PROXY", uri: FUNCTION }],
    },
    "aws.apigateway.integration.function-post": {
      type: APIGATEWAY_INTEGRATION,
      when: { type: ["AWS", "AWS_PROXY"], uri: { matches: /:lambda:path\/.*\/invocations$/ } },
      require: { integrationHttpMethod: "POST" },
      must: 'Functions must be called with `integrationHttpMethod: "POST"`.',
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html",
      accepts: [
        { type: "AWS_PROXY", uri: FUNCTION, integrationHttpMethod: "POST" },
        { type: "HTTP_PROXY", uri: "https://shop.io", integrationHttpMethod: "GET" },
      ],
      rejects: [{ type: "AWS_PROXY", uri: FUNCTION, integrationHttpMethod: "GET" }],
    },
    "aws.apigateway.integration.uri-required": {
      type: APIGATEWAY_INTEGRATION,
      when: { type: ["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY"] },
      require: { uri: { present: true } },
      must: "An integration of this type requires `uri`.",
      source: PUT_INTEGRATION,
      accepts: [{ type: "HTTP", uri: "https://shop.io", integrationHttpMethod: "GET" }, { type: "MOCK" }],
      rejects: [{ type: "HTTP", integrationHttpMethod: "GET" }],
    },
    "aws.apigateway.integration.vpc-link": {
      type: APIGATEWAY_INTEGRATION,
      when: { connectionType: "VPC_LINK" },
      require: { connectionId: { present: true } },
      must: "A private integration requires `connectionId`.",
      source: PUT_INTEGRATION,
      accepts: [{ connectionType: "VPC_LINK", connectionId: "x" }, { connectionType: "INTERNET" }],
      rejects: [{ connectionType: "VPC_LINK" }],
    },
    "aws.apigateway.integration.timeout": {
      type: APIGATEWAY_INTEGRATION,
      require: { timeoutMilliseconds: { min: 50 } },
      must: "`timeoutMilliseconds` must be at least 50.",
      source: PUT_INTEGRATION,
      accepts: [{ timeoutMilliseconds: 29000 }],
      rejects: [{ timeoutMilliseconds: 10 }],
    },
    "aws.apigateway.method.authorizer": {
      type: APIGATEWAY_METHOD,
      when: { authorization: ["CUSTOM", "COGNITO_USER_POOLS"] },
      require: { authorizerId: { present: true } },
      must: "This kind of authorization requires `authorizerId`.",
      awsError:
        "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer",
      source: PUT_METHOD,
      accepts: [{ authorization: "CUSTOM", authorizerId: "x" }, { authorization: "NONE" }],
      rejects: [{ authorization: "CUSTOM" }, { authorization: "COGNITO_USER_POOLS" }],
    },
    "aws.apigateway.authorizer.user-pools": {
      type: APIGATEWAY_AUTHORIZER,
      when: { type: "COGNITO_USER_POOLS" },
      require: { providerArns: { present: true } },
      must: "An authorizer of user pools requires `providerArns`.",
      source: CREATE_AUTHORIZER,
      accepts: [
        { type: "COGNITO_USER_POOLS", providerArns: ["x"] },
        { type: "TOKEN", authorizerUri: FUNCTION },
      ],
      rejects: [{ type: "COGNITO_USER_POOLS" }],
    },
    "aws.apigateway.authorizer.function": {
      type: APIGATEWAY_AUTHORIZER,
      when: { type: ["TOKEN", "REQUEST"] },
      defaults: { type: "TOKEN" },
      require: { authorizerUri: { present: true } },
      must: "An authorizer of this type requires `authorizerUri`.",
      source: CREATE_AUTHORIZER,
      accepts: [{ type: "TOKEN", authorizerUri: FUNCTION }, { authorizerUri: FUNCTION }],
      rejects: [{ type: "TOKEN" }, { type: "REQUEST", identitySource: "method.request.header.Authorization" }, {}],
    },
    "aws.apigateway.authorizer.time-to-live": {
      type: APIGATEWAY_AUTHORIZER,
      require: { authorizerResultTtlInSeconds: { min: 0, max: 3600 } },
      must: "`authorizerResultTtlInSeconds` must be from 0 to 3600.",
      source: CREATE_AUTHORIZER,
      accepts: [{ type: "TOKEN", authorizerUri: FUNCTION, authorizerResultTtlInSeconds: 300 }],
      rejects: [{ authorizerResultTtlInSeconds: 7200 }],
    },
    "aws.apigateway.rest-api.compression-size": {
      type: APIGATEWAY_REST_API,
      require: { minimumCompressionSize: { min: -1, max: 10485760 } },
      must: "`minimumCompressionSize` must be from -1 to 10485760.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
      accepts: [{ minimumCompressionSize: "1024" }],
      rejects: [{ minimumCompressionSize: "20000000" }],
    },
    "aws.apigateway.usage-plan.period": {
      type: "aws:apigateway/usagePlan:UsagePlan",
      when: { "quotaSettings.period": { present: true } },
      require: { "quotaSettings.period": ["DAY", "WEEK", "MONTH"] },
      must: "A quota is counted by DAY, WEEK or MONTH.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html",
      accepts: [{ quotaSettings: { limit: 100, period: "DAY" } }],
      rejects: [{ quotaSettings: { limit: 100, period: "HOUR" } }],
    },
  },
} satisfies ServiceConstraints;
