import type { ControlCase } from "./case";

const STAGE = "aws:apigateway/stage:Stage";
const API = "aws:apigatewayv2/api:Api";
const STAGE_V2 = "aws:apigatewayv2/stage:Stage";
const ROUTE = "aws:apigatewayv2/route:Route";
const SETTINGS = "aws:apigateway/methodSettings:MethodSettings";
const live = { restApi: "a1b2c3", deployment: "d1e2f3", stageName: "live" };
const of = { restApi: "a1b2c3", stageName: "live", methodPath: "*/*" };
const webSocket = {
  type: API,
  name: "chat",
  inputs: { protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" },
};

export default [
  {
    control: "APIGateway.1",
    rule: "apigateway-stage-logging",
    type: STAGE,
    violating: live,
    compliant: live,
    othersOfViolating: [{ type: SETTINGS, name: "all", inputs: { ...of, settings: { loggingLevel: "OFF" } } }],
    othersOfCompliant: [{ type: SETTINGS, name: "all", inputs: { ...of, settings: { loggingLevel: "INFO" } } }],
    about: "a stage of a REST API",
  },
  {
    control: "APIGateway.1",
    rule: "apigateway-stage-logging",
    type: STAGE,
    violating: live,
    compliant: live,
    othersOfViolating: [
      { type: SETTINGS, name: "one", inputs: { ...of, methodPath: "orders/GET", settings: { loggingLevel: "ERROR" } } },
    ],
    othersOfCompliant: [
      { type: SETTINGS, name: "all", inputs: { ...of, restApi: "a1b2c3", settings: { loggingLevel: "ERROR" } } },
    ],
    about: "a stage that logs a single method",
  },
  {
    control: "APIGateway.1",
    rule: "apigateway-stage-logging",
    type: STAGE_V2,
    violating: { apiId: "${chat.id}", name: "live", defaultRouteSettings: { loggingLevel: "OFF" } },
    compliant: { apiId: "${chat.id}", name: "live", defaultRouteSettings: { loggingLevel: "ERROR" } },
    others: [webSocket],
    about: "a stage of a WebSocket API",
  },
  {
    control: "APIGateway.2",
    rule: "apigateway-stage-client-certificate",
    type: STAGE,
    violating: live,
    compliant: { ...live, clientCertificateId: "c1d2e3" },
  },
  {
    control: "APIGateway.3",
    rule: "apigateway-stage-tracing",
    type: STAGE,
    violating: { ...live, xrayTracingEnabled: false },
    compliant: { ...live, xrayTracingEnabled: true },
  },
  {
    control: "APIGateway.5",
    rule: "apigateway-cache-encrypted",
    type: SETTINGS,
    violating: { ...of, settings: { cachingEnabled: true } },
    compliant: { ...of, settings: { cachingEnabled: true, cacheDataEncrypted: true } },
  },
  {
    control: "APIGateway.8",
    rule: "apigateway-route-authorization",
    type: ROUTE,
    violating: { apiId: "a1b2c3", routeKey: "GET /orders", authorizationType: "NONE" },
    compliant: { apiId: "a1b2c3", routeKey: "GET /orders", authorizationType: "JWT", authorizerId: "a1" },
  },
  {
    control: "APIGateway.9",
    rule: "apigateway-access-logging",
    type: STAGE_V2,
    violating: { apiId: "a1b2c3", name: "live" },
    compliant: {
      apiId: "a1b2c3",
      name: "live",
      accessLogSettings: {
        destinationArn: "arn:aws:logs:us-east-1:464738291005:log-group:api",
        format: "$context.requestId",
      },
    },
  },
  {
    control: "APIGateway.10",
    rule: "apigateway-integration-tls",
    type: "aws:apigatewayv2/integration:Integration",
    violating: { apiId: "a1b2c3", integrationType: "HTTP_PROXY", connectionType: "VPC_LINK", connectionId: "v1" },
    compliant: {
      apiId: "a1b2c3",
      integrationType: "HTTP_PROXY",
      connectionType: "VPC_LINK",
      connectionId: "v1",
      tlsConfig: { serverNameToVerify: "orders.example.com" },
    },
  },
] satisfies ControlCase[];
