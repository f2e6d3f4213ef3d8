import { credentialProperties } from "../../../src/aws/identity/credential-properties";
import type { RecordedResource, RecordedStack, Wire } from "../../../src/graph/recorded";
import { SIGNATURE, SIGNATURES } from "../../../src/graph/value";

/** What stores of secrets hold, beside what services ask for. */
const STORED: Readonly<Record<string, readonly string[]>> = {
  "aws:secretsmanager/secretVersion:SecretVersion": ["secretString", "secretStringWo", "secretBinary"],
  "aws:ssm/parameter:Parameter": ["value", "valueWo"],
};

/** The places of a type's properties in which credentials stand, such as `users.password`. */
export function credentialPlaces({ type }: Pick<RecordedResource, "type">): readonly string[] {
  return [...credentialProperties(type), ...(STORED[type] ?? [])];
}

/** A value with the one at `keys` changed; `[]` is for the elements of a list. */
function changedAt(value: Wire | undefined, keys: readonly string[], change: (value: Wire) => Wire): Wire | undefined {
  const [key, ...rest] = keys;
  if (value === undefined || value === null || key === undefined) {
    return value === undefined || value === null ? value : change(value);
  }
  if (Array.isArray(value)) {
    // Where a list has one element, a program may well write the element.
    return value.map((item) => changedAt(item, key === "[]" ? rest : keys, change) ?? null);
  }
  if (typeof value !== "object") {
    return value;
  }
  if (key === "[]") {
    return changedAt(value, rest, change);
  }
  const changed = changedAt(value[key], rest, change);
  return changed === undefined ? value : { ...value, [key]: changed };
}

const keysOf = (place: string): string[] => place.replaceAll("[]", ".[]").split(".");

/** The same stack with each credential encrypted, as an exported state has them. */
export function withHiddenCredentials(recorded: RecordedStack): RecordedStack {
  const hide = (): Wire => ({ [SIGNATURE]: SIGNATURES.secret, ciphertext: "djE6" });
  const resources = recorded.resources.map((resource) => {
    const hidden = (values: Record<string, Wire>): Record<string, Wire> =>
      credentialPlaces(resource).reduce<Record<string, Wire>>(
        (before, place) => changedAt(before, keysOf(place), hide) as Record<string, Wire>,
        values,
      );
    return { ...resource, inputs: hidden(resource.inputs), outputs: hidden(resource.outputs) };
  });
  return { ...recorded, resources };
}
