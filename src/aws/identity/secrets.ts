import { connectionPasswords } from "../../graph/credential-text";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import type { View } from "../../graph/view";
import { SECRETSMANAGER_SECRET, SECRETSMANAGER_SECRET_VERSION } from "../type-tokens";

/** A version of a secret that the stack writes. */
export interface Version {
  resource: Resource;
  secrets: readonly Resource[];
  /** What its value was computed from. */
  sources: readonly Resource[];
  /** The value, parsed where it is JSON; absent while it is not known. */
  content: View | undefined;
}

const VALUES = ["secretString", "secretStringWo"];

/** The versions of secrets that the stack writes. */
export function versionsOf(stack: Stack): readonly Version[] {
  return stack.once(findVersions);
}

function findVersions(stack: Stack): Version[] {
  return stack.ofType(SECRETSMANAGER_SECRET_VERSION).map((resource) => {
    const property = VALUES.find((name) => !resource.at(name).isAbsent) ?? "secretString";
    const json = resource.json(property);
    const raw = resource.at(property);
    return {
      resource,
      secrets: stack.refs(resource.at("secretId"), SECRETSMANAGER_SECRET).resources,
      sources: resource.propertyDependencies.get(property) ?? [],
      content: raw.isUnknown || raw.isAbsent ? undefined : typeof json.value === "object" ? json : raw,
    };
  });
}

/** The version that a resource is. */
export function versionAt(stack: Stack, resource: Resource): Version | undefined {
  return stack.once(versionsByResource).get(resource);
}

const versionsByResource = (stack: Stack): Map<Resource, Version> =>
  new Map(versionsOf(stack).map((version) => [version.resource, version]));

/** What a property was computed from. */
export const sourcesOf = (place: View): readonly Resource[] =>
  place.resource.propertyDependencies.get(place.path) ?? [];

/** The strings that a secret's value is or contains, as a value or in a connection string. */
export const secretTexts = (content: View): string[] =>
  content
    .scalars()
    .flatMap(({ value }) =>
      typeof value === "string" ? [value, ...connectionPasswords(value).map(({ credential }) => credential)] : [],
    );
