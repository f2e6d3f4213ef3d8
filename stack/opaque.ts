import type { Resource } from "./resource";
import { grouped, type Stack } from "./stack";

// Other providers of AWS, templates, scripts and dynamic providers, by their types.
const OPAQUE = /^(?:aws:cloudformation\/|(?:aws-native|awscc|command|pulumi-\w+):)/;

/** What is told about a resource and cannot be seen into: it may give it rules, policies or permissions. */
export function opaqueUsersOf(stack: Stack, target: Resource): Resource[] {
  return stack.once(findUsers).get(target) ?? [];
}

// A component of a package that nothing runs here: the parts of others are in the graph.
const isUnseen = ({ urn, type }: Resource, parents: ReadonlySet<string | undefined>): boolean =>
  /^(?!pulumi:)[^/]+$/.test(type) && !parents.has(urn);

function findUsers(stack: Stack): Map<Resource, Resource[]> {
  const parents = new Set(stack.resources.map(({ parent }) => parent));
  const opaque = stack.resources.filter((resource) => OPAQUE.test(resource.type) || isUnseen(resource, parents));
  return grouped(opaque, ({ dependencies }) => dependencies);
}
