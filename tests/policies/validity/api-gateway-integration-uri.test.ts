import rule from "../../../policies/validity/api-gateway-integration-uri";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const api = resource("aws:apigateway/restApi:RestApi", "orders");
const handler = resource("aws:lambda/function:Function", "handler", { runtime: "nodejs22.x" });
const integration = (more: Record<string, Input>, options = {}): BuiltResource =>
  resource(
    "aws:apigateway/integration:Integration",
    "post",
    { restApi: api.id, resourceId: "abc", httpMethod: "POST", integrationHttpMethod: "POST", ...more },
    options,
  );
const ARN = "arn:aws:lambda:us-east-1:464738291005:function:orders";
const INVOKE = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${ARN}/invocations`;

ruleTest(rule, {
  valid: [
    {
      name: "a function's invokeArn",
      stack: [api, handler, integration({ type: "AWS_PROXY", uri: handler.invokeArn })],
    },
    { name: "the same as a literal", stack: [api, integration({ type: "AWS_PROXY", uri: INVOKE })] },
    {
      name: "an action of a service, in China",
      stack: [
        api,
        integration({ type: "AWS", uri: "arn:aws-cn:apigateway:cn-north-1:sqs:path/464738291005/orders" }),
        integration({ type: "AWS", uri: "arn:aws:apigateway:us-east-1:dynamodb:action/PutItem" }),
      ],
    },
    { name: "a backend over HTTP", stack: [api, integration({ type: "HTTP_PROXY", uri: "https://shop.io/orders" })] },
    { name: "a mock", stack: [api, integration({ type: "MOCK" })] },
    { name: "an HTTP integration, which this rule does not check", stack: [integration({ type: "HTTP", uri: ARN })] },
    {
      name: "an HTTP API, which takes the function's ARN",
      stack: [
        resource("aws:apigatewayv2/integration:Integration", "post", {
          apiId: "abc",
          integrationType: "AWS_PROXY",
          integrationUri: ARN,
        }),
      ],
    },
    {
      name: "an integration that the stack only reads",
      stack: [integration({ type: "AWS_PROXY", uri: ARN }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "the function's own ARN",
      stack: [api, handler, integration({ type: "AWS_PROXY", uri: handler.arn })],
      shape: "up",
      findings: [{ resource: "post", path: "uri", message: /invokeArn.*AWS rejects this with: "Invalid ARN/ }],
    },
    {
      name: "the same as a literal, with a version",
      stack: [api, integration({ type: "AWS", uri: `${ARN}:12` })],
      findings: [{ resource: "post", path: "uri", message: /`type: "AWS"`/ }],
    },
    {
      name: "a queue's own ARN",
      stack: [api, integration({ type: "AWS", uri: "arn:aws:sqs:us-east-1:464738291005:orders" })],
      findings: [
        { resource: "post", path: "uri", message: /by the ARN of a resource\..*apigateway:us-east-1:sqs:path/ },
      ],
    },
  ],
  undecided: [
    {
      name: "the ARN of a function that does not exist yet",
      stack: [api, handler, integration({ type: "AWS_PROXY", uri: handler.arn })],
      at: ["post.uri"],
    },
    {
      name: "a string computed from it",
      stack: [handler, integration({ type: "AWS", uri: text`${handler.arn}:live` })],
      at: ["post.uri"],
    },
    { name: "a type that is not known", stack: [integration({ type: unknown, uri: ARN })], at: ["post.type"] },
  ],
});
