import { mayBeInvokedBy } from "../../src/aws/functions/permissions";
import {
  APIGATEWAY_AUTHORIZER,
  APIGATEWAY_INTEGRATION,
  APIGATEWAYV2_AUTHORIZER,
  LAMBDA_ALIAS,
  LAMBDA_FUNCTION,
  SECRETSMANAGER_SECRET_ROTATION,
  SNS_TOPIC_SUBSCRIPTION,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** A type whose resources let a service call a function. */
interface Caller {
  type: string;
  /** Where it names the function. */
  at: string;
  /** Where it names the role with which the service calls: the function's own policy then does not matter. */
  role?: string;
  /** The service's name in its principal. */
  service: string;
  title: string;
  /** What becomes of the call. */
  outcome: string;
}

const GATEWAY = { service: "apigateway", title: "API Gateway" };
const CALLERS: readonly Caller[] = [
  { ...GATEWAY, type: APIGATEWAY_INTEGRATION, at: "uri", role: "credentials", outcome: "answers with 500" },
  {
    ...GATEWAY,
    type: APIGATEWAY_AUTHORIZER,
    at: "authorizerUri",
    role: "authorizerCredentials",
    outcome: "answers with 500",
  },
  {
    ...GATEWAY,
    type: "aws:apigatewayv2/integration:Integration",
    at: "integrationUri",
    role: "credentialsArn",
    outcome: "answers with 500",
  },
  {
    ...GATEWAY,
    type: APIGATEWAYV2_AUTHORIZER,
    at: "authorizerUri",
    role: "authorizerCredentialsArn",
    outcome: "answers with 500",
  },
  { type: SNS_TOPIC_SUBSCRIPTION, at: "endpoint", service: "sns", title: "SNS", outcome: "drops the messages" },
  {
    type: "aws:lb/targetGroupAttachment:TargetGroupAttachment",
    at: "targetId",
    service: "elasticloadbalancing",
    title: "The load balancer",
    outcome: "answers with 502",
  },
  {
    type: "aws:cognito/userPool:UserPool",
    at: "lambdaConfig",
    service: "cognito-idp",
    title: "Cognito",
    outcome: "rejects the users",
  },
  {
    type: SECRETSMANAGER_SECRET_ROTATION,
    at: "rotationLambdaArn",
    service: "secretsmanager",
    title: "Secrets Manager",
    outcome: "rejects the rotation",
  },
  {
    type: "aws:cfg/rule:Rule",
    at: "source",
    service: "config",
    title: "AWS Config",
    outcome: "rejects the rule",
  },
];

function check(stack: Stack, caller: Caller, resource: Resource, { report, undecided }: Context): void {
  const at = resource.at(caller.at);
  if (caller.role !== undefined && !resource.at(caller.role).isAbsent) {
    return;
  }
  const named = stack.refs(at, LAMBDA_FUNCTION, LAMBDA_ALIAS).resources;
  // The policy of an alias is its own.
  const functions = named.some(({ type }) => type === LAMBDA_ALIAS) ? [] : named;
  for (const fn of functions.filter(({ external }) => !external)) {
    const allowed = mayBeInvokedBy(stack, fn, caller.service);
    if (allowed === UNKNOWN) {
      undecided(at);
    } else if (!allowed) {
      report({
        at,
        // What works in a deployed stack has got its permission in another way, such as from a console.
        onlyAtCreation: true,
        message:
          `No permission lets ${caller.title} invoke the function ${fn.name}, so it ${caller.outcome}. Add an ` +
          `aws.lambda.Permission for the function with \`principal: "${caller.service}.amazonaws.com"\`.`,
      });
    }
  }
}

export default defineRule({
  id: "lambda-invoke-permission",
  category: "functions",
  description: "Functions must permit the services that the stack lets call them",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  why:
    "A service calls a function only where the function's policy allows it. Consoles add that permission by themselves, " +
    "programs do not: the deployment succeeds, and each call fails.",
  fix: {
    typescript: `new aws.lambda.Permission("api", {
  function: orders.name,
  action: "lambda:InvokeFunction",
  principal: "apigateway.amazonaws.com",
  sourceArn: pulumi.interpolate\`\${api.executionArn}/*/*\`,
});`,
    python: `aws.lambda_.Permission("api", function=orders.name, action="lambda:InvokeFunction",
    principal="apigateway.amazonaws.com",
    source_arn=api.execution_arn.apply(lambda arn: f"{arn}/*/*"))`,
    yaml: `resources:
  api-permission:
    type: aws:lambda:Permission
    properties:
      function: \${orders.name}
      action: lambda:InvokeFunction
      principal: apigateway.amazonaws.com
      sourceArn: \${api.executionArn}/*/*`,
  },
  limits:
    "Calls with a role of the service; functions outside the stack, or that another provider or a script uses; aliases and " +
    "versions; to which sources a permission is limited; EventBridge, buckets and log groups, which have rules of their own.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html",
  ],
  stack(stack, context) {
    for (const caller of CALLERS) {
      for (const resource of stack.managed(caller.type)) {
        check(stack, caller, resource, context);
      }
    }
  },
});
