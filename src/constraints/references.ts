import { scopeOf } from "../aws/scopes";
import type { Resource } from "../graph/resource";
import type { Stack } from "../graph/stack";
import { UNKNOWN, type Unknown } from "../graph/value";
import type { View } from "../graph/view";

const isReference = (resource: Resource, { resource: by, property }: View): boolean =>
  by.propertyDependencies.get(property)?.includes(resource) === true;

/** True for a resource that the stack creates, and that a property names by reference or in its own account and region. */
const isCertain = (resource: Resource, view: View): boolean =>
  !resource.external &&
  !resource.skipped &&
  (isReference(resource, view) || scopeOf(resource) === scopeOf(view.resource));

/**
 * The resources of these types that a property names: one, or those of a list. None where it names something else, or what
 * the stack does not have; unknown where it may be one of several, or any.
 */
export function referredBy(stack: Stack, view: View, types: readonly string[]): readonly Resource[] | Unknown {
  if (view.isAbsent) {
    return [];
  }
  const { resources, complete } = stack.refs(view, ...types);
  if (resources.length === 0) {
    // What is computed from resources of other types names one of these.
    return view.isUnknown && !view.resource.isComputed(view.property) ? UNKNOWN : [];
  }
  // An output that is not an id, such as `endpointArn`, matches none; it is still of the one resource that it came from.
  const [only] = resources;
  if (resources.length === 1 && only && view.path === view.property && isReference(only, view)) {
    return only.external || only.skipped ? [] : [only];
  }
  if (!complete || (resources.length > 1 && !Array.isArray(view.value))) {
    return UNKNOWN;
  }
  return resources.filter((resource) => isCertain(resource, view));
}
