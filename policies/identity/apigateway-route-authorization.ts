import { not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRequirement } from "../../src/rules/requirement";

/** Whether a route is of an HTTP API, or that of a WebSocket on which a client is authorized. */
function isAuthorizable(route: Resource): Certainty {
  const key = route.str("routeKey") ?? "";
  return key === UNKNOWN ? UNKNOWN : /\s|^\$(?:connect|default)$/.test(key);
}

export default defineRequirement({
  id: "apigateway-route-authorization",
  category: "identity",
  description: "Routes must authorize their callers",
  severity: "medium",
  level: "only-if-required",
  why: "A route without authorization runs its integration for everyone who finds the address of the API.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html"],
  requirement: {
    types: ["aws:apigatewayv2/route:Route"],
    property: "authorizationType",
    must: { isNot: "NONE" },
    whenAbsent: "NONE",
    correct: "AWS_IAM",
    // The connection of a WebSocket is authorized once, by its route $connect.
    unless: (route) => not(isAuthorizable(route)),
    consequence: "Everyone can call the route.",
    instead: 'Set `authorizationType: "AWS_IAM"`, "JWT" or "CUSTOM".',
    example: { apiId: "a1b2c3d4e5", routeKey: "GET /orders" },
  },
});
