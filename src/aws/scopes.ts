import { isOfDefaultProvider, ownRegionOf } from "./region";
import type { Resource } from "../graph/resource";
import { UNKNOWN, type Unknown } from "../graph/value";

/**
 * The account and region of a resource as a key: its provider, and the region that the resource itself sets. Resources
 * with equal keys are in one account and region; two providers may be for the same one.
 */
export function scopeOf(resource: Resource): string | Unknown {
  const region = ownRegionOf(resource);
  if (region === UNKNOWN) {
    return UNKNOWN;
  }
  return `${isOfDefaultProvider(resource) ? "" : (resource.provider.urn ?? "")} ${region ?? ""}`;
}

/** The stack's own resources by their account and region; without those whose region is not known yet. */
export function byScope(resources: readonly Resource[]): Map<string, [Resource, ...Resource[]]> {
  const groups = new Map<string, [Resource, ...Resource[]]>();
  for (const resource of resources) {
    const scope = scopeOf(resource);
    if (!resource.external && scope !== UNKNOWN) {
      const group = groups.get(scope);
      if (group) {
        group.push(resource);
      } else {
        groups.set(scope, [resource]);
      }
    }
  }
  return groups;
}
