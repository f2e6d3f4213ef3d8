import type { Resource } from "./resource";
import type { Stack } from "./stack";

// Other providers of AWS, templates, scripts and dynamic providers.
const OPAQUE = /^(?:aws:cloudformation\/|(?:aws-native|awscc|command|pulumi-\w+):)/;

/** What is told about a resource and cannot be seen into: it may give it rules, policies or permissions. */
export function opaqueUsersOf(stack: Stack, target: Resource): Resource[] {
  return stack.once(opaque).filter(({ dependencies }) => dependencies.includes(target));
}

function opaque(stack: Stack): Resource[] {
  return stack.resources.filter(({ type }) => OPAQUE.test(type));
}
