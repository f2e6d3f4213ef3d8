import rule from "../../../policies/validity/api-gateway-deployment-order";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const api = resource("aws:apigateway/restApi:RestApi", "orders");
const other = resource("aws:apigateway/restApi:RestApi", "other");
const method = (name: string, of: Input = api.id, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:apigateway/method:Method",
    name,
    { restApi: of, resourceId: "abc", httpMethod: "GET", authorization: "NONE" },
    options,
  );
const integration = (name: string, of: BuiltResource, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:apigateway/integration:Integration",
    name,
    { restApi: of.restApi, resourceId: "abc", httpMethod: of.httpMethod, type: "MOCK" },
    options,
  );
const get = method("get");
const getMock = integration("get-mock", get);
const post = method("post");
const postMock = integration("post-mock", post);
const deployment = (more: Record<string, Input> = {}, options: BuildOptions = {}, of: Input = api.id): BuiltResource =>
  resource("aws:apigateway/deployment:Deployment", "live", { restApi: of, ...more }, options);
const localstack = resource("pulumi:providers:aws", "localstack", {
  region: "us-east-1",
  endpoints: [{ apigateway: "http://localhost:4566" }],
});
const parts = [api, get, getMock, post, postMock];

ruleTest(rule, {
  valid: [
    { name: "dependsOn the integrations", stack: [...parts, deployment({}, { dependsOn: [getMock, postMock] })] },
    {
      name: "triggers computed from the integrations",
      stack: [...parts, deployment({ triggers: { redeploy: json([getMock.id, postMock.id]) } })],
    },
    {
      name: "something between that waits for them",
      stack: [
        ...parts,
        resource("aws:lambda/permission:Permission", "permit", {}, { dependsOn: [getMock, postMock] }),
        deployment(
          {},
          {
            dependsOn: [resource("aws:lambda/permission:Permission", "permit", {}, { dependsOn: [getMock, postMock] })],
          },
        ),
      ],
    },
    {
      name: "an OpenAPI document",
      stack: [resource("aws:apigateway/restApi:RestApi", "orders", { body: "{}" }), deployment()],
    },
    { name: "methods of another API", stack: [api, other, method("there", other.id), deployment()] },
    { name: "an API by its id", stack: [api, get, deployment({}, {}, "a1b2c3")] },
    { name: "an API that is not known", stack: [api, get, deployment({}, {}, unknown)] },
    {
      name: "a method that the stack only reads",
      stack: [api, method("get", api.id, { external: true }), deployment()],
    },
    { name: "a deployment that the stack only reads", stack: [...parts, deployment({}, { external: true })] },
    ...["aws-apigateway:index:RestAPI", "awsx:x:apigateway:API"].map((type) => ({
      name: `a deployment that a component of a package creates, whose order users cannot change: ${type}`,
      stack: [...parts, resource(type, "rest"), deployment({}, { parent: resource(type, "rest") })],
    })),
  ],
  invalid: createdAndDeployed([
    {
      name: "the first of two deployments, which leaves out methods of the second",
      stack: [
        ...parts,
        resource("aws:apigateway/deployment:Deployment", "first", { restApi: api.id }, { dependsOn: [getMock] }),
        resource(
          "aws:apigateway/deployment:Deployment",
          "second",
          { restApi: api.id },
          { dependsOn: [getMock, postMock] },
        ),
      ],
      findings: [{ resource: "first", level: "advisory" }],
    },
    {
      name: "a deployment that waits for nothing",
      stack: [...parts, deployment()],
      findings: [
        {
          resource: "live",
          message:
            /wait for get-mock, post-mock, get and 1 more: add all methods and integrations to its `dependsOn`\..*No integration defined/,
        },
      ],
    },
    {
      name: "a deployment that waits for all but one, in Python",
      stack: [...parts, deployment({}, { dependsOn: [getMock, post] })],
      files: { "Pulumi.yaml": "name: shop\nruntime:\n  name: python\n" },
      findings: [{ resource: "live", message: /wait for post-mock: add .* named "post-mock" to its `depends_on`\./ }],
    },
    {
      name: "a deployment that waits for methods alone",
      stack: [api, get, getMock, deployment({}, { dependsOn: [get] })],
      findings: [{ resource: "live", message: /get-mock/ }],
    },
    {
      name: "an integration that waits for the deployment",
      stack: [
        api,
        get,
        deployment({}, { dependsOn: [get] }),
        integration("late", get, { dependsOn: [deployment({}, { dependsOn: [get] })] }),
      ],
      findings: [{ resource: "live", message: /late waits for it instead \(late → live\)/ }],
    },
    {
      name: "an API in an emulator (LocalStack)",
      stack: [localstack, ...parts, deployment({}, { provider: localstack })],
      findings: [{ resource: "live", level: "advisory" }],
    },
    {
      name: "a method in a component of the program",
      stack: [
        api,
        resource("shop:index:Route", "route"),
        method("get", api.id, { parent: resource("shop:index:Route", "route") }),
        deployment(),
      ],
      findings: [{ resource: "live" }],
    },
  ]),
});

describe("a deployed API", () => {
  const stack = [...parts, deployment()];
  const levels = (...added: string[]): string[] =>
    runRule(rule, { name: "", stack }, "up", withNew(stack, ...added)).results.map(({ level }) => level);

  it("stops a new deployment that does not wait for a new method", () => {
    expect(levels("live", "post")).toEqual(["mandatory"]);
  });

  it("does not stop a new deployment whose methods exist", () => {
    expect(levels("live")).toEqual(["advisory"]);
  });

  it("does not stop a new method, which the deployment that exists does not include", () => {
    expect(levels("post")).toEqual(["advisory"]);
  });
});
