import type { Resource } from "./resource";
import type { Stack } from "./stack";
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
  const { resources } = stack.refs(view, REST_API);
  const parts = resources.length === 0 && view.isUnknown ? stack.refs(view, ...PARTS).resources : [];
  return [...new Set([...resources, ...parts.flatMap((part) => restApisAt(stack, part.at("restApi")))])];
}

/** The REST API that a property names; absent where it is one of several, lies outside the stack or is not known yet. */
export function restApiAt(stack: Stack, view: View): Resource | undefined {
  const apis = restApisAt(stack, view);
  return apis.length === 1 ? apis[0] : undefined;
}

/** The resources of these types that belong to a REST API, by their property `restApi`. */
export function partsOfApi(stack: Stack, api: Resource, ...types: string[]): Resource[] {
  return stack.ofType(...types).filter((part) => isInside(part) && restApiAt(stack, part.at("restApi")) === api);
}
