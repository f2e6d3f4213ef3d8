import type { RecordedResource, RecordedStack } from "../../../src/graph/recorded";
import { STACK_TYPE } from "../../../src/graph/stack";
import { drawn } from "./random";
import { type Changed, underOtherUrns } from "./urns";

const isOfEngine = ({ type, name }: RecordedResource): boolean =>
  type === STACK_TYPE || (type.startsWith("pulumi:providers:") && name.startsWith("default"));

/** The components of a program of its own, from the outermost to the innermost. */
export const ONE_LEVEL = ["app:index:Part"];
export const THREE_LEVELS = ["app:index:Platform", "app:delivery:Tier", "app:index:Part"];

/** The tower that a resource of the stack's top goes into; undefined leaves it where it is. */
type Placing = (resource: RecordedResource) => string | undefined;

/** The same stack with all of it in one tower of components. */
export function inOneComponent(recorded: RecordedStack, types: readonly string[]): Changed {
  return inComponents(recorded, types, () => "tower");
}

/** The same stack with the resources at its top put into two towers of components, at random; some stays at the top. */
export function inTwoComponents(recorded: RecordedStack, types: readonly string[], seed: number): Changed {
  return inComponents(recorded, types, ({ urn }) => [undefined, "east", "west", "east", "west"][drawn(5, urn, seed)]);
}

/** A resource's URN begins with the types of its components, and so do the URNs of the resources below it. */
function inComponents(recorded: RecordedStack, types: readonly string[], placing: Placing): Changed {
  const root = recorded.resources.find(({ type }) => type === STACK_TYPE);
  const prefix = `urn:pulumi:${recorded.stack}::${recorded.project}::`;
  const byUrn = new Map(recorded.resources.map((resource) => [resource.urn, resource]));
  const topOf = (resource: RecordedResource): RecordedResource => {
    const parent = resource.parent === root?.urn ? undefined : byUrn.get(resource.parent ?? "");
    return parent ? topOf(parent) : resource;
  };
  const towers = new Map(
    recorded.resources.map((resource) => [resource.urn, isOfEngine(resource) ? undefined : placing(topOf(resource))]),
  );
  const componentUrn = (tower: string, level: number): string =>
    `${prefix}${types.slice(0, level + 1).join("$")}::${tower}-${String(level)}`;
  const { recorded: moved, urnBefore } = underOtherUrns(recorded, ({ urn, name }) => ({
    name,
    urn: towers.get(urn) === undefined ? urn : urn.replace(prefix, `${prefix}${types.join("$")}$`),
  }));
  const components = [...new Set([...towers.values()].filter((tower) => tower !== undefined))].flatMap((tower) =>
    types.map((type, level): RecordedResource => {
      const parent = level === 0 ? root?.urn : componentUrn(tower, level - 1);
      return {
        urn: componentUrn(tower, level),
        type,
        name: `${tower}-${String(level)}`,
        custom: false,
        inputs: {},
        outputs: {},
        dependencies: [],
        propertyDependencies: {},
        ...(parent !== undefined && { parent }),
      };
    }),
  );
  const resources = moved.resources.map((resource) => {
    const before = byUrn.get(urnBefore(resource.urn));
    const tower = before && towers.get(before.urn);
    return before && tower !== undefined && topOf(before) === before
      ? { ...resource, parent: componentUrn(tower, types.length - 1) }
      : resource;
  });
  return { recorded: { ...moved, resources: [...components, ...resources] }, urnBefore };
}
