import rule from "../../../policies/validity/api-gateway-deployment-order";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

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
const parts = [api, get, getMock, post, postMock];

ruleTest(rule, {
  valid: [
    { name: "dependsOn the integrations", stack: [...parts, deployment({}, { dependsOn: [getMock, postMock] })] },
    {
      name: "triggers made from them",
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
    { name: "a method that is only read", stack: [api, method("get", api.id, { external: true }), deployment()] },
    { name: "a deployment that is only read", stack: [...parts, deployment({}, { external: true })] },
    {
      name: "a deployment that a package's component makes",
      stack: [
        ...parts,
        resource("aws-apigateway:index:RestAPI", "rest"),
        deployment({}, { parent: resource("aws-apigateway:index:RestAPI", "rest") }),
      ],
    },
  ],
  invalid: [
    {
      name: "the first of two deployments, which leaves out what the second has",
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
      name: "nothing that it waits for",
      stack: [...parts, deployment()],
      findings: [
        {
          resource: "live",
          message:
            /wait for get-mock, post-mock, get and 1 more, .*dependsOn: \[get-mock, post-mock, get, post\]\..*No integration defined/,
        },
      ],
    },
    {
      name: "only a stage's worth of them, in Python",
      stack: [...parts, deployment({}, { dependsOn: [getMock, post] })],
      files: { "Pulumi.yaml": "name: shop\nruntime:\n  name: python\n" },
      findings: [{ resource: "live", message: /wait for post-mock, of which.*add depends_on=\[post-mock\]\./ }],
    },
    {
      name: "methods alone",
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
      name: "a method in a component of the program",
      stack: [
        api,
        resource("shop:index:Route", "route"),
        method("get", api.id, { parent: resource("shop:index:Route", "route") }),
        deployment(),
      ],
      findings: [{ resource: "live" }],
    },
  ],
});
