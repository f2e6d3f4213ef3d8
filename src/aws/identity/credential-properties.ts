import { canonicalType } from "../../graph/tokens";
import { table } from "../data/tables";

type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

let properties: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The arguments of a type that hold a credential, by paths without indexes such as `users.password`: those that the
 * provider's schema marks as sensitive, but for what is not a credential, and some that it does not mark.
 */
export function credentialProperties(type: string): readonly string[] {
  properties ??= readTables();
  return properties.get(type) ?? [];
}

function readTables(): ReadonlyMap<string, readonly string[]> {
  const { additional, excluded }: { additional: Reasons; excluded: Reasons } = table("credential-properties");
  const { types } = table("aws-sensitive-arguments");
  const found = new Map<string, readonly string[]>();
  for (const type of new Set([...Object.keys(types), ...Object.keys(additional)])) {
    const { marked = [], named = [] } = types[type] ?? {};
    const paths = [...marked, ...named].filter((path) => excluded[type]?.[path] === undefined);
    found.set(canonicalType(type), [...new Set([...paths, ...Object.keys(additional[type] ?? {})])]);
  }
  return found;
}
