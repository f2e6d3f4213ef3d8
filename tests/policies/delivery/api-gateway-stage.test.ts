import rule from "../../../policies/delivery/api-gateway-stage";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const rest = resource("aws:apigateway/restApi:RestApi", "shop");
const method = resource("aws:apigateway/method:Method", "get", {
  restApi: rest.id,
  resourceId: rest.rootResourceId,
  httpMethod: "GET",
  authorization: "NONE",
});
const deployment = resource("aws:apigateway/deployment:Deployment", "live", { restApi: rest.id });
const stageOf = (restApi: Input): BuiltResource =>
  resource("aws:apigateway/stage:Stage", "live", { restApi, deployment: deployment.id, stageName: "live" });

const http = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:apigatewayv2/api:Api", "orders", { protocolType: "HTTP", ...more });
const route = (apiId: Input): BuiltResource =>
  resource("aws:apigatewayv2/route:Route", "get", { apiId, routeKey: "GET /" });
const live = (apiId: Input): BuiltResource =>
  resource("aws:apigatewayv2/stage:Stage", "live", { apiId, name: "$default", autoDeploy: true });

ruleTest(rule, {
  valid: [
    { name: "a REST API with methods and a stage", stack: [rest, method, deployment, stageOf(rest.id)] },
    { name: "an HTTP API with routes and a stage", stack: [http(), route(http().id), live(http().id)] },
    { name: "an HTTP API that AWS completes", stack: [http({ target: "https://orders.shop.io" })] },
    { name: "an HTTP API with a document", stack: [http({ body: "{}" }), live(http({ body: "{}" }).id)] },
    {
      name: "an API that another stack completes",
      stack: [http(), resource("pulumi:pulumi:Stack", "shop-dev", { ordersApiId: http().id })],
    },
  ],
  invalid: [
    { name: "a REST API alone", stack: [rest], findings: [{ resource: "shop", message: /no methods/ }] },
    {
      name: "a REST API that is deployed to no stage",
      stack: [rest, method, deployment],
      findings: [{ resource: "shop", message: /no stage/ }],
    },
    { name: "an HTTP API alone", stack: [http()], findings: [{ resource: "orders", message: /no routes/ }] },
    {
      name: "an HTTP API without a stage, whose address is exported",
      stack: [http(), route(http().id), resource("pulumi:pulumi:Stack", "shop-dev", { address: http().apiEndpoint })],
      findings: [{ resource: "orders", message: /no stage, so it has no address/ }],
    },
  ],
  undecided: [
    { name: "a stage of some API", stack: [rest, method, stageOf(unknown)], at: ["shop"] },
    { name: "a route of some API", stack: [http(), route(unknown), live(http().id)], at: ["orders"] },
  ],
});
