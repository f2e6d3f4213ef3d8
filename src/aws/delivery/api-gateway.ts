import type { Resource } from "../../graph/resource";
import { grouped, type Stack } from "../../graph/stack";
import type { View } from "../../graph/view";
import { APIGATEWAY_INTEGRATION, APIGATEWAY_METHOD, APIGATEWAY_REST_API, APIGATEWAY_STAGE } from "../type-tokens";

export const API_POLICY = "aws:apigateway/restApiPolicy:RestApiPolicy";
export const API_DEPLOYMENT = "aws:apigateway/deployment:Deployment";

// Parts that name their API, so that programs take it from them: `restApi: method.restApi`.
const PARTS = [
  "aws:apigateway/resource:Resource",
  APIGATEWAY_METHOD,
  APIGATEWAY_INTEGRATION,
  API_DEPLOYMENT,
  APIGATEWAY_STAGE,
];

/** The REST APIs that a property names, by themselves or by a part of theirs. */
export function restApisAt(stack: Stack, view: View): Resource[] {
  const found = new Set<Resource>();
  const views = new Set([view]);
  const parts = new Set<Resource>();
  for (const one of views) {
    const { resources } = stack.refs(one, APIGATEWAY_REST_API);
    resources.forEach((api) => found.add(api));
    const through = resources.length === 0 && one.isUnknown ? stack.refs(one, ...PARTS).resources : [];
    for (const part of through.filter((other) => !parts.has(other))) {
      parts.add(part);
      views.add(part.at("restApi"));
    }
  }
  return [...found];
}

/** The REST API that a property names; absent where it is one of several, external or not known yet. */
export function restApiAt(stack: Stack, view: View): Resource | undefined {
  const apis = restApisAt(stack, view);
  return apis.length === 1 ? apis[0] : undefined;
}

/** The parts of these types that belong to a REST API, by their property `restApi`. */
export function partsOfApi(stack: Stack, api: Resource, ...types: string[]): Resource[] {
  return (stack.once(findParts).get(api) ?? []).filter(({ type }) => types.includes(type));
}

function findParts(stack: Stack): Map<Resource | undefined, Resource[]> {
  return grouped(stack.managed(...PARTS), (part) => [restApiAt(stack, part.at("restApi"))]);
}
