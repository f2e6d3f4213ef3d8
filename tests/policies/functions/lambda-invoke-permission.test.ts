import rule from "../../../policies/functions/lambda-invoke-permission";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const fn = resource("aws:lambda/function:Function", "orders", { name: "orders" });
const other = resource("aws:lambda/function:Function", "other", { name: "other" });
const api = resource("aws:apigatewayv2/api:Api", "api", { protocolType: "HTTP" });
const integration = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:apigatewayv2/integration:Integration", "orders", {
    apiId: api.id,
    integrationType: "AWS_PROXY",
    integrationUri: fn.invokeArn,
    ...inputs,
  });
const permission = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lambda/permission:Permission", "orders", {
    action: "lambda:InvokeFunction",
    function: fn.name,
    principal: "apigateway.amazonaws.com",
    ...inputs,
  });
const alias = resource("aws:lambda/alias:Alias", "live", { functionName: fn.name, functionVersion: "1" });
const topic = resource("aws:sns/topic:Topic", "topic");
const subscription = (protocol: string, endpoint: Input): BuiltResource =>
  resource("aws:sns/topicSubscription:TopicSubscription", "orders", { topic: topic.arn, protocol, endpoint });
const NO_GATEWAY = /No permission lets API Gateway invoke the function orders, so it answers with 500/;

ruleTest(rule, {
  valid: [
    {
      name: "a rotation with a permission",
      stack: [
        fn,
        resource("aws:secretsmanager/secretRotation:SecretRotation", "database", { rotationLambdaArn: fn.arn }),
        permission({ principal: "secretsmanager.amazonaws.com" }),
      ],
    },
    {
      name: "a managed rule of AWS Config",
      stack: [
        fn,
        resource("aws:cfg/rule:Rule", "encrypted", { source: { owner: "AWS", sourceIdentifier: "ENCRYPTED_VOLUMES" } }),
      ],
    },
    { name: "a permission for API Gateway", stack: [fn, api, integration(), permission()] },
    { name: "a permission by the ARN", stack: [fn, api, integration(), permission({ function: fn.arn })] },
    {
      name: "a call with a role",
      stack: [fn, api, integration({ credentialsArn: "arn:aws:iam::464738291005:role/gateway" })],
    },
    { name: "an alias, with a policy of its own", stack: [fn, alias, api, integration({ integrationUri: alias.arn })] },
    {
      name: "a backend over HTTP",
      stack: [api, integration({ integrationUri: "https://orders.larkfield-market.com" })],
    },
    { name: "a queue behind a topic", stack: [fn, topic, subscription("email", "on-call@larkfield-market.com")] },
    {
      name: "a topic with its permission",
      stack: [fn, topic, subscription("lambda", fn.arn), permission({ principal: "sns.amazonaws.com" })],
    },
  ],
  invalid: [
    {
      name: "an HTTP API without a permission",
      shape: "preview",
      stack: [fn, api, integration()],
      findings: [{ resource: "orders", path: "integrationUri", message: NO_GATEWAY }],
    },
    {
      name: "a deployed one, which may have got it in another way",
      shape: "up",
      stack: [fn, api, integration()],
      findings: [{ resource: "orders", path: "integrationUri", level: "advisory", message: /exists already/ }],
    },
    {
      name: "a permission for another service, and one of another function",
      shape: "preview",
      stack: [
        fn,
        other,
        api,
        integration(),
        permission({ principal: "sns.amazonaws.com" }),
        resource("aws:lambda/permission:Permission", "other", {
          action: "lambda:InvokeFunction",
          function: other.name,
          principal: "apigateway.amazonaws.com",
        }),
      ],
      findings: [{ resource: "orders", path: "integrationUri", message: NO_GATEWAY }],
    },
    {
      name: "a REST API without a permission",
      shape: "preview",
      stack: [
        fn,
        resource("aws:apigateway/integration:Integration", "orders", { type: "AWS_PROXY", uri: fn.invokeArn }),
      ],
      findings: [{ resource: "orders", path: "uri", message: NO_GATEWAY }],
    },
    {
      name: "a topic without a permission",
      shape: "preview",
      stack: [fn, topic, subscription("lambda", fn.arn)],
      findings: [
        { resource: "orders", path: "endpoint", message: /SNS invoke the function orders, so it drops the messages/ },
      ],
    },
    {
      name: "a trigger of Cognito without a permission",
      shape: "preview",
      stack: [fn, resource("aws:cognito/userPool:UserPool", "users", { lambdaConfig: { preSignUp: fn.arn } })],
      findings: [{ resource: "users", path: "lambdaConfig", message: /Cognito invoke the function orders/ }],
    },
    {
      name: "a rotation of a secret without a permission",
      shape: "preview",
      stack: [
        fn,
        resource("aws:secretsmanager/secretRotation:SecretRotation", "database", { rotationLambdaArn: fn.arn }),
      ],
      findings: [
        { resource: "database", path: "rotationLambdaArn", message: /Secrets Manager invoke the function orders/ },
      ],
    },
    {
      name: "a rule of AWS Config without a permission",
      shape: "preview",
      stack: [
        fn,
        resource("aws:cfg/rule:Rule", "tagged", { source: { owner: "CUSTOM_LAMBDA", sourceIdentifier: fn.arn } }),
      ],
      findings: [{ resource: "tagged", path: "source", message: /AWS Config invoke the function orders/ }],
    },
  ],
  undecided: [
    {
      name: "a permission of some function",
      stack: [fn, api, integration(), permission({ function: unknown })],
      at: ["orders.integrationUri"],
    },
  ],
});
