import type { RecordedResource, RecordedStack, Wire } from "../../../src/graph/recorded";

/** A changed stack, and what its URNs were before; a resource that is new has none. */
export interface Changed {
  recorded: RecordedStack;
  urnBefore: (urn: string) => string;
}

/** A value with every text in it changed. */
export function mapTexts(value: Wire, change: (text: string) => string): Wire {
  if (typeof value === "string") {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => mapTexts(item, change));
  }
  return value !== null && typeof value === "object" ? mapProperties(value, change) : value;
}

/** Properties with every text in them changed. */
export function mapProperties(
  properties: Readonly<Record<string, Wire>>,
  change: (text: string) => string,
): Record<string, Wire> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, mapTexts(value, change)]));
}

/** The same stack under other URNs and logical names, wherever they occur. */
export function underOtherUrns(
  recorded: RecordedStack,
  change: (resource: RecordedResource) => Pick<RecordedResource, "urn" | "name">,
): Changed {
  const changes = new Map(recorded.resources.map((resource) => [resource.urn, change(resource)]));
  const before = new Map([...changes].map(([urn, { urn: after }]) => [after, urn]));
  if (before.size !== recorded.resources.length) {
    throw new Error("two resources would have the same URN");
  }
  const urnOf = (urn: string): string => changes.get(urn)?.urn ?? urn;
  // A provider is named by its URN and its id.
  const provided = (provider: string): string => {
    const end = provider.lastIndexOf("::");
    return urnOf(provider.slice(0, end)) + provider.slice(end);
  };
  const resources = recorded.resources.map((resource) => ({
    ...resource,
    ...changes.get(resource.urn),
    inputs: mapProperties(resource.inputs, urnOf),
    outputs: mapProperties(resource.outputs, urnOf),
    dependencies: resource.dependencies.map(urnOf),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([property, urns]) => [property, urns.map(urnOf)]),
    ),
    ...(resource.parent !== undefined && { parent: urnOf(resource.parent) }),
    ...(resource.provider !== undefined && { provider: provided(resource.provider) }),
  }));
  return { recorded: { ...recorded, resources }, urnBefore: (urn) => before.get(urn) ?? urn };
}
