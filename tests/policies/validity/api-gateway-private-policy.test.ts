import rule from "../../../policies/validity/api-gateway-private-policy";
import { createdAndDeployed, withNew } from "../../kit/deployed";
import { ruleTest, runRule } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const endpoint = resource("aws:ec2/vpcEndpoint:VpcEndpoint", "api");
const rest = (more: Record<string, Input> = {}, types: Input = "PRIVATE", options: BuildOptions = {}): BuiltResource =>
  resource("aws:apigateway/restApi:RestApi", "orders", { endpointConfiguration: { types }, ...more }, options);
const api = rest();
const policy = (restApiId: Input = api.id): BuiltResource =>
  resource("aws:apigateway/restApiPolicy:RestApiPolicy", "allow", { restApiId, policy: "{}" });
const deployment = (dependsOn: BuiltResource[] = []): BuiltResource =>
  resource("aws:apigateway/deployment:Deployment", "live", { restApi: api.id }, { dependsOn });
const document = json({
  Statement: [
    {
      Effect: "Allow",
      Principal: "*",
      Action: "execute-api:Invoke",
      Resource: "execute-api:/*",
      Condition: { StringEquals: { "aws:SourceVpce": endpoint.id } },
    },
  ],
});

ruleTest(rule, {
  valid: [
    { name: "a policy of its own", stack: [endpoint, rest({ policy: document }), deployment()] },
    { name: "a policy beside it that the deployment waits for", stack: [api, policy(), deployment([policy()])] },
    { name: "a policy beside it, and no deployment", stack: [api, policy()] },
    {
      name: "a policy in the OpenAPI document",
      stack: [rest({ body: '{"x-amazon-apigateway-policy": {"Statement": []}}' }), deployment()],
    },
    { name: "a document that is not known", stack: [rest({ body: unknown }), deployment()], shape: "preview" },
    {
      name: "a document that is put later",
      stack: [
        api,
        resource("aws:apigateway/restApiPut:RestApiPut", "document", { restApiId: api.id, body: "{}" }),
        deployment([resource("aws:apigateway/restApiPut:RestApiPut", "document", { restApiId: api.id, body: "{}" })]),
      ],
    },
    { name: "a regional API", stack: [rest({}, "REGIONAL"), deployment()] },
    { name: "no endpoint configuration", stack: [resource("aws:apigateway/restApi:RestApi", "orders"), deployment()] },
    { name: "an API that the stack only reads", stack: [rest({}, "PRIVATE", { external: true }), deployment()] },
  ],
  invalid: createdAndDeployed([
    {
      name: "no policy",
      stack: [api, deployment()],
      findings: [
        { resource: "orders", path: "policy", message: /AWS rejects this with: "Private REST API doesn't have/ },
      ],
    },
    {
      name: "an empty policy, in a list of types, and a document without a policy",
      stack: [rest({ policy: "", body: "{}" }, ["PRIVATE"]), deployment()],
      findings: [{ resource: "orders", path: "policy" }],
    },
    {
      name: "no policy, and no deployment here",
      stack: [api],
      findings: [{ resource: "orders", path: "policy", level: "advisory" }],
    },
    {
      name: "a deployment that does not wait for the policy, in Java",
      stack: [api, policy(), deployment()],
      files: { "Pulumi.yaml": "name: shop\nruntime: java\n" },
      findings: [{ resource: "live", message: /add `\.dependsOn\(allow\)`\./ }],
    },
  ]),
  undecided: [
    {
      name: "types that are not known",
      stack: [rest({}, unknown), deployment()],
      at: ["orders.endpointConfiguration.types"],
    },
    {
      name: "a policy of an API that is not known",
      stack: [api, policy(unknown), deployment()],
      at: ["allow.restApiId"],
    },
  ],
});

describe("a deployed API", () => {
  const levels = (stack: BuiltResource[], ...added: string[]): string[] =>
    runRule(rule, { name: "", stack }, "up", withNew(stack, ...added)).results.map(({ level }) => level);

  it("stops a new deployment where there is no policy", () => {
    expect(levels([api, deployment()], "live")).toEqual(["mandatory"]);
  });

  it("does not stop a new deployment whose policy exists", () => {
    expect(levels([api, policy(), deployment()], "live")).toEqual(["advisory"]);
  });
});
