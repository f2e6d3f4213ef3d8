import { connectionPasswords } from "./credential-text";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import type { View } from "./view";

export const SECRET = "aws:secretsmanager/secret:Secret";
export const SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

/** A version of a secret, as the stack writes it. */
export interface Version {
  resource: Resource;
  secrets: readonly Resource[];
  /** What its text was computed from. */
  sources: readonly Resource[];
  /** The text, as JSON where it is such; absent while it is not known. */
  content: View | undefined;
}

const STRINGS = ["secretString", "secretStringWo"];

/** The versions of secrets that the stack writes. */
export function versionsOf(stack: Stack): readonly Version[] {
  return stack.once(findVersions);
}

function findVersions(stack: Stack): Version[] {
  return stack.ofType(SECRET_VERSION).map((resource) => {
    const property = STRINGS.find((name) => !resource.at(name).isAbsent) ?? "secretString";
    const json = resource.json(property);
    const raw = resource.at(property);
    return {
      resource,
      secrets: stack.refs(resource.at("secretId"), SECRET).resources,
      sources: resource.propertyDependencies.get(property) ?? [],
      content: raw.isUnknown || raw.isAbsent ? undefined : typeof json.value === "object" ? json : raw,
    };
  });
}

/** What a property was computed from. */
export const sourcesOf = (place: View): readonly Resource[] =>
  place.resource.propertyDependencies.get(place.path) ?? [];

/** True when a secret's text is this one, or has it as a value or in a connection string. */
export const contains = (content: View, text: string): boolean =>
  content.scalars().some(({ value }) => {
    return (
      value === text || (typeof value === "string" && connectionPasswords(value).some((one) => one.credential === text))
    );
  });
