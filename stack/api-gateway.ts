import type { Resource } from "./resource";
import { grouped, type Stack } from "./stack";
import type { View } from "./view";

export const REST_API = "aws:apigateway/restApi:RestApi";
export const API_POLICY = "aws:apigateway/restApiPolicy:RestApiPolicy";
export const API_METHOD = "aws:apigateway/method:Method";
export const API_INTEGRATION = "aws:apigateway/integration:Integration";
export const API_DEPLOYMENT = "aws:apigateway/deployment:Deployment";
export const API_STAGE = "aws:apigateway/stage:Stage";
export const METHOD_SETTINGS = "aws:apigateway/methodSettings:MethodSettings";

const isInside = ({ outside }: Resource): boolean => !outside;

// What says itself which API it belongs to, so that others take it from there: `restApi: method.restApi`.
const PARTS = ["aws:apigateway/resource:Resource", API_METHOD, API_INTEGRATION, API_DEPLOYMENT, API_STAGE];

/** The REST APIs that a property names, by themselves or by a part of theirs. */
export function restApisAt(stack: Stack, view: View): Resource[] {
  const found = new Set<Resource>();
  const places = new Set([view]);
  const parts = new Set<Resource>();
  for (const place of places) {
    const { resources } = stack.refs(place, REST_API);
    resources.forEach((api) => found.add(api));
    const through = resources.length === 0 && place.isUnknown ? stack.refs(place, ...PARTS).resources : [];
    for (const part of through.filter((one) => !parts.has(one))) {
      parts.add(part);
      places.add(part.at("restApi"));
    }
  }
  return [...found];
}

/** The REST API that a property names; absent where it is one of several, lies outside the stack or is not known yet. */
export function restApiAt(stack: Stack, view: View): Resource | undefined {
  const apis = restApisAt(stack, view);
  return apis.length === 1 ? apis[0] : undefined;
}

/** The parts of these types that belong to a REST API, by their property `restApi`. */
export function partsOfApi(stack: Stack, api: Resource, ...types: string[]): Resource[] {
  return (stack.once(findParts).get(api) ?? []).filter(({ type }) => types.includes(type));
}

function findParts(stack: Stack): Map<Resource | undefined, Resource[]> {
  return grouped(stack.ofType(...PARTS).filter(isInside), (part) => [restApiAt(stack, part.at("restApi"))]);
}
