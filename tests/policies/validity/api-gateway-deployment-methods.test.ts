import rule from "../../../policies/validity/api-gateway-deployment-methods";
import { resource, ruleTest, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing";

const apiWith = (inputs: Record<string, Input> = {}, options: BuildOptions = {}): BuiltResource =>
  resource("aws:apigateway/restApi:RestApi", "shop", inputs, options);
const api = apiWith();
const method = (name: string, httpMethod: string, restApi: Input = api.id): BuiltResource =>
  resource("aws:apigateway/method:Method", name, {
    restApi,
    resourceId: api.rootResourceId,
    httpMethod,
    authorization: "NONE",
  });
const integration = (httpMethod: Input, restApi: Input = api.id): BuiltResource =>
  resource("aws:apigateway/integration:Integration", "answer", {
    restApi,
    resourceId: api.rootResourceId,
    httpMethod,
    type: "MOCK",
  });
const deployment = (restApi: Input = api.id): BuiltResource =>
  resource("aws:apigateway/deployment:Deployment", "live", { restApi });
const get = method("get", "GET");

ruleTest(rule, {
  valid: [
    { name: "a method with its integration", shape: "preview", stack: [api, get, integration("GET"), deployment()] },
    {
      name: "an integration that takes the method's verb",
      shape: "preview",
      stack: [api, get, integration(get.httpMethod), deployment()],
    },
    {
      name: "an OpenAPI document",
      shape: "preview",
      stack: [apiWith({ body: "{}" }), deployment(apiWith({ body: "{}" }).id)],
    },
    {
      name: "a document that is put into it",
      shape: "preview",
      stack: [
        api,
        resource("aws:apigateway/restApiPut:RestApiPut", "document", { restApiId: api.id, body: "{}" }),
        deployment(),
      ],
    },
    { name: "an API of another stack", shape: "preview", stack: [deployment("a1b2c3d4e5")] },
    {
      name: "a script that adds methods",
      shape: "preview",
      stack: [api, resource("command:local:Command", "import", { create: api.id }), deployment()],
    },
  ],
  invalid: [
    {
      name: "no methods",
      shape: "preview",
      stack: [api, deployment()],
      findings: [{ resource: "live", message: /no methods.*doesn't contain any methods/s }],
    },
    {
      name: "a method without an integration",
      shape: "preview",
      stack: [api, get, method("post", "POST"), integration("GET"), deployment()],
      findings: [{ resource: "live", message: /the method post\./ }],
    },
    {
      name: "methods of another API",
      shape: "preview",
      stack: [api, method("other", "GET", "a1b2c3d4e5"), deployment()],
      findings: [{ resource: "live", message: /no methods/ }],
    },
  ],
  undecided: [
    { name: "a method of some API", stack: [api, method("get", "GET", unknown), deployment()], at: ["live.restApi"] },
  ],
});
