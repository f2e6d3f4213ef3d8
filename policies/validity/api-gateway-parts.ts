import {
  APIGATEWAYV2_API,
  APIGATEWAYV2_AUTHORIZER,
  APIGATEWAYV2_ROUTE,
  APIGATEWAY_AUTHORIZER,
  APIGATEWAY_INTEGRATION_RESPONSE,
  APIGATEWAY_METHOD,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

const METHOD_RESPONSE = "aws:apigateway/methodResponse:MethodResponse";

/** Where a part of a REST API belongs: its API, path, method and status; undefined where one of them is not known. */
function locationOf(part: Resource): string | undefined {
  const values = ["restApi", "resourceId", "httpMethod", "statusCode"].map((property) => {
    const sources = part.propertyDependencies.get(property) ?? [];
    const text = part.str(property);
    return known(text) ? text : sources.length === 1 ? sources[0]?.urn : undefined;
  });
  return values.includes(undefined) ? undefined : values.join("\n");
}

/** A response that sets a header which its method does not declare. */
function checkHeaders(stack: Stack, response: Resource, { report }: Context): void {
  const own = response.entries("responseParameters");
  const location = locationOf(response);
  const declared = stack.managed(METHOD_RESPONSE).find((one) => location !== undefined && locationOf(one) === location);
  const declarations = declared?.entries("responseParameters") ?? [];
  if (!known(own) || !declared || declarations === UNKNOWN) {
    return;
  }
  const names = new Set(declarations.map(([name]) => name));
  const missing = own.find(([name]) => name.startsWith("method.response.") && !names.has(name));
  if (missing) {
    report({
      at: missing[1],
      onlyAtCreation: true,
      message:
        `The method does not declare "${missing[0]}". Add it to the \`responseParameters\` of ${declared.name}, with the value ` +
        "true.",
    });
  }
}

/** The kinds of authorizers that a kind of authorization takes. */
const AUTHORIZERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  [APIGATEWAY_METHOD]: { CUSTOM: ["TOKEN", "REQUEST"], COGNITO_USER_POOLS: ["COGNITO_USER_POOLS"] },
  [APIGATEWAYV2_ROUTE]: { CUSTOM: ["REQUEST"], JWT: ["JWT"] },
};

function checkAuthorizer(stack: Stack, user: Resource, { report }: Context): void {
  const isRoute = user.type === APIGATEWAYV2_ROUTE;
  const property = isRoute ? "authorizationType" : "authorization";
  const kind = user.str(property);
  const { resources, complete } = stack.refs(user.at("authorizerId"), APIGATEWAY_AUTHORIZER, APIGATEWAYV2_AUTHORIZER);
  const [authorizer, another] = resources;
  const accepted = known(kind) ? AUTHORIZERS[user.type]?.[kind] : undefined;
  const type = authorizer?.str(isRoute ? "authorizerType" : "type") ?? (isRoute ? undefined : "TOKEN");
  if (
    authorizer &&
    !another &&
    complete &&
    !authorizer.external &&
    accepted &&
    known(type) &&
    !accepted.includes(type)
  ) {
    report({
      at: user,
      property,
      onlyAtCreation: true,
      message:
        `The authorizer ${authorizer.name} is of the type ${type}, and the authorization ${String(kind)} takes one of the type ` +
        `${accepted.join(" or ")}. Set the other kind of authorization.`,
    });
  }
}

/** The route of an HTTP API without its method. */
function checkRoute(stack: Stack, route: Resource, { report }: Context): void {
  const key = route.str("routeKey");
  const { resources, complete } = stack.refs(route.at("apiId"), APIGATEWAYV2_API);
  const protocol = complete && resources.length === 1 ? resources[0]?.str("protocolType") : undefined;
  if (
    protocol === "HTTP" &&
    known(key) &&
    key !== "$default" &&
    !/^(?:ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \/\S*$/.test(key)
  ) {
    report({
      at: route,
      property: "routeKey",
      onlyAtCreation: true,
      message: `The route "${key}" is not a method and a path. Write it as "GET ${key.startsWith("/") ? key : "/orders"}", or use "$default".`,
    });
  }
}

export default defineRule({
  id: "api-gateway-parts",
  category: "validity",
  description: "The parts of an API must fit each other",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "An API consists of many resources that name each other: a response sets only headers that its method declares, a method " +
    "takes an authorizer of its kind of authorization. API Gateway rejects a part that does not fit the other one.",
  fix: {
    typescript: `new aws.apigateway.MethodResponse("cors", {
  restApi: api.id, resourceId: orders.id, httpMethod: "OPTIONS", statusCode: "200",
  responseParameters: { "method.response.header.Access-Control-Allow-Origin": true },
});`,
    python: `aws.apigateway.MethodResponse("cors",
    rest_api=api.id, resource_id=orders.id, http_method="OPTIONS", status_code="200",
    response_parameters={"method.response.header.Access-Control-Allow-Origin": True})`,
    yaml: `resources:
  cors:
    type: aws:apigateway:MethodResponse
    properties:
      restApi: \${api.id}
      resourceId: \${orders.id}
      httpMethod: OPTIONS
      statusCode: "200"
      responseParameters:
        method.response.header.Access-Control-Allow-Origin: true`,
  },
  limits: "Parts of other stacks and of an OpenAPI document. On a part that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html",
    "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html",
  ],
  stack(stack, context) {
    for (const response of stack.managed(APIGATEWAY_INTEGRATION_RESPONSE)) {
      checkHeaders(stack, response, context);
    }
    for (const user of stack.managed(APIGATEWAY_METHOD, APIGATEWAYV2_ROUTE)) {
      checkAuthorizer(stack, user, context);
    }
    for (const route of stack.managed(APIGATEWAYV2_ROUTE)) {
      checkRoute(stack, route, context);
    }
  },
});
