import { typeRow } from "../../../src/aws/types";
import type { RecordedResource, RecordedStack, Wire } from "../../../src/graph/recorded";
import { UNKNOWN_STRING } from "../../../src/graph/value";
import { madeUp } from "../made-up";
import type { Shape } from "../../../src/testing/stack";
import type { Form, Part } from "./forms";

/** A stack in another form, and the owners of what has moved. */
export interface Reformed {
  recorded: RecordedStack;
  /** The URN of the owner for each part that has been taken in or made. */
  owners: ReadonlyMap<string, string>;
}

function outputsOf(part: RecordedResource, shape: Shape): Record<string, Wire> {
  const { computed = [], optionalComputed = [] } = typeRow(part.type) ?? {};
  const made: Record<string, Wire> = {};
  for (const property of [...computed, ...optionalComputed, "id"]) {
    made[property] = shape === "preview" ? UNKNOWN_STRING : (madeUp(part, property) as Wire);
  }
  return { ...made, ...part.inputs };
}

/** The part as a resource beside its owner, made from what the owner's property is made from. */
function partResource(
  owner: RecordedResource,
  { type, inputs }: Part,
  name: string,
  from: readonly string[],
  { property, output }: Form["link"],
): RecordedResource {
  const components = owner.urn.slice(0, owner.urn.length - `${owner.type}::${owner.name}`.length);
  return {
    urn: `${components}${type}::${name}`,
    type,
    name,
    custom: true,
    inputs: { ...inputs, [property]: owner.outputs[output] ?? UNKNOWN_STRING },
    outputs: {},
    dependencies: [...new Set([owner.urn, ...from])],
    propertyDependencies: {
      ...Object.fromEntries(Object.keys(inputs).map((key) => [key, [...from]])),
      [property]: [owner.urn],
    },
    ...(owner.parent !== undefined && { parent: owner.parent }),
    ...(owner.provider !== undefined && { provider: owner.provider }),
  };
}

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** The owner without what can be separate, and the parts that this makes; empty without any. */
function splitOwner(owner: RecordedResource, form: Form): RecordedResource[] {
  const split = form.properties.flatMap((property) => {
    const value = owner.inputs[property];
    const made = value === undefined ? undefined : form.split(property, value, owner);
    const from = owner.propertyDependencies[property] ?? [];
    return made === undefined
      ? []
      : [
          {
            property,
            parts: made.map((part, index) =>
              partResource(owner, part, `${owner.name}-${property}-${String(index)}`, from, form.link),
            ),
          },
        ];
  });
  const parts = split.flatMap((one) => one.parts);
  const properties = split.map(({ property }) => property);
  return parts.length === 0
    ? []
    : [
        {
          ...owner,
          inputs: without(owner.inputs, properties),
          propertyDependencies: without(owner.propertyDependencies, properties),
        },
        ...parts,
      ];
}

/**
 * The same stack with separate resources for what a form has inside of others. What waited for a whole waits for
 * its parts as well.
 */
export function splitApart(recorded: RecordedStack, form: Form, shape: Shape): Reformed {
  const split = new Map<string, RecordedResource[]>();
  for (const resource of recorded.resources) {
    const [owner, ...parts] = isManaged(resource, [form.owner]) ? splitOwner(resource, form) : [];
    if (owner) {
      split.set(owner.urn, [owner, ...parts.map((part) => ({ ...part, outputs: outputsOf(part, shape) }))]);
    }
  }
  const partsOf = (urn: string): RecordedResource[] => (split.get(urn) ?? []).slice(1);
  const owners = new Map([...split.keys()].flatMap((urn) => partsOf(urn).map((part) => [part.urn, urn] as const)));
  const resources = recorded.resources.flatMap((resource) => {
    const [whole = resource, ...parts] = split.get(resource.urn) ?? [];
    const { dependencies } = resource;
    const waited = dependencies.flatMap((urn) => partsOf(urn).map((part) => part.urn));
    return [{ ...whole, dependencies: [...dependencies, ...waited] }, ...parts];
  });
  return { recorded: { ...recorded, resources }, owners };
}

const isManaged = ({ type, external }: RecordedResource, types: readonly string[]): boolean =>
  types.includes(type) && external !== true;

/** All that a resource waits for. */
function awaited(resources: ReadonlyMap<string, RecordedResource>, start: readonly string[]): Set<string> {
  const all = new Set(start);
  for (const urn of all) {
    const { dependencies = [], parent } = resources.get(urn) ?? {};
    [...dependencies, ...(parent === undefined ? [] : [parent])].forEach((next) => all.add(next));
  }
  return all;
}

/**
 * The same stack with the parts of a form inside of what they belong to. A part stays where its owner is external, and
 * where the owner would have to wait for what waits for the owner.
 */
export function takenIn(recorded: RecordedStack, form: Form): Reformed {
  const byUrn = new Map(recorded.resources.map((resource) => [resource.urn, resource]));
  const owners = new Map<string, string>();
  for (const part of recorded.resources.filter((resource) => isManaged(resource, form.parts))) {
    const [ownerUrn = "", ...others] = part.propertyDependencies[form.link.property] ?? [];
    const owner = byUrn.get(ownerUrn);
    const from = part.dependencies.filter((urn) => urn !== ownerUrn);
    if (owner?.type !== form.owner || others.length > 0 || awaited(byUrn, from).has(ownerUrn)) {
      continue;
    }
    const merged = form.merge(part, owner.inputs);
    if (merged !== undefined) {
      byUrn.set(ownerUrn, withPart(owner, part, merged));
      byUrn.delete(part.urn);
      owners.set(part.urn, ownerUrn);
    }
  }
  const standIn = (urn: string): string => owners.get(urn) ?? urn;
  const resources = [...byUrn.values()].map((resource) => ({
    ...resource,
    dependencies: [...new Set(resource.dependencies.map(standIn))].filter((urn) => urn !== resource.urn),
    propertyDependencies: Object.fromEntries(
      Object.entries(resource.propertyDependencies).map(([key, urns]) => [key, urns.map(standIn)]),
    ),
  }));
  return { recorded: { ...recorded, resources }, owners };
}

function withPart(
  owner: RecordedResource,
  part: RecordedResource,
  { property, value }: { property: string; value: Wire },
): RecordedResource {
  const others = (urns: readonly string[]): string[] => urns.filter((urn) => urn !== owner.urn);
  return {
    ...owner,
    inputs: { ...owner.inputs, [property]: value },
    dependencies: [...new Set([...owner.dependencies, ...others(part.dependencies)])],
    propertyDependencies: {
      ...owner.propertyDependencies,
      [property]: [
        ...new Set([
          ...(owner.propertyDependencies[property] ?? []),
          ...others(Object.values(part.propertyDependencies).flat()),
        ]),
      ],
    },
  };
}
