import type { Resource } from "./resource";
import { grouped, type Stack } from "./stack";
import type { View } from "./view";

// Other providers of AWS, templates, scripts and dynamic providers, by their types.
const OPAQUE = /^(?:aws:cloudformation\/|(?:aws-native|awscc|command|pulumi-\w+):)/;

/**
 * The resources that get a resource and do with it what cannot be seen: they may give it rules, policies or permissions.
 * An imported resource is one of them itself, since what was given to it before may not be imported.
 */
export function opaqueUsersOf(stack: Stack, target: Resource): Resource[] {
  return [...(stack.once(findUsers).get(target) ?? []), ...(target.imported ? [target] : [])];
}

/** The resource of a type that a property names, where this operation creates it and all that it gets is in the stack. */
export function newWithAllParts(stack: Stack, view: View, type: string): Resource | undefined {
  const { resources, complete } = stack.refs(view, type);
  const [named, ...others] = resources;
  const isNew =
    named !== undefined &&
    others.length === 0 &&
    complete &&
    !named.external &&
    !named.skipped &&
    named.exists !== true &&
    opaqueUsersOf(stack, named).length === 0;
  return isNew ? named : undefined;
}

// A component of a package that is not run here; the parts of other components are in the graph.
const isUnseen = ({ urn, type }: Resource, parents: ReadonlySet<string | undefined>): boolean =>
  /^(?!pulumi:)[^/]+$/.test(type) && !parents.has(urn);

function findUsers(stack: Stack): Map<Resource, Resource[]> {
  const parents = new Set(stack.resources.map(({ parent }) => parent));
  const opaque = stack.resources.filter((resource) => OPAQUE.test(resource.type) || isUnseen(resource, parents));
  return grouped(opaque, ({ dependencies }) => dependencies);
}
