import type { Resource } from "./resource";

// Packages whose components create resources that their users pass few arguments to.
const PACKAGE = /^(?:awsx|eks|sst|cdk|aws-(?!native$)[a-z-]+)$/;

const packageOf = (type: string): string => type.split(":", 1).join("");

// The components of @pulumi/aws itself, for functions that handle events, and the API of classic awsx.
const OF_AWS = /^aws:\w+:(?:\w+EventSubscription|x:API)$/;

/** False for a resource of a provider, such as `aws:rds/instance:Instance`: the types of components have no slash. */
export const isComponent = ({ type }: Pick<Resource, "type">): boolean => !type.includes("/");

const isOfPackage = (type: string): boolean => PACKAGE.test(packageOf(type)) || OF_AWS.test(type);

/** The types of the components around a resource, the outermost first. */
export function componentTypesOf({ urn }: Pick<Resource, "urn">): string[] {
  // A URN holds the types of the parents, joined by `$`, before that of the resource.
  const [, , types = ""] = urn.split("::");
  return types
    .split("$")
    .slice(0, -1)
    .filter((type) => isComponent({ type }));
}

/**
 * True for a resource that a component of a published package created, so that the program cannot fix all of it. Inside a
 * component of the program it is the program's, wherever that component has its parent.
 */
export function isMadeByPackage(resource: Pick<Resource, "urn">): boolean {
  const nearest = componentTypesOf(resource).at(-1);
  return nearest !== undefined && isOfPackage(nearest);
}
