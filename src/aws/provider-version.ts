import type { Resource } from "../graph/resource";

/** The major version of a resource's provider, by its version or the name of a default provider. */
export function providerMajor({ provider }: Resource): number | undefined {
  const entries = provider.entries();
  const version = new Map(Array.isArray(entries) ? entries : []).get("version")?.str();
  const major = /::default_(\d{1,3})_/.exec(provider.urn ?? "")?.[1] ?? /^\d{1,3}/.exec(String(version))?.[0];
  return major === undefined ? undefined : Number(major);
}
