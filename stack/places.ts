import { isOfDefaultProvider, ownRegionOf } from "./region";
import type { Resource } from "./resource";
import { UNKNOWN, type Unknown } from "./value";

/**
 * Where a resource is made: what its provider stands for, and the region that it names for itself. Two with the same text
 * are in one account and region; two providers may stand for the same one.
 */
export function placeOf(resource: Resource): string | Unknown {
  const region = ownRegionOf(resource);
  if (region === UNKNOWN) {
    return UNKNOWN;
  }
  return `${isOfDefaultProvider(resource) ? "" : (resource.provider.urn ?? "")} ${region ?? ""}`;
}

/** Resources of the stack's own by the account and region that they are made in; those of which it is not known left out. */
export function byPlace(resources: readonly Resource[]): Map<string, [Resource, ...Resource[]]> {
  const groups = new Map<string, [Resource, ...Resource[]]>();
  for (const resource of resources) {
    const place = placeOf(resource);
    if (!resource.outside && place !== UNKNOWN) {
      const group = groups.get(place);
      if (group) {
        group.push(resource);
      } else {
        groups.set(place, [resource]);
      }
    }
  }
  return groups;
}
