import { API_DEPLOYMENT, partsOfApi, restApiAt, restApisAt } from "../../src/aws/delivery/api-gateway";
import {
  APIGATEWAY_INTEGRATION,
  APIGATEWAY_METHOD,
  APIGATEWAY_RESOURCE,
  APIGATEWAY_REST_API,
  APIGATEWAY_REST_API_PUT,
} from "../../src/aws/type-tokens";
import { opaqueUsersOf } from "../../src/graph/opaque";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

/** True for an API that is defined by resources of the stack alone, so that what they lack is missing. */
function isDefinedByResources(stack: Stack, api: Resource): boolean {
  return (
    !api.external &&
    !api.skipped &&
    api.at("body").isAbsent &&
    opaqueUsersOf(stack, api).length === 0 &&
    stack.users(api).every(({ type }) => type !== APIGATEWAY_REST_API_PUT && /^(?:aws|pulumi):/.test(type))
  );
}

/** True where the API of a method or integration is not known, so that it may be any. */
const hasUnknownApi = (stack: Stack): boolean =>
  stack
    .ofType(APIGATEWAY_METHOD, APIGATEWAY_INTEGRATION)
    .some((part) => part.at("restApi").isUnknown && restApisAt(stack, part.at("restApi")).length === 0);

/** True unless an integration is known to be that of another method. */
function mayBelongTo(stack: Stack, integration: Resource, method: Resource): boolean {
  const verbs = [integration, method].map((one) => one.str("httpMethod"));
  const [own = [], other = []] = [integration, method].map(
    (one) => stack.refs(one.at("resourceId"), APIGATEWAY_RESOURCE, APIGATEWAY_REST_API).resources,
  );
  const isOtherVerb = verbs.every(known) && verbs[0] !== verbs[1];
  const isOtherResource = own.length > 0 && other.length > 0 && !own.some((one) => other.includes(one));
  return !isOtherVerb && !isOtherResource;
}

export default defineRule({
  id: "api-gateway-deployment-methods",
  category: "validity",
  description: "Deployments of a REST API must have methods, and methods must have an integration",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A deployment is a snapshot of the API's methods and of what answers them. API Gateway rejects one of an API without " +
    "methods, or with a method that has no integration.",
  fix: {
    typescript: `const integration = new aws.apigateway.Integration("orders", {
  restApi: api.id,
  resourceId: method.resourceId,
  httpMethod: method.httpMethod,
  type: "AWS_PROXY",
  integrationHttpMethod: "POST",
  uri: orders.invokeArn,
});`,
    python: `integration = aws.apigateway.Integration("orders",
    rest_api=api.id,
    resource_id=method.resource_id,
    http_method=method.http_method,
    type="AWS_PROXY",
    integration_http_method="POST",
    uri=orders.invoke_arn)`,
    yaml: `resources:
  integration:
    type: aws:apigateway:Integration
    properties:
      restApi: \${api.id}
      resourceId: \${method.resourceId}
      httpMethod: \${method.httpMethod}
      type: AWS_PROXY
      integrationHttpMethod: POST
      uri: \${orders.invokeArn}`,
  },
  limits:
    "APIs that have an OpenAPI document, or that another provider or a script completes; whether the " +
    "deployment waits for its methods (api-gateway-deployment-order).",
  references: ["https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html"],
  stack(stack, { report, undecided }) {
    for (const deployment of stack.managed(API_DEPLOYMENT)) {
      const api = restApiAt(stack, deployment.at("restApi"));
      if (!api || !isDefinedByResources(stack, api)) {
        continue;
      }
      const methods = partsOfApi(stack, api, APIGATEWAY_METHOD);
      const integrations = partsOfApi(stack, api, APIGATEWAY_INTEGRATION);
      const lacking = methods.filter((method) => !integrations.some((one) => mayBelongTo(stack, one, method)));
      if (methods.length > 0 && lacking.length === 0) {
        continue;
      }
      // Others may have completed an API that exists.
      const level = api.exists === true && deployment.exists !== true ? ("advisory" as const) : undefined;
      if (hasUnknownApi(stack)) {
        undecided(deployment, "restApi");
      } else if (methods.length === 0) {
        report({
          at: deployment,
          onlyAtCreation: true,
          ...(level && { level }),
          message: `The API ${api.name} has no methods. Add an aws.apigateway.Method and an aws.apigateway.Integration.`,
          awsError: "The REST API doesn't contain any methods",
        });
      } else {
        report({
          at: deployment,
          onlyAtCreation: true,
          ...(level && { level }),
          message:
            `No integration answers ${lacking.length === 1 ? "the method" : "the methods"} ` +
            `${joinNames(lacking.map(({ name }) => name))}. Add an aws.apigateway.Integration for each.`,
          awsError: "No integration defined for method",
        });
      }
    }
  },
});
