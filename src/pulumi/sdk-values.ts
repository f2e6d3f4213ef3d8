import type { PolicyProviderResource } from "@pulumi/policy";
import type { Wire } from "../graph/recorded";
import type { Provider } from "../graph/resource";
import { Archive, Asset, decode, SIGNATURE, type Value } from "../graph/value";

/** The key under which the SDK's proxy gives up the object behind it. */
const TARGET = "__getSpecialProxyTarget";

/** The object behind the proxy that a policy receives, which throws on each unknown value. */
export function targetOf(props: object): object {
  const target = (props as Record<string, unknown>)[TARGET];
  return typeof target === "object" && target !== null ? target : props;
}

/** Turns what the SDK hands to policies into values. */
export async function valueOf(given: unknown): Promise<Value> {
  if (given instanceof Promise) {
    return valueOf(await given);
  }
  if (typeof given !== "object" || given === null) {
    return typeof given === "string" || typeof given === "number" || typeof given === "boolean" ? decode(given) : null;
  }
  if (Array.isArray(given)) {
    return Promise.all(given.map(valueOf));
  }
  const fields = given as Record<string, unknown>;
  // What the SDK could not decode is still as it travelled.
  if (SIGNATURE in fields) {
    return decode(fields as Record<string, Wire>);
  }
  if (fields["__pulumiAsset"] === true) {
    const [text, path, uri] = await Promise.all([fields["text"], fields["path"], fields["uri"]].map(stringOf));
    return new Asset(text, path, uri);
  }
  if (fields["__pulumiArchive"] === true) {
    const [path, uri] = await Promise.all([fields["path"], fields["uri"]].map(stringOf));
    const assets = (await fields["assets"]) as object | undefined;
    return new Archive(assets && ((await valueOf(assets)) as Record<string, Asset>), path, uri);
  }
  const entries = Object.entries(fields).map(async ([key, item]) => [key, await valueOf(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function stringOf(given: unknown): Promise<string | undefined> {
  const value: unknown = await given;
  return typeof value === "string" ? value : undefined;
}

/** The provider that a policy's arguments name. */
export async function providerOf(provider: PolicyProviderResource | undefined): Promise<Provider | undefined> {
  return (
    provider && {
      urn: provider.urn,
      type: provider.type,
      name: provider.name,
      inputs: await valueOf(targetOf(provider.props as object)),
    }
  );
}
