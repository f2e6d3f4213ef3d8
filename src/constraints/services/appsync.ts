import { named } from "../cases";
import type { ServiceConstraints } from "../form";

const GRAPH_API = "aws:appsync/graphQLApi:GraphQLApi";
const DATA_SOURCE = "aws:appsync/dataSource:DataSource";

/** A resolver of one API with a data source of another, or of the same. */
const resolver = (other: string): Record<string, unknown> => ({
  type: "Query",
  field: "order",
  apiId: named("left"),
  dataSource: { type: "NONE", apiId: named(other) },
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.appsync.graph-ql-api.user-pool": {
      type: GRAPH_API,
      when: { authenticationType: "AMAZON_COGNITO_USER_POOLS" },
      require: { userPoolConfig: { present: true } },
      must: "Authorization by user pools requires `userPoolConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateGraphqlApi.html",
      accepts: [
        {
          authenticationType: "AMAZON_COGNITO_USER_POOLS",
          userPoolConfig: { defaultAction: "ALLOW", userPoolId: "x" },
        },
        { authenticationType: "API_KEY" },
      ],
      rejects: [{ authenticationType: "AMAZON_COGNITO_USER_POOLS" }],
    },
    "aws.appsync.graph-ql-api.additional-user-pool": {
      type: GRAPH_API,
      each: "additionalAuthenticationProviders",
      where: { authenticationType: "AMAZON_COGNITO_USER_POOLS" },
      require: { userPoolConfig: { present: true } },
      must: "Authorization by user pools requires `userPoolConfig` in its entry of `additionalAuthenticationProviders`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_AdditionalAuthenticationProvider.html",
      accepts: [
        {
          authenticationType: "API_KEY",
          additionalAuthenticationProviders: [
            {
              authenticationType: "AMAZON_COGNITO_USER_POOLS",
              userPoolConfig: { defaultAction: "ALLOW", userPoolId: "x" },
            },
          ],
        },
      ],
      rejects: [
        {
          authenticationType: "API_KEY",
          additionalAuthenticationProviders: [{ authenticationType: "AMAZON_COGNITO_USER_POOLS" }],
        },
      ],
    },
    "aws.appsync.graph-ql-api.openid": {
      type: GRAPH_API,
      when: { authenticationType: "OPENID_CONNECT" },
      require: { openidConnectConfig: { present: true } },
      must: "Authorization by OpenID Connect requires `openidConnectConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateGraphqlApi.html",
      accepts: [
        { authenticationType: "OPENID_CONNECT", openidConnectConfig: { issuer: "https://x" } },
        { authenticationType: "API_KEY" },
      ],
      rejects: [{ authenticationType: "OPENID_CONNECT" }],
    },
    "aws.appsync.graph-ql-api.additional-openid": {
      type: GRAPH_API,
      each: "additionalAuthenticationProviders",
      where: { authenticationType: "OPENID_CONNECT" },
      require: { openidConnectConfig: { present: true } },
      must: "Authorization by OpenID Connect requires `openidConnectConfig` in its entry of `additionalAuthenticationProviders`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_AdditionalAuthenticationProvider.html",
      accepts: [
        {
          authenticationType: "API_KEY",
          additionalAuthenticationProviders: [
            { authenticationType: "OPENID_CONNECT", openidConnectConfig: { issuer: "https://x" } },
          ],
        },
      ],
      rejects: [
        {
          authenticationType: "API_KEY",
          additionalAuthenticationProviders: [{ authenticationType: "OPENID_CONNECT" }],
        },
      ],
    },
    "aws.appsync.graph-ql-api.lambda": {
      type: GRAPH_API,
      when: { authenticationType: "AWS_LAMBDA" },
      require: { lambdaAuthorizerConfig: { present: true } },
      must: "Authorization by a function requires `lambdaAuthorizerConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateGraphqlApi.html",
      accepts: [
        { authenticationType: "AWS_LAMBDA", lambdaAuthorizerConfig: { authorizerUri: "x" } },
        { authenticationType: "API_KEY" },
      ],
      rejects: [{ authenticationType: "AWS_LAMBDA" }],
    },
    "aws.appsync.graph-ql-api.additional-lambda": {
      type: GRAPH_API,
      each: "additionalAuthenticationProviders",
      where: { authenticationType: "AWS_LAMBDA" },
      require: { lambdaAuthorizerConfig: { present: true } },
      must: "Authorization by a function requires `lambdaAuthorizerConfig` in its entry of `additionalAuthenticationProviders`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_AdditionalAuthenticationProvider.html",
      accepts: [
        {
          authenticationType: "API_KEY",
          additionalAuthenticationProviders: [
            { authenticationType: "AWS_LAMBDA", lambdaAuthorizerConfig: { authorizerUri: "x" } },
          ],
        },
      ],
      rejects: [
        { authenticationType: "API_KEY", additionalAuthenticationProviders: [{ authenticationType: "AWS_LAMBDA" }] },
      ],
    },
    "aws.appsync.graph-ql-api.one-key": {
      type: GRAPH_API,
      when: { authenticationType: "API_KEY" },
      require: { additionalAuthenticationProviders: { none: { authenticationType: "API_KEY" } } },
      must: "`API_KEY` can be set once: leave it out of `additionalAuthenticationProviders`.",
      source: "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
      accepts: [
        {
          authenticationType: "API_KEY",
          additionalAuthenticationProviders: [
            { authenticationType: "AMAZON_COGNITO_USER_POOLS", userPoolConfig: { userPoolId: "x" } },
          ],
        },
      ],
      rejects: [
        { authenticationType: "API_KEY", additionalAuthenticationProviders: [{ authenticationType: "API_KEY" }] },
      ],
    },
    "aws.appsync.graph-ql-api.one-iam": {
      type: GRAPH_API,
      when: { authenticationType: "AWS_IAM" },
      require: { additionalAuthenticationProviders: { none: { authenticationType: "AWS_IAM" } } },
      must: "`AWS_IAM` can be set once: leave it out of `additionalAuthenticationProviders`.",
      source: "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
      accepts: [
        {
          authenticationType: "AWS_IAM",
          additionalAuthenticationProviders: [
            { authenticationType: "AMAZON_COGNITO_USER_POOLS", userPoolConfig: { userPoolId: "x" } },
          ],
        },
      ],
      rejects: [
        { authenticationType: "AWS_IAM", additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }] },
      ],
    },
    "aws.appsync.data-source.aws-lambda": {
      type: DATA_SOURCE,
      when: { type: "AWS_LAMBDA" },
      require: { lambdaConfig: { present: true } },
      must: "A data source of type AWS_LAMBDA requires `lambdaConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html",
      accepts: [
        { name: "x", type: "AWS_LAMBDA", lambdaConfig: { functionArn: "x" }, serviceRoleArn: "x" },
        { name: "x", type: "NONE" },
      ],
      rejects: [{ name: "x", type: "AWS_LAMBDA", serviceRoleArn: "x" }],
    },
    "aws.appsync.data-source.amazon-dynamodb": {
      type: DATA_SOURCE,
      when: { type: "AMAZON_DYNAMODB" },
      require: { dynamodbConfig: { present: true } },
      must: "A data source of type AMAZON_DYNAMODB requires `dynamodbConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html",
      accepts: [
        { name: "x", type: "AMAZON_DYNAMODB", dynamodbConfig: { tableName: "x" }, serviceRoleArn: "x" },
        { name: "x", type: "NONE" },
      ],
      rejects: [{ name: "x", type: "AMAZON_DYNAMODB", serviceRoleArn: "x" }],
    },
    "aws.appsync.data-source.amazon-opensearch-service": {
      type: DATA_SOURCE,
      when: { type: "AMAZON_OPENSEARCH_SERVICE" },
      require: { opensearchserviceConfig: { present: true } },
      must: "A data source of type AMAZON_OPENSEARCH_SERVICE requires `opensearchserviceConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html",
      accepts: [
        {
          name: "x",
          type: "AMAZON_OPENSEARCH_SERVICE",
          opensearchserviceConfig: { endpoint: "x" },
          serviceRoleArn: "x",
        },
        { name: "x", type: "NONE" },
      ],
      rejects: [{ name: "x", type: "AMAZON_OPENSEARCH_SERVICE", serviceRoleArn: "x" }],
    },
    "aws.appsync.data-source.http": {
      type: DATA_SOURCE,
      when: { type: "HTTP" },
      require: { httpConfig: { present: true } },
      must: "A data source of type HTTP requires `httpConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html",
      accepts: [
        { name: "x", type: "HTTP", httpConfig: { endpoint: "https://x" }, serviceRoleArn: "x" },
        { name: "x", type: "NONE" },
      ],
      rejects: [{ name: "x", type: "HTTP", serviceRoleArn: "x" }],
    },
    "aws.appsync.data-source.relational-database": {
      type: DATA_SOURCE,
      when: { type: "RELATIONAL_DATABASE" },
      require: { relationalDatabaseConfig: { present: true } },
      must: "A data source of type RELATIONAL_DATABASE requires `relationalDatabaseConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html",
      accepts: [
        {
          name: "x",
          type: "RELATIONAL_DATABASE",
          relationalDatabaseConfig: { httpEndpointConfig: { awsSecretStoreArn: "x", dbClusterIdentifier: "x" } },
          serviceRoleArn: "x",
        },
        { name: "x", type: "NONE" },
      ],
      rejects: [{ name: "x", type: "RELATIONAL_DATABASE", serviceRoleArn: "x" }],
    },
    "aws.appsync.data-source.amazon-eventbridge": {
      type: DATA_SOURCE,
      when: { type: "AMAZON_EVENTBRIDGE" },
      require: { eventBridgeConfig: { present: true } },
      must: "A data source of type AMAZON_EVENTBRIDGE requires `eventBridgeConfig`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateDataSource.html",
      accepts: [
        { name: "x", type: "AMAZON_EVENTBRIDGE", eventBridgeConfig: { eventBusArn: "x" }, serviceRoleArn: "x" },
        { name: "x", type: "NONE" },
      ],
      rejects: [{ name: "x", type: "AMAZON_EVENTBRIDGE", serviceRoleArn: "x" }],
    },
    "aws.appsync.resolver.unit-data-source": {
      type: "aws:appsync/resolver:Resolver",
      when: { kind: "UNIT" },
      require: { dataSource: { present: true } },
      defaults: { kind: "UNIT" },
      must: "A resolver of kind UNIT requires `dataSource`.",
      awsError: "DataSourceName is required for UNIT resolver",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateResolver.html",
      accepts: [
        { kind: "UNIT", dataSource: "x", requestTemplate: "{}" },
        { kind: "PIPELINE", pipelineConfig: { functions: ["x"] }, requestTemplate: "{}" },
      ],
      rejects: [{ kind: "UNIT", requestTemplate: "{}" }, { requestTemplate: "{}" }],
    },
    "aws.appsync.resolver.pipeline-data-source": {
      type: "aws:appsync/resolver:Resolver",
      when: { kind: "PIPELINE" },
      require: { dataSource: { present: false } },
      must: "A resolver of kind PIPELINE has functions and no `dataSource`.",
      source: "https://docs.aws.amazon.com/appsync/latest/devguide/pipeline-resolvers.html",
      accepts: [
        { kind: "PIPELINE", pipelineConfig: { functions: ["x"] } },
        { kind: "UNIT", dataSource: "x" },
      ],
      rejects: [{ kind: "PIPELINE", pipelineConfig: { functions: ["x"] }, dataSource: "x" }],
    },
    "aws.appsync.resolver.code-runtime": {
      type: "aws:appsync/resolver:Resolver",
      when: { code: { present: true } },
      require: { runtime: { present: true } },
      must: "Code of a resolver requires `runtime`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateResolver.html",
      accepts: [
        { dataSource: "x", code: "x", runtime: { name: "APPSYNC_JS", runtimeVersion: "1.0.0" } },
        { dataSource: "x", requestTemplate: "{}" },
      ],
      rejects: [{ dataSource: "x", code: "x" }],
    },
    "aws.appsync.function.code-runtime": {
      type: "aws:appsync/function:Function",
      when: { code: { present: true } },
      require: { runtime: { present: true } },
      must: "Code of a function requires `runtime`.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateFunction.html",
      accepts: [
        { dataSource: "x", code: "x", runtime: { name: "APPSYNC_JS", runtimeVersion: "1.0.0" } },
        { dataSource: "x", requestMappingTemplate: "{}" },
      ],
      rejects: [{ dataSource: "x", code: "x" }],
    },
    "aws.appsync.resolver.data-source-api": {
      type: "aws:appsync/resolver:Resolver",
      refers: { apiId: GRAPH_API, dataSource: DATA_SOURCE, "dataSource->apiId": GRAPH_API },
      require: { "dataSource->apiId": { sameResourceAs: "apiId" } },
      must: "A resolver uses a data source of its own API.",
      source: "https://docs.aws.amazon.com/appsync/latest/APIReference/API_CreateResolver.html",
      accepts: [resolver("left")],
      rejects: [resolver("right")],
    },
  },
} satisfies ServiceConstraints;
