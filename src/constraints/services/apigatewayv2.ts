import {
  APIGATEWAYV2_API,
  APIGATEWAYV2_AUTHORIZER,
  APIGATEWAYV2_ROUTE,
  APIGATEWAYV2_STAGE,
  LB_LOAD_BALANCER,
} from "../../aws/type-tokens";
import type { Inputs, ServiceConstraints } from "../form";
import { ACCESS_LOG_FORMAT } from "../access-log-format";
const API_MAPPING = "aws:apigatewayv2/apiMapping:ApiMapping";

const DOMAIN_NAME = "aws:apigatewayv2/domainName:DomainName";
const INTEGRATION = "aws:apigatewayv2/integration:Integration";
const APIS = "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html";
const ROUTES = "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html";
const INTEGRATIONS = "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html";
const AUTHORIZERS = "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html";

/** A JWT authorizer of an API with this protocol. */
const jwt = (protocolType: string): Record<string, unknown> => ({
  apiId: { protocolType },
  name: "x",
  authorizerType: "JWT",
  identitySources: ["$request.header.Authorization"],
  jwtConfiguration: { audiences: ["x"], issuer: "https://example.com" },
});
const PRIVATE_INTEGRATIONS =
  "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html";
const LISTENER_ERROR =
  "For VpcLink VPC_LINK, integration uri should be a valid ELB listener ARN or a valid Cloud Map service ARN";
/** An integration that reaches this through a VPC link. */
const privately = (apiId: Inputs, integrationUri: unknown): Inputs => ({
  apiId,
  integrationType: "HTTP_PROXY",
  integrationMethod: "ANY",
  connectionType: "VPC_LINK",
  connectionId: "x",
  integrationUri,
});
const logged = (format: string): Inputs => ({
  apiId: "x",
  accessLogSettings: { format, destinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api" },
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.apigatewayv2.api.cors-protocol": {
      type: APIGATEWAYV2_API,
      when: { protocolType: "WEBSOCKET" },
      require: { corsConfiguration: { present: false } },
      must: "Only HTTP APIs have cross-origin settings: leave out `corsConfiguration`.",
      source: APIS,
      accepts: [
        { protocolType: "HTTP", corsConfiguration: { allowOrigins: ["https://shop.io"] } },
        { protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
      ],
      rejects: [{ protocolType: "WEBSOCKET", corsConfiguration: { allowOrigins: ["https://shop.io"] } }],
    },
    "aws.apigatewayv2.api.credentials-origin": {
      type: APIGATEWAYV2_API,
      when: { "corsConfiguration.allowCredentials": true },
      require: { "corsConfiguration.allowOrigins": { not: { contains: "*" } } },
      must: "Credentials require named origins: replace the asterisk in `corsConfiguration.allowOrigins`.",
      source: APIS,
      accepts: [
        { protocolType: "HTTP", corsConfiguration: { allowCredentials: true, allowOrigins: ["https://shop.io"] } },
        { protocolType: "HTTP", corsConfiguration: { allowOrigins: ["*"] } },
      ],
      rejects: [{ protocolType: "HTTP", corsConfiguration: { allowCredentials: true, allowOrigins: ["*"] } }],
    },
    "aws.apigatewayv2.route.authorizer": {
      type: APIGATEWAYV2_ROUTE,
      when: { authorizationType: ["JWT", "CUSTOM"] },
      require: { authorizerId: { present: true } },
      must: "This kind of authorization requires `authorizerId`.",
      source: ROUTES,
      accepts: [{ authorizationType: "JWT", authorizerId: "x" }, { authorizationType: "AWS_IAM" }],
      rejects: [{ authorizationType: "JWT" }, { authorizationType: "CUSTOM" }],
    },
    "aws.apigatewayv2.route.target": {
      type: APIGATEWAYV2_ROUTE,
      require: { target: { startsWith: "integrations/" } },
      must: "`target` must have the form integrations/ID.",
      source: ROUTES,
      accepts: [{ target: "integrations/x" }],
      rejects: [{ target: "x7k2m9" }],
    },
    "aws.apigatewayv2.integration.uri": {
      type: INTEGRATION,
      when: { integrationType: ["HTTP", "HTTP_PROXY"] },
      require: { integrationUri: { present: true } },
      must: "An integration of this type requires `integrationUri`.",
      source: INTEGRATIONS,
      accepts: [
        { integrationType: "HTTP_PROXY", integrationUri: "https://shop.io", integrationMethod: "GET" },
        { integrationType: "MOCK" },
        { integrationType: "AWS_PROXY", integrationUri: "x" },
      ],
      rejects: [{ integrationType: "HTTP_PROXY", integrationMethod: "GET" }],
    },
    "aws.apigatewayv2.integration.method": {
      type: INTEGRATION,
      when: { integrationType: ["HTTP", "HTTP_PROXY"] },
      require: { integrationMethod: { present: true } },
      must: "An HTTP integration requires `integrationMethod`.",
      source: INTEGRATIONS,
      accepts: [{ integrationType: "HTTP_PROXY", integrationUri: "https://shop.io", integrationMethod: "GET" }],
      rejects: [{ integrationType: "HTTP_PROXY", integrationUri: "https://shop.io" }],
    },
    "aws.apigatewayv2.integration.vpc-link": {
      type: INTEGRATION,
      when: { connectionType: "VPC_LINK" },
      require: { connectionId: { present: true } },
      must: "A private integration requires `connectionId`.",
      source: INTEGRATIONS,
      accepts: [{ connectionType: "VPC_LINK", connectionId: "x" }, { connectionType: "INTERNET" }],
      rejects: [{ connectionType: "VPC_LINK" }],
    },
    "aws.apigatewayv2.integration.subtype-credentials": {
      type: INTEGRATION,
      when: { integrationSubtype: { present: true } },
      require: { payloadFormatVersion: "1.0", credentialsArn: { present: true } },
      must: 'An integration with a service requires `credentialsArn` and `payloadFormatVersion: "1.0"`.',
      source:
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services.html",
      accepts: [
        {
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          credentialsArn: "x",
          payloadFormatVersion: "1.0",
        },
      ],
      rejects: [
        {
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          payloadFormatVersion: "2.0",
          credentialsArn: "x",
        },
      ],
    },
    "aws.apigatewayv2.authorizer.issuer-address": {
      type: APIGATEWAYV2_AUTHORIZER,
      when: { authorizerType: "JWT" },
      require: { "jwtConfiguration.issuer": { startsWith: "https://" } },
      must: 'The issuer of tokens is an address that begins with "https://".',
      awsError: "BadRequestException: Invalid issuer",
      source: AUTHORIZERS,
      accepts: [
        {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://login.shop.io" },
        },
      ],
      rejects: [
        {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab12Cd34E" },
        },
      ],
    },
    "aws.apigatewayv2.authorizer.jwt-configuration": {
      type: APIGATEWAYV2_AUTHORIZER,
      when: { authorizerType: "JWT" },
      require: { "jwtConfiguration.issuer": { present: true } },
      must: "An authorizer by JWT requires `jwtConfiguration` with `jwtConfiguration.issuer`.",
      source: AUTHORIZERS,
      accepts: [
        {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://login.shop.io" },
        },
        { authorizerType: "REQUEST", authorizerUri: "x" },
      ],
      rejects: [{ authorizerType: "JWT", identitySources: ["$request.header.Authorization"] }],
    },
    "aws.apigatewayv2.authorizer.jwt-identity": {
      type: APIGATEWAYV2_AUTHORIZER,
      when: { authorizerType: "JWT" },
      require: { identitySources: { present: true } },
      must: "An authorizer by JWT requires `identitySources`.",
      source: AUTHORIZERS,
      accepts: [
        {
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: { issuer: "https://login.shop.io" },
        },
      ],
      rejects: [{ authorizerType: "JWT", jwtConfiguration: { issuer: "https://login.shop.io" } }],
    },
    "aws.apigatewayv2.authorizer.function": {
      type: APIGATEWAYV2_AUTHORIZER,
      when: { authorizerType: "REQUEST" },
      require: { authorizerUri: { present: true } },
      must: "An authorizer by request requires `authorizerUri`.",
      source: AUTHORIZERS,
      accepts: [{ authorizerType: "REQUEST", authorizerUri: "x" }],
      rejects: [{ authorizerType: "REQUEST" }],
    },
    "aws.apigatewayv2.stage.name": {
      type: "aws:apigatewayv2/stage:Stage",
      when: { name: { present: true } },
      require: { name: { matches: /^(?:\$default|[A-Za-z0-9_-]+)$/ } },
      must: 'The name of a stage has letters, digits, hyphens and underscores, or is "$default".',
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html",
      accepts: [{ name: "prod" }, { name: "$default" }],
      rejects: [{ name: "prod/v1" }],
    },
    "aws.apigatewayv2.api.route-selection": {
      type: "aws:apigatewayv2/api:Api",
      when: { protocolType: "WEBSOCKET" },
      require: { routeSelectionExpression: { present: true } },
      must: "A WebSocket API requires `routeSelectionExpression`.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-overview.html",
      accepts: [
        { protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
        { protocolType: "HTTP" },
      ],
      rejects: [{ protocolType: "WEBSOCKET" }],
    },
    "aws.apigatewayv2.api.http-selection": {
      type: APIGATEWAYV2_API,
      when: { protocolType: "HTTP" },
      require: { routeSelectionExpression: { matches: /^\$\{?request\.method\}? \$\{?request\.path\}?$/ } },
      must: "An HTTP API selects by method and path: leave out `routeSelectionExpression`.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html",
      accepts: [
        { name: "x", protocolType: "HTTP" },
        { name: "x", protocolType: "HTTP", routeSelectionExpression: "$request.method $request.path" },
        { name: "x", protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
      ],
      rejects: [{ name: "x", protocolType: "HTTP", routeSelectionExpression: "$request.body.action" }],
    },
    "aws.apigatewayv2.api.quick-create": {
      type: APIGATEWAYV2_API,
      when: { protocolType: "WEBSOCKET" },
      require: { target: { present: false }, routeKey: { present: false } },
      must: "Only an HTTP API is created with a route: leave out `target` and `routeKey`.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html",
      accepts: [{ name: "x", protocolType: "HTTP", target: "https://example.com" }],
      rejects: [
        {
          name: "x",
          protocolType: "WEBSOCKET",
          routeSelectionExpression: "$request.body.action",
          target: "https://example.com",
        },
      ],
    },
    "aws.apigatewayv2.api.cors-methods": {
      type: APIGATEWAYV2_API,
      require: {
        "corsConfiguration.allowMethods": {
          every: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "*", "CONNECT", "TRACE"],
        },
        "corsConfiguration.allowOrigins": { every: { anyOf: ["*", { matches: /^[a-z][a-z0-9+.-]*:\/\// }] } },
      },
      must: "CORS allows methods in capitals, and origins with their protocol.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
      accepts: [
        {
          name: "x",
          protocolType: "HTTP",
          corsConfiguration: { allowMethods: ["GET"], allowOrigins: ["https://example.com"] },
        },
      ],
      rejects: [
        {
          name: "x",
          protocolType: "HTTP",
          corsConfiguration: { allowMethods: ["get"], allowOrigins: ["https://example.com"] },
        },
        {
          name: "x",
          protocolType: "HTTP",
          corsConfiguration: { allowMethods: ["GET"], allowOrigins: ["example.com"] },
        },
      ],
    },
    "aws.apigatewayv2.stage.log-destination": {
      type: APIGATEWAYV2_STAGE,
      require: { "accessLogSettings.destinationArn": { not: { matches: /^arn:[a-z-]+:s3:/ } } },
      must: "Access logs go to the ARN of a log group or a delivery stream.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html",
      accepts: [
        {
          apiId: "x",
          name: "prod",
          accessLogSettings: {
            destinationArn: "arn:aws:logs:us-east-1:111122223333:log-group:api",
            format: "$context.requestId",
          },
        },
      ],
      rejects: [
        {
          apiId: "x",
          name: "prod",
          accessLogSettings: { destinationArn: "arn:aws:s3:::logs", format: "$context.requestId" },
        },
      ],
    },
    "aws.apigatewayv2.route.scopes": {
      type: APIGATEWAYV2_ROUTE,
      when: { authorizationScopes: { minItems: 1 } },
      require: { authorizationType: "JWT" },
      defaults: { authorizationType: "NONE" },
      must: "Only a route with the authorization JWT has scopes.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html",
      accepts: [
        { apiId: "x", routeKey: "GET /a", authorizationType: "JWT", authorizerId: "x", authorizationScopes: ["a"] },
      ],
      rejects: [{ apiId: "x", routeKey: "GET /a", authorizationScopes: ["a"] }],
    },
    "aws.apigatewayv2.integration.payload-version": {
      type: INTEGRATION,
      require: { payloadFormatVersion: ["1.0", "2.0"] },
      must: '`payloadFormatVersion` is "1.0" or "2.0".',
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html",
      accepts: [
        {
          apiId: "x",
          integrationType: "AWS_PROXY",
          integrationUri: "arn:aws:lambda:us-east-1:111122223333:function:x",
          payloadFormatVersion: "2.0",
        },
      ],
      rejects: [
        {
          apiId: "x",
          integrationType: "AWS_PROXY",
          integrationUri: "arn:aws:lambda:us-east-1:111122223333:function:x",
          payloadFormatVersion: "3.0",
        },
      ],
    },
    "aws.apigatewayv2.integration.timeout": {
      type: INTEGRATION,
      require: { timeoutMilliseconds: { min: 50, max: 30000 } },
      must: "An integration answers in 50 to 30,000 milliseconds.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html",
      accepts: [
        {
          apiId: "x",
          integrationType: "AWS_PROXY",
          integrationUri: "arn:aws:lambda:us-east-1:111122223333:function:x",
          timeoutMilliseconds: 30000,
        },
      ],
      rejects: [
        {
          apiId: "x",
          integrationType: "AWS_PROXY",
          integrationUri: "arn:aws:lambda:us-east-1:111122223333:function:x",
          timeoutMilliseconds: 60000,
        },
      ],
    },
    "aws.apigatewayv2.authorizer.simple-responses": {
      type: APIGATEWAYV2_AUTHORIZER,
      when: { enableSimpleResponses: true },
      require: { authorizerPayloadFormatVersion: "2.0" },
      must: 'Simple responses require `authorizerPayloadFormatVersion: "2.0"`.',
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html",
      accepts: [
        {
          apiId: "x",
          name: "x",
          authorizerType: "REQUEST",
          authorizerUri:
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:x/invocations",
          authorizerPayloadFormatVersion: "2.0",
          identitySources: ["$request.header.Authorization"],
          enableSimpleResponses: true,
        },
      ],
      rejects: [
        {
          apiId: "x",
          name: "x",
          authorizerType: "REQUEST",
          authorizerUri:
            "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111122223333:function:x/invocations",
          authorizerPayloadFormatVersion: "1.0",
          identitySources: ["$request.header.Authorization"],
          enableSimpleResponses: true,
        },
      ],
    },
    "aws.apigatewayv2.domain-name.regional": {
      type: DOMAIN_NAME,
      require: { "domainNameConfiguration.endpointType": "REGIONAL" },
      must: "A domain of these APIs is regional.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html",
      accepts: [
        {
          domainName: "api.example.com",
          domainNameConfiguration: {
            certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            endpointType: "REGIONAL",
            securityPolicy: "TLS_1_2",
          },
        },
      ],
      rejects: [
        {
          domainName: "api.example.com",
          domainNameConfiguration: {
            certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            endpointType: "EDGE",
            securityPolicy: "TLS_1_2",
          },
        },
      ],
    },
    "aws.apigatewayv2.route.path-slash": {
      type: APIGATEWAYV2_ROUTE,
      require: { routeKey: { not: { matches: /^(?:ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+[^/\s]/ } } },
      must: 'The path of a route begins with a slash: "GET /orders".',
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html",
      accepts: [
        { apiId: "x", routeKey: "GET /orders" },
        { apiId: "x", routeKey: "$default" },
        { apiId: "x", routeKey: "sendmessage" },
      ],
      rejects: [{ apiId: "x", routeKey: "GET orders" }],
    },
    "aws.apigatewayv2.api-mapping.path": {
      type: API_MAPPING,
      require: { apiMappingKey: { not: { matches: /^\/|\/$/ } } },
      must: "A mapping key has no slash at its beginning or end.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mappings.html",
      accepts: [{ domainName: "api.example.com", apiMappingKey: "v1" }],
      rejects: [
        { domainName: "api.example.com", apiMappingKey: "/v1" },
        { domainName: "api.example.com", apiMappingKey: "v1/" },
      ],
    },
    "aws.apigatewayv2.stage.route-logging": {
      type: APIGATEWAYV2_STAGE,
      each: "routeSettings",
      require: { loggingLevel: ["ERROR", "INFO", "OFF"] },
      must: '`loggingLevel` must be "ERROR", "INFO" or "OFF".',
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html",
      accepts: [{ name: "prod", routeSettings: [{ routeKey: "$default", loggingLevel: "ERROR" }] }],
      rejects: [{ name: "prod", routeSettings: [{ routeKey: "$default", loggingLevel: "DEBUG" }] }],
    },
    "aws.apigatewayv2.domain-name.policy": {
      type: DOMAIN_NAME,
      require: { "domainNameConfiguration.securityPolicy": { not: "TLS_1_0" } },
      must: 'HTTP and WebSocket APIs must have the security policy "TLS_1_2" or a later one.',
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html",
      accepts: [
        {
          domainName: "api.example.com",
          domainNameConfiguration: {
            certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            endpointType: "REGIONAL",
            securityPolicy: "TLS_1_2",
          },
        },
      ],
      rejects: [
        {
          domainName: "api.example.com",
          domainNameConfiguration: {
            certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            endpointType: "REGIONAL",
            securityPolicy: "TLS_1_0",
          },
        },
      ],
    },
    "aws.apigatewayv2.domain-name.truststore": {
      type: DOMAIN_NAME,
      require: { "mutualTlsAuthentication.truststoreUri": { startsWith: "s3://" } },
      must: "A trust store is an object of S3, such as s3://bucket/key.pem.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html",
      accepts: [
        {
          domainName: "api.example.com",
          domainNameConfiguration: {
            certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            endpointType: "REGIONAL",
            securityPolicy: "TLS_1_2",
          },
          mutualTlsAuthentication: { truststoreUri: "s3://orders/ca.pem" },
        },
      ],
      rejects: [
        {
          domainName: "api.example.com",
          domainNameConfiguration: {
            certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
            endpointType: "REGIONAL",
            securityPolicy: "TLS_1_2",
          },
          mutualTlsAuthentication: { truststoreUri: "https://orders.s3.amazonaws.com/ca.pem" },
        },
      ],
    },
    "aws.apigatewayv2.api.description": {
      type: APIGATEWAYV2_API,
      require: { description: { maxLength: 1024 } },
      must: "The description has at most 1,024 characters.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html",
      accepts: [{ protocolType: "HTTP", description: "orders" }],
      rejects: [
        {
          protocolType: "HTTP",
          description: "a".repeat(1025),
        },
      ],
    },
    "aws.apigatewayv2.api.version-length": {
      type: APIGATEWAYV2_API,
      require: { version: { maxLength: 64 } },
      must: "The version has at most 64 characters.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html",
      accepts: [{ protocolType: "HTTP", version: "1.0" }],
      rejects: [{ protocolType: "HTTP", version: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }],
    },
    "aws.apigatewayv2.authorizer.jwt-protocol": {
      type: APIGATEWAYV2_AUTHORIZER,
      refers: { apiId: APIGATEWAYV2_API },
      when: { authorizerType: "JWT" },
      require: { "apiId->protocolType": "HTTP" },
      must: "Only HTTP APIs have authorizers of the type JWT.",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html",
      accepts: [jwt("HTTP")],
      rejects: [jwt("WEBSOCKET")],
    },
    "aws.apigatewayv2.stage.log-format": {
      type: APIGATEWAYV2_STAGE,
      require: { "accessLogSettings.format": { matches: ACCESS_LOG_FORMAT } },
      must: "The format is one line that has `$context.requestId` or `$context.extendedRequestId`.",
      awsError: "Access Log format must be single line, new line character is allowed only at end of the format",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html",
      accepts: [logged('{"requestId":"$context.requestId"}'), logged("$context.requestId $context.status\n")],
      rejects: [
        logged('{\n  "requestId": "$context.requestId"\n}'),
        logged('{"ip":"$context.identity.sourceIp","status":"$context.status"}'),
      ],
    },
    "aws.apigatewayv2.stage.variables": {
      type: APIGATEWAYV2_STAGE,
      require: {
        stageVariables: {
          everyKey: { matches: /^[A-Za-z0-9_]+$/ },
          everyValue: { matches: /^[A-Za-z0-9\-._~:/?#&=,]*$/ },
        },
      },
      must: "Names of stage variables have letters, digits and underscores, and values only characters of a URL.",
      source: "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html",
      accepts: [{ apiId: "x", stageVariables: { table: "orders" } }],
      rejects: [
        { apiId: "x", stageVariables: { table: "orders table" } },
        { apiId: "x", stageVariables: { "table-name": "orders" } },
      ],
    },
    "aws.apigatewayv2.stage.own-deployment": {
      type: APIGATEWAYV2_STAGE,
      when: { autoDeploy: true },
      require: { deploymentId: { present: false } },
      must: "A stage that deploys automatically has deployments of its own: leave out `deploymentId`.",
      source:
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html",
      level: "advisory",
      accepts: [
        { apiId: "x", autoDeploy: true },
        { apiId: "x", deploymentId: "a1b2c3" },
      ],
      rejects: [{ apiId: "x", autoDeploy: true, deploymentId: "a1b2c3" }],
    },
    "aws.apigatewayv2.integration.proxy-only": {
      type: INTEGRATION,
      refers: { apiId: APIGATEWAYV2_API },
      when: { "apiId->protocolType": "HTTP" },
      require: { integrationType: ["AWS_PROXY", "HTTP_PROXY"] },
      must: "An HTTP API has integrations of the types AWS_PROXY and HTTP_PROXY alone.",
      awsError:
        "Currently, an API with a protocol type of HTTP may only be associated with proxy integrations (AWS_PROXY, HTTP_PROXY)",
      source: INTEGRATIONS,
      accepts: [
        { apiId: { protocolType: "HTTP" }, integrationType: "AWS_PROXY", integrationUri: "x" },
        { apiId: { protocolType: "WEBSOCKET" }, integrationType: "MOCK" },
      ],
      rejects: [
        { apiId: { protocolType: "HTTP" }, integrationType: "AWS", integrationUri: "x" },
        { apiId: { protocolType: "HTTP" }, integrationType: "MOCK" },
      ],
    },
    "aws.apigatewayv2.integration.function-post": {
      type: INTEGRATION,
      when: { integrationType: "AWS_PROXY" },
      require: { integrationMethod: "POST" },
      must: 'Functions must be called with `integrationMethod: "POST"`, its default.',
      awsError: "HttpMethod must be POST for AWS_PROXY IntegrationType",
      source: INTEGRATIONS,
      accepts: [
        { integrationType: "AWS_PROXY", integrationUri: "x" },
        { integrationType: "AWS_PROXY", integrationUri: "x", integrationMethod: "POST" },
      ],
      rejects: [{ integrationType: "AWS_PROXY", integrationUri: "x", integrationMethod: "GET" }],
    },
    "aws.apigatewayv2.integration.listener": {
      type: INTEGRATION,
      refers: { apiId: APIGATEWAYV2_API },
      when: { "apiId->protocolType": "HTTP", connectionType: "VPC_LINK" },
      require: { integrationUri: { startsWith: "arn:" } },
      must: "A private integration of an HTTP API leads to the ARN of a listener, or of a service of Cloud Map.",
      awsError: LISTENER_ERROR,
      source: PRIVATE_INTEGRATIONS,
      accepts: [
        privately({ protocolType: "HTTP" }, "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/x/1/2"),
        privately({ protocolType: "WEBSOCKET" }, "http://x.example.com"),
      ],
      rejects: [privately({ protocolType: "HTTP" }, "http://x.example.com")],
    },
    "aws.apigatewayv2.integration.listener-of-balancer": {
      type: INTEGRATION,
      refers: { apiId: APIGATEWAYV2_API, integrationUri: LB_LOAD_BALANCER },
      when: { "apiId->protocolType": "HTTP", connectionType: "VPC_LINK" },
      require: { integrationUri: { present: false } },
      must: "A private integration of an HTTP API leads to a listener, not to the load balancer: set `integrationUri` to the `arn` of its listener.",
      awsError: LISTENER_ERROR,
      source: PRIVATE_INTEGRATIONS,
      accepts: [privately({ protocolType: "WEBSOCKET" }, { loadBalancerType: "network" })],
      rejects: [privately({ protocolType: "HTTP" }, { internal: true })],
    },
    "aws.apigatewayv2.integration.subtype": {
      type: INTEGRATION,
      when: { integrationSubtype: { present: true } },
      require: { integrationType: "AWS_PROXY" },
      must: 'An integration with a service has `integrationType: "AWS_PROXY"`.',
      source: INTEGRATIONS,
      accepts: [{ integrationType: "AWS_PROXY", integrationSubtype: "SQS-SendMessage", credentialsArn: "x" }],
      rejects: [{ integrationType: "AWS", integrationSubtype: "SQS-SendMessage", credentialsArn: "x" }],
    },
    "aws.apigatewayv2.integration.proxy-version": {
      type: INTEGRATION,
      when: { integrationType: "HTTP_PROXY" },
      require: { payloadFormatVersion: "1.0" },
      must: 'Only functions take the version 2.0 of the payload: an HTTP_PROXY has `payloadFormatVersion: "1.0"`, its default.',
      source: INTEGRATIONS,
      accepts: [
        { integrationType: "HTTP_PROXY", integrationMethod: "GET", integrationUri: "https://example.com" },
        { integrationType: "AWS_PROXY", integrationUri: "x", payloadFormatVersion: "2.0" },
      ],
      rejects: [
        {
          integrationType: "HTTP_PROXY",
          integrationMethod: "GET",
          integrationUri: "https://example.com",
          payloadFormatVersion: "2.0",
        },
      ],
    },
    "aws.apigatewayv2.integration.websocket-version": {
      type: INTEGRATION,
      refers: { apiId: APIGATEWAYV2_API },
      when: { "apiId->protocolType": "WEBSOCKET", integrationType: { not: "HTTP_PROXY" } },
      require: { payloadFormatVersion: "1.0" },
      must: "Only HTTP APIs have the version 2.0 of the payload: leave out `payloadFormatVersion`.",
      source: INTEGRATIONS,
      accepts: [
        { apiId: { protocolType: "WEBSOCKET" }, integrationType: "AWS_PROXY", integrationUri: "x" },
        {
          apiId: { protocolType: "HTTP" },
          integrationType: "AWS_PROXY",
          integrationUri: "x",
          payloadFormatVersion: "2.0",
        },
      ],
      rejects: [
        {
          apiId: { protocolType: "WEBSOCKET" },
          integrationType: "AWS_PROXY",
          integrationUri: "x",
          payloadFormatVersion: "2.0",
        },
      ],
    },
    "aws.apigatewayv2.integration.websocket-timeout": {
      type: INTEGRATION,
      refers: { apiId: APIGATEWAYV2_API },
      when: { "apiId->protocolType": "WEBSOCKET", timeoutMilliseconds: { max: 30000 } },
      require: { timeoutMilliseconds: { max: 29000 } },
      must: "An integration of a WebSocket API answers in at most 29,000 milliseconds.",
      source: INTEGRATIONS,
      accepts: [
        { apiId: { protocolType: "WEBSOCKET" }, integrationType: "MOCK", timeoutMilliseconds: 29000 },
        {
          apiId: { protocolType: "HTTP" },
          integrationType: "AWS_PROXY",
          integrationUri: "x",
          timeoutMilliseconds: 30000,
        },
      ],
      rejects: [{ apiId: { protocolType: "WEBSOCKET" }, integrationType: "MOCK", timeoutMilliseconds: 30000 }],
    },
    "aws.apigatewayv2.integration.request-parameters": {
      type: INTEGRATION,
      refers: { apiId: APIGATEWAYV2_API },
      when: { "apiId->protocolType": "HTTP", integrationSubtype: { present: false } },
      require: {
        requestParameters: {
          everyKey: { matches: /^(?:(?:append|overwrite|remove):(?:header|querystring)\.\S+|overwrite:path)$/ },
        },
      },
      must: 'An HTTP API changes requests with keys such as "append:header.X-Trace", "remove:querystring.debug" or "overwrite:path".',
      awsError: "Invalid mapping expression specified",
      source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html",
      accepts: [
        {
          apiId: { protocolType: "HTTP" },
          integrationType: "AWS_PROXY",
          integrationUri: "x",
          requestParameters: { "append:header.X-Trace": "$context.requestId", "overwrite:path": "/v2" },
        },
        {
          apiId: { protocolType: "HTTP" },
          integrationType: "AWS_PROXY",
          integrationSubtype: "SQS-SendMessage",
          credentialsArn: "x",
          requestParameters: { QueueUrl: "x", MessageBody: "$request.body" },
        },
        {
          apiId: { protocolType: "WEBSOCKET" },
          integrationType: "MOCK",
          requestParameters: { "integration.request.header.X-Trace": "context.requestId" },
        },
      ],
      rejects: [
        {
          apiId: { protocolType: "HTTP" },
          integrationType: "AWS_PROXY",
          integrationUri: "x",
          requestParameters: { "integration.request.header.X-Trace": "context.requestId" },
        },
      ],
    },
    "aws.apigatewayv2.route.api-key": {
      type: APIGATEWAYV2_ROUTE,
      refers: { apiId: APIGATEWAYV2_API },
      when: { "apiId->protocolType": "HTTP" },
      require: { apiKeyRequired: { not: true } },
      must: "Only WebSocket APIs require keys: use an authorizer, or a REST API.",
      source: ROUTES,
      level: "advisory",
      accepts: [
        { apiId: { protocolType: "WEBSOCKET" }, routeKey: "$default", apiKeyRequired: true },
        { apiId: { protocolType: "HTTP" }, routeKey: "$default", apiKeyRequired: false },
      ],
      rejects: [{ apiId: { protocolType: "HTTP" }, routeKey: "$default", apiKeyRequired: true }],
    },
  },
} satisfies ServiceConstraints;
