import {
  APIGATEWAY_AUTHORIZER,
  APIGATEWAY_DOMAIN_NAME,
  APIGATEWAY_INTEGRATION,
  APIGATEWAY_INTEGRATION_RESPONSE,
  APIGATEWAY_METHOD,
  APIGATEWAY_METHOD_SETTINGS,
  APIGATEWAY_RESOURCE,
  APIGATEWAY_REST_API,
  APIGATEWAY_STAGE,
  APIGATEWAY_USAGE_PLAN,
  LB_LOAD_BALANCER,
} from "../../aws/type-tokens";
import type { Inputs, ServiceConstraints } from "../form";
import { ACCESS_LOG_FORMAT } from "../access-log-format";
const API_KEY = "aws:apigateway/apiKey:ApiKey";
const MODEL = "aws:apigateway/model:Model";
const BASE_PATH_MAPPING = "aws:apigateway/basePathMapping:BasePathMapping";
const RESPONSE = "aws:apigateway/response:Response";

const PUT_INTEGRATION = "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html";
const PUT_METHOD = "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html";
const CREATE_AUTHORIZER = "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html";
const FUNCTION = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/x/invocations";
/** What a request is mapped from: a part of it, a variable, or a text between single quotes. */
const MAPPED_REQUEST = /^(?:'[^]*'|(?:method\.request|context|stageVariables)\.[^]+)$/;
const MAPPED_RESPONSE =
  /^(?:'[^]*'|integration\.response\.(?:header|multivalueheader|body)[^]*|(?:context|stageVariables)\.[^]+)$/;
const mapped = (requestParameters: Inputs): Inputs => ({
  httpMethod: "GET",
  type: "AWS",
  integrationHttpMethod: "POST",
  uri: FUNCTION,
  requestParameters,
});
const answered = (responseParameters: Inputs): Inputs => ({ httpMethod: "GET", statusCode: "200", responseParameters });
const unverified = { tlsConfig: { insecureSkipVerification: true } };
const logged = (format: string): Inputs => ({
  stageName: "prod",
  accessLogSettings: { format, destinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api" },
});

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
    "aws.apigateway.stage.cache-size": {
      type: APIGATEWAY_STAGE,
      when: { cacheClusterEnabled: true },
      require: { cacheClusterSize: ["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"] },
      must: "A cache has a size of 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237 GB.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
      accepts: [
        { restApi: "x", deployment: "x", stageName: "prod", cacheClusterEnabled: true, cacheClusterSize: "0.5" },
        // API Gateway takes the smallest size.
        { restApi: "x", deployment: "x", stageName: "prod", cacheClusterEnabled: true },
      ],
      rejects: [{ restApi: "x", deployment: "x", stageName: "prod", cacheClusterEnabled: true, cacheClusterSize: "2" }],
    },
    "aws.apigateway.method-settings.cache": {
      type: APIGATEWAY_METHOD_SETTINGS,
      require: {
        "settings.cacheTtlInSeconds": { min: 0, max: 3600 },
        "settings.loggingLevel": ["OFF", "ERROR", "INFO"],
      },
      must: "An answer is cached for at most an hour, and the level of the logs is OFF, ERROR or INFO.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html",
      accepts: [
        {
          restApi: "x",
          stageName: "prod",
          methodPath: "*/*",
          settings: { cacheTtlInSeconds: 300, loggingLevel: "INFO" },
        },
      ],
      rejects: [
        { restApi: "x", stageName: "prod", methodPath: "*/*", settings: { cacheTtlInSeconds: 7200 } },
        { restApi: "x", stageName: "prod", methodPath: "*/*", settings: { loggingLevel: "DEBUG" } },
      ],
    },
    "aws.apigateway.method-settings.path": {
      type: APIGATEWAY_METHOD_SETTINGS,
      require: { methodPath: { not: { matches: /^\// } } },
      must: 'The path of a method has no slash at its beginning: "orders/GET".',
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateStage.html",
      accepts: [{ restApi: "x", stageName: "prod", methodPath: "orders/GET", settings: {} }],
      rejects: [{ restApi: "x", stageName: "prod", methodPath: "/orders/GET", settings: {} }],
    },
    "aws.apigateway.domain-name.one-certificate": {
      type: APIGATEWAY_DOMAIN_NAME,
      require: { atMostOne: ["certificateArn", "regionalCertificateArn"] },
      must: "A domain has the certificate of its endpoint: leave out `certificateArn` or `regionalCertificateArn`.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html",
      accepts: [
        { domainName: "api.example.com", regionalCertificateArn: "x", endpointConfiguration: { types: "REGIONAL" } },
      ],
      rejects: [
        {
          domainName: "api.example.com",
          regionalCertificateArn: "x",
          certificateArn: "x",
          endpointConfiguration: { types: "REGIONAL" },
        },
      ],
      level: "advisory",
    },
    "aws.apigateway.domain-name.regional-certificate": {
      type: APIGATEWAY_DOMAIN_NAME,
      when: { "endpointConfiguration.types": "REGIONAL" },
      require: { certificateArn: { present: false } },
      must: "A regional domain has its certificate in `regionalCertificateArn`.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDomainName.html",
      accepts: [
        { domainName: "api.example.com", regionalCertificateArn: "x", endpointConfiguration: { types: "REGIONAL" } },
      ],
      rejects: [
        {
          domainName: "api.example.com",
          certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
          endpointConfiguration: { types: "REGIONAL" },
        },
      ],
    },
    "aws.apigateway.usage-plan.limits": {
      type: APIGATEWAY_USAGE_PLAN,
      require: { "throttleSettings.rateLimit": { min: 0 }, "quotaSettings.limit": { min: 0 } },
      must: "Limits must not be negative.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html",
      accepts: [
        { name: "x", throttleSettings: { rateLimit: 10, burstLimit: 5 }, quotaSettings: { limit: 100, period: "DAY" } },
      ],
      rejects: [{ name: "x", throttleSettings: { rateLimit: -1, burstLimit: 5 } }],
    },
    "aws.apigateway.authorizer.identity-source": {
      type: APIGATEWAY_AUTHORIZER,
      when: { type: "TOKEN" },
      require: { identitySource: { matches: /^method\.request\.header\.[A-Za-z0-9_-]+$/ } },
      must: 'A token is in one header: `identitySource` is of the form "method.request.header.Authorization".',
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      accepts: [
        {
          name: "x",
          restApi: "x",
          type: "TOKEN",
          authorizerUri: "x",
          identitySource: "method.request.header.Authorization",
        },
      ],
      rejects: [{ name: "x", restApi: "x", type: "TOKEN", authorizerUri: "x", identitySource: "Authorization" }],
    },
    "aws.apigateway.authorizer.request-source": {
      type: APIGATEWAY_AUTHORIZER,
      when: { type: "REQUEST", authorizerResultTtlInSeconds: { above: 0 } },
      defaults: { authorizerResultTtlInSeconds: 300 },
      require: { identitySource: { present: true } },
      must: "An authorizer of requests whose answers are kept requires `identitySource`.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
      accepts: [{ name: "x", restApi: "x", type: "REQUEST", authorizerUri: "x", authorizerResultTtlInSeconds: 0 }],
      rejects: [
        {
          name: "x",
          restApi: "x",
          type: "REQUEST",
          authorizerUri: "x",
          identitySource: "",
          authorizerResultTtlInSeconds: 300,
        },
      ],
      level: "advisory",
    },
    "aws.apigateway.method.scopes": {
      type: APIGATEWAY_METHOD,
      when: { authorizationScopes: { minItems: 1 } },
      require: { authorization: ["COGNITO_USER_POOLS", "JWT"] },
      must: "Only a method with the authorization COGNITO_USER_POOLS or JWT has scopes.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      accepts: [
        {
          restApi: "x",
          resourceId: "x",
          httpMethod: "GET",
          authorization: "JWT",
          authorizerId: "x",
          authorizationScopes: ["a/b"],
        },
        {
          restApi: "x",
          resourceId: "x",
          httpMethod: "GET",
          authorization: "COGNITO_USER_POOLS",
          authorizerId: "x",
          authorizationScopes: ["a/b"],
        },
      ],
      rejects: [
        { restApi: "x", resourceId: "x", httpMethod: "GET", authorization: "NONE", authorizationScopes: ["a/b"] },
      ],
    },
    "aws.apigateway.stage.name": {
      type: APIGATEWAY_STAGE,
      require: { stageName: { maxLength: 128, matches: /^[a-zA-Z0-9_-]+$/ } },
      must: "A stage's name has letters, digits, underscores and hyphens.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
      accepts: [{ stageName: "prod" }],
      rejects: [{ stageName: "prod.v1" }, { stageName: "prod/v1" }],
    },
    "aws.apigateway.stage.canary-share": {
      type: APIGATEWAY_STAGE,
      require: { "canarySettings.percentTraffic": { min: 0, max: 100 } },
      must: "The canary's share is a percentage from 0 to 100.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CanarySettings.html",
      accepts: [{ canarySettings: { deploymentId: "a", percentTraffic: 10 } }],
      rejects: [{ canarySettings: { deploymentId: "a", percentTraffic: 120 } }],
    },
    "aws.apigateway.stage.log-destination": {
      type: APIGATEWAY_STAGE,
      require: {
        "accessLogSettings.destinationArn": {
          not: {
            matches:
              /^arn:[^:]+:(?:s3|sqs|sns|kinesis):|^arn:[^:]+:firehose:[^:]*:\d{12}:deliverystream\/(?!amazon-apigateway-)/,
          },
        },
      },
      must: "Access logs go to a log group, or to a delivery stream whose name begins with amazon-apigateway-.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
      accepts: [
        {
          accessLogSettings: {
            format: "$context.requestId",
            destinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api",
          },
        },
      ],
      rejects: [
        { accessLogSettings: { format: "$context.requestId", destinationArn: "arn:aws:s3:::logs" } },
        {
          accessLogSettings: {
            format: "$context.requestId",
            destinationArn: "arn:aws:firehose:us-east-1:111122223333:deliverystream/api",
          },
        },
      ],
    },
    "aws.apigateway.stage.variables": {
      type: APIGATEWAY_STAGE,
      require: {
        variables: { everyKey: { matches: /^[A-Za-z0-9_]+$/ }, everyValue: { matches: /^[A-Za-z0-9\-._~:/?#&=,]*$/ } },
      },
      must: "Names of stage variables have letters, digits and underscores, and values only characters of a URL.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html",
      accepts: [{ variables: { table: "orders" } }],
      rejects: [{ variables: { table: "orders table" } }, { variables: { "table-name": "orders" } }],
    },
    "aws.apigateway.domain-name.truststore": {
      type: APIGATEWAY_DOMAIN_NAME,
      require: { "mutualTlsAuthentication.truststoreUri": { startsWith: "s3://" } },
      must: "A trust store is an object of S3, such as s3://bucket/key.pem.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_MutualTlsAuthenticationInput.html",
      accepts: [
        {
          domainName: "api.example.com",
          regionalCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
          endpointConfiguration: { types: "REGIONAL" },
          securityPolicy: "TLS_1_2",
          mutualTlsAuthentication: { truststoreUri: "s3://orders/ca.pem" },
        },
      ],
      rejects: [
        {
          domainName: "api.example.com",
          regionalCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
          endpointConfiguration: { types: "REGIONAL" },
          securityPolicy: "TLS_1_2",
          mutualTlsAuthentication: { truststoreUri: "https://orders.s3.amazonaws.com/ca.pem" },
        },
      ],
    },
    "aws.apigateway.domain-name.truststore-regional": {
      type: APIGATEWAY_DOMAIN_NAME,
      when: { mutualTlsAuthentication: { present: true } },
      require: { "endpointConfiguration.types": { not: "EDGE" } },
      must: "Mutual TLS is for regional domain names.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html",
      accepts: [
        {
          domainName: "api.example.com",
          regionalCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
          endpointConfiguration: { types: "REGIONAL" },
          mutualTlsAuthentication: { truststoreUri: "s3://orders/ca.pem" },
        },
      ],
      rejects: [
        {
          domainName: "api.example.com",
          certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
          endpointConfiguration: { types: "EDGE" },
          mutualTlsAuthentication: { truststoreUri: "s3://orders/ca.pem" },
        },
      ],
    },
    "aws.apigateway.api-key.value-length": {
      type: API_KEY,
      require: { value: { minLength: 20, maxLength: 128 } },
      must: "The value of a key has 20 to 128 characters.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateApiKey.html",
      accepts: [{ value: "abcdefghijklmnopqrstuvwx" }],
      rejects: [{ value: "abc" }],
    },
    "aws.apigateway.model.name": {
      type: MODEL,
      require: { name: { matches: /^[A-Za-z0-9]+$/ } },
      must: "A model's name has letters and digits only.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html",
      accepts: [{ contentType: "application/json", name: "Order" }],
      rejects: [
        { contentType: "application/json", name: "Order-v1" },
        { contentType: "application/json", name: "order_item" },
      ],
    },
    "aws.apigateway.resource.path-part": {
      type: APIGATEWAY_RESOURCE,
      require: { pathPart: { matches: /^(?:[a-zA-Z0-9._:~$@-]+|\{[a-zA-Z0-9._:-]+\+?\})$/ } },
      must: "A part of a path has letters, digits and the characters ._-: or is a parameter such as {id} or {proxy+}.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html",
      accepts: [{ pathPart: "orders" }, { pathPart: "{id}" }, { pathPart: "{proxy+}" }],
      rejects: [{ pathPart: "orders/{id}" }, { pathPart: "/orders" }, { pathPart: "{id" }],
    },
    "aws.apigateway.base-path-mapping.path": {
      type: BASE_PATH_MAPPING,
      require: { basePath: { not: { matches: /^\/|\/$/ } } },
      must: "A base path has no slash at its beginning or end.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateBasePathMapping.html",
      accepts: [{ domainName: "api.example.com", basePath: "v1" }],
      rejects: [
        { domainName: "api.example.com", basePath: "/v1" },
        { domainName: "api.example.com", basePath: "v1/" },
      ],
    },
    "aws.apigateway.response.type": {
      type: RESPONSE,
      require: {
        responseType: [
          "ACCESS_DENIED",
          "API_CONFIGURATION_ERROR",
          "AUTHORIZER_CONFIGURATION_ERROR",
          "AUTHORIZER_FAILURE",
          "BAD_REQUEST_BODY",
          "BAD_REQUEST_PARAMETERS",
          "DEFAULT_4XX",
          "DEFAULT_5XX",
          "EXPIRED_TOKEN",
          "INTEGRATION_FAILURE",
          "INTEGRATION_TIMEOUT",
          "INVALID_API_KEY",
          "INVALID_SIGNATURE",
          "MISSING_AUTHENTICATION_TOKEN",
          "QUOTA_EXCEEDED",
          "REQUEST_TOO_LARGE",
          "RESOURCE_NOT_FOUND",
          "THROTTLED",
          "UNAUTHORIZED",
          "UNSUPPORTED_MEDIA_TYPE",
          "WAF_FILTERED",
        ],
      },
      must: "The type must be one that API Gateway has, such as DEFAULT_4XX or UNAUTHORIZED.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html",
      accepts: [{ responseType: "DEFAULT_4XX" }],
      rejects: [{ responseType: "404" }],
    },
    "aws.apigateway.integration.passthrough": {
      type: APIGATEWAY_INTEGRATION,
      require: { passthroughBehavior: ["WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER"] },
      must: '`passthroughBehavior` must be "WHEN_NO_MATCH", "WHEN_NO_TEMPLATES" or "NEVER".',
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html",
      accepts: [{ httpMethod: "GET", type: "MOCK", passthroughBehavior: "WHEN_NO_MATCH" }],
      rejects: [{ httpMethod: "GET", type: "MOCK", passthroughBehavior: "ALWAYS" }],
    },
    "aws.apigateway.method.verb": {
      type: APIGATEWAY_METHOD,
      require: { httpMethod: ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"] },
      must: "The method must be one that API Gateway has, such as GET or ANY.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html",
      accepts: [{ authorization: "NONE", httpMethod: "GET" }],
      rejects: [
        { authorization: "NONE", httpMethod: "get" },
        { authorization: "NONE", httpMethod: "*" },
      ],
    },
    "aws.apigateway.method-settings.cache-control": {
      type: APIGATEWAY_METHOD_SETTINGS,
      require: {
        "settings.unauthorizedCacheControlHeaderStrategy": [
          "FAIL_WITH_403",
          "SUCCEED_WITH_RESPONSE_HEADER",
          "SUCCEED_WITHOUT_RESPONSE_HEADER",
        ],
      },
      must: '`unauthorizedCacheControlHeaderStrategy` must be "FAIL_WITH_403", "SUCCEED_WITH_RESPONSE_HEADER" or "SUCCEED_WITHOUT_RESPONSE_HEADER".',
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html",
      accepts: [{ methodPath: "*/*", settings: { unauthorizedCacheControlHeaderStrategy: "FAIL_WITH_403" } }],
      rejects: [{ methodPath: "*/*", settings: { unauthorizedCacheControlHeaderStrategy: "FAIL" } }],
    },
    "aws.apigateway.rest-api.private-endpoints": {
      type: APIGATEWAY_REST_API,
      when: { "endpointConfiguration.vpcEndpointIds": { minItems: 1 } },
      require: { "endpointConfiguration.types": "PRIVATE" },
      must: "Only a private API has VPC endpoints.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html",
      accepts: [{ endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: ["vpce-1"] } }],
      rejects: [{ endpointConfiguration: { types: "REGIONAL", vpcEndpointIds: ["vpce-1"] } }],
    },
    "aws.apigateway.usage-plan.offset-day": {
      type: APIGATEWAY_USAGE_PLAN,
      when: { "quotaSettings.period": "DAY" },
      require: { "quotaSettings.offset": { min: 0, max: 0 } },
      must: "The offset of a quota by day is 0.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html",
      accepts: [{ name: "partners", quotaSettings: { limit: 10, period: "DAY", offset: 0 } }],
      rejects: [{ name: "partners", quotaSettings: { limit: 10, period: "DAY", offset: 1 } }],
    },
    "aws.apigateway.usage-plan.offset-week": {
      type: APIGATEWAY_USAGE_PLAN,
      when: { "quotaSettings.period": "WEEK" },
      require: { "quotaSettings.offset": { min: 0, max: 6 } },
      must: "The offset of a quota by week is from 0 to 6.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html",
      accepts: [{ name: "partners", quotaSettings: { limit: 10, period: "WEEK", offset: 6 } }],
      rejects: [{ name: "partners", quotaSettings: { limit: 10, period: "WEEK", offset: 7 } }],
    },
    "aws.apigateway.usage-plan.offset-month": {
      type: APIGATEWAY_USAGE_PLAN,
      when: { "quotaSettings.period": "MONTH" },
      require: { "quotaSettings.offset": { min: 0, max: 27 } },
      must: "The offset of a quota by month is from 0 to 27.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html",
      accepts: [{ name: "partners", quotaSettings: { limit: 10, period: "MONTH", offset: 27 } }],
      rejects: [{ name: "partners", quotaSettings: { limit: 10, period: "MONTH", offset: 28 } }],
    },
    "aws.apigateway.vpc-link.network-balancer": {
      type: "aws:apigateway/vpcLink:VpcLink",
      refers: { targetArn: LB_LOAD_BALANCER },
      defaults: { "targetArn->loadBalancerType": "application" },
      require: { "targetArn->loadBalancerType": "network" },
      must: "A VPC link of REST APIs leads to a network load balancer.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html",
      accepts: [{ targetArn: { loadBalancerType: "network" } }],
      rejects: [{ targetArn: {} }],
    },
    "aws.apigateway.method.authorization": {
      type: APIGATEWAY_METHOD,
      require: { authorization: ["NONE", "AWS_IAM", "CUSTOM", "COGNITO_USER_POOLS", "JWT"] },
      must: "The authorization must be NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS or JWT.",
      source: PUT_METHOD,
      accepts: [
        { authorization: "NONE", httpMethod: "GET" },
        { authorization: "AWS_IAM", httpMethod: "GET" },
      ],
      rejects: [
        { authorization: "IAM", httpMethod: "GET" },
        { authorization: "COGNITO", httpMethod: "GET" },
      ],
    },
    "aws.apigateway.method.request-parameters": {
      type: APIGATEWAY_METHOD,
      require: {
        requestParameters: {
          everyKey: { matches: /^method\.request\.(?:multivalue)?(?:querystring|path|header)\.[^\s.]\S*$/ },
        },
      },
      must: 'Parameters of requests are named as in "method.request.querystring.page", "method.request.path.id" or "method.request.header.Accept".',
      awsError: "Invalid mapping expression specified",
      source: PUT_METHOD,
      accepts: [
        {
          authorization: "NONE",
          httpMethod: "GET",
          requestParameters: {
            "method.request.path.proxy": true,
            "method.request.header.X-Trace": false,
            "method.request.querystring.page": true,
          },
        },
      ],
      rejects: [
        { authorization: "NONE", httpMethod: "GET", requestParameters: { page: true } },
        { authorization: "NONE", httpMethod: "GET", requestParameters: { "integration.request.path.id": true } },
        { authorization: "NONE", httpMethod: "GET", requestParameters: { "method.request.query.page": true } },
      ],
    },
    "aws.apigateway.integration.request-parameters": {
      type: APIGATEWAY_INTEGRATION,
      require: {
        requestParameters: {
          everyKey: { matches: /^integration\.request\.(?:multivalue)?(?:querystring|path|header)\.[^\s.]\S*$/ },
          everyValue: { matches: MAPPED_REQUEST },
        },
      },
      must: 'Parameters are mapped as in "integration.request.path.id": "method.request.path.id"; a value that does not change is between single quotes: "\'Event\'".',
      awsError: "Invalid mapping expression specified",
      source: PUT_INTEGRATION,
      accepts: [
        mapped({
          "integration.request.path.proxy": "method.request.path.proxy",
          "integration.request.header.X-Amz-Invocation-Type": "'Event'",
          "integration.request.header.X-Account": "context.accountId",
          "integration.request.header.X-Stage": "stageVariables.name",
          "integration.request.header.X-Empty": "''",
          "integration.request.querystring.id": "method.request.body.id",
        }),
      ],
      rejects: [
        mapped({ "integration.request.header.X-Amz-Invocation-Type": "Event" }),
        mapped({ "method.request.path.proxy": "integration.request.path.proxy" }),
        mapped({ "integration.request.header.Content-Type": '"application/json"' }),
      ],
    },
    "aws.apigateway.integration-response.parameters": {
      type: APIGATEWAY_INTEGRATION_RESPONSE,
      require: {
        responseParameters: {
          everyKey: { matches: /^method\.response\.(?:multivalue)?header\.\S+$/ },
          everyValue: { matches: MAPPED_RESPONSE },
        },
      },
      must: 'Headers are named as in "method.response.header.Location"; a value that does not change is between single quotes: "\'*\'".',
      awsError: "Invalid mapping expression specified",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html",
      accepts: [
        answered({
          "method.response.header.Access-Control-Allow-Origin": "'*'",
          "method.response.header.Location": "integration.response.header.Location",
          "method.response.header.X-Error": "integration.response.body.errorMessage",
          "method.response.header.X-Request": "context.requestId",
        }),
      ],
      rejects: [
        answered({ "method.response.header.Access-Control-Allow-Origin": "*" }),
        answered({ "method.response.header.Access-Control-Allow-Methods": "GET,OPTIONS" }),
        answered({ "Access-Control-Allow-Origin": "'*'" }),
      ],
    },
    "aws.apigateway.method-response.parameters": {
      type: "aws:apigateway/methodResponse:MethodResponse",
      require: { responseParameters: { everyKey: { matches: /^method\.response\.(?:multivalue)?header\.\S+$/ } } },
      must: 'Headers are named as in "method.response.header.Location".',
      awsError: "Invalid mapping expression specified",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html",
      accepts: [{ statusCode: "200", responseParameters: { "method.response.header.Location": true } }],
      rejects: [
        { statusCode: "200", responseParameters: { "Access-Control-Allow-Origin": true } },
        { statusCode: "200", responseParameters: { "integration.response.header.Location": true } },
      ],
    },
    "aws.apigateway.response.parameters": {
      type: RESPONSE,
      require: {
        responseParameters: {
          everyKey: { matches: /^gatewayresponse\.(?:header|path|querystring)\.\S+$/ },
          everyValue: { matches: MAPPED_REQUEST },
        },
      },
      must: 'Headers are named as in "gatewayresponse.header.Location"; a value that does not change is between single quotes: "\'*\'".',
      awsError: "Invalid mapping expression specified",
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html",
      accepts: [
        {
          responseType: "DEFAULT_4XX",
          responseParameters: {
            "gatewayresponse.header.Access-Control-Allow-Origin": "'*'",
            "gatewayresponse.header.X-Origin": "method.request.header.Origin",
          },
        },
      ],
      rejects: [
        {
          responseType: "DEFAULT_4XX",
          responseParameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "*" },
        },
        {
          responseType: "DEFAULT_4XX",
          responseParameters: { "method.response.header.Access-Control-Allow-Origin": "'*'" },
        },
      ],
    },
    "aws.apigateway.integration.verified": {
      type: APIGATEWAY_INTEGRATION,
      when: { "tlsConfig.insecureSkipVerification": true },
      require: { type: ["HTTP", "HTTP_PROXY"] },
      must: "Only integrations of the types HTTP and HTTP_PROXY leave out the verification of certificates.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_TlsConfig.html",
      accepts: [
        {
          httpMethod: "GET",
          type: "HTTP_PROXY",
          integrationHttpMethod: "GET",
          uri: "https://example.com",
          ...unverified,
        },
      ],
      rejects: [{ httpMethod: "GET", type: "AWS_PROXY", integrationHttpMethod: "POST", uri: FUNCTION, ...unverified }],
    },
    "aws.apigateway.stage.log-format": {
      type: APIGATEWAY_STAGE,
      require: { "accessLogSettings.format": { matches: ACCESS_LOG_FORMAT } },
      must: "The format is one line that has `$context.requestId` or `$context.extendedRequestId`.",
      awsError: "Access Log format must be single line, new line character is allowed only at end of the format",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
      accepts: [
        logged('{"requestId":"$context.requestId"}'),
        logged("$context.identity.sourceIp $context.extendedRequestId\n"),
      ],
      rejects: [
        logged('{\n  "requestId": "$context.requestId"\n}'),
        logged('{"ip":"$context.identity.sourceIp","status":"$context.status"}'),
      ],
    },
    "aws.apigateway.rest-api.private-addresses": {
      type: APIGATEWAY_REST_API,
      when: { "endpointConfiguration.types": "PRIVATE" },
      require: { "endpointConfiguration.ipAddressType": "dualstack" },
      must: 'A private API has `ipAddressType: "dualstack"`.',
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_EndpointConfiguration.html",
      accepts: [
        { endpointConfiguration: { types: "PRIVATE" } },
        { endpointConfiguration: { types: "PRIVATE", ipAddressType: "dualstack" } },
        { endpointConfiguration: { types: "REGIONAL", ipAddressType: "ipv4" } },
      ],
      rejects: [{ endpointConfiguration: { types: "PRIVATE", ipAddressType: "ipv4" } }],
    },
    "aws.apigateway.rest-api.strict-access": {
      type: APIGATEWAY_REST_API,
      when: { endpointAccessMode: "STRICT" },
      require: { securityPolicy: { present: true, startsWith: "SecurityPolicy_" } },
      must: "Strict access requires a `securityPolicy` whose name begins with SecurityPolicy_.",
      source: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html",
      accepts: [{ endpointAccessMode: "STRICT", securityPolicy: "SecurityPolicy_TLS13_1_3_2025_09" }],
      rejects: [{ endpointAccessMode: "STRICT" }, { endpointAccessMode: "STRICT", securityPolicy: "TLS_1_2" }],
    },
  },
} satisfies ServiceConstraints;
