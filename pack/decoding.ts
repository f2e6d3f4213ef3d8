import { Archive, Asset, decode, type Value } from "../stack/value";
import type { Wire } from "../stack/recorded";

interface Struct {
  toJavaScript(): Record<string, Wire>;
}
type Deserialize = (struct: Struct, proxySecrets: boolean) => unknown;

/** Where the SDK's proxy gives up the object behind it. */
const TARGET = "__getSpecialProxyTarget";

const ours = new WeakSet();

/**
 * Puts one decoding in the place of the SDK's, which decodes every property again for every policy, and which an
 * empty text asset makes reject so that the user's preview hangs. Each message is decoded once, however often it is
 * asked for. Where a later SDK has no such function, its own decoding stays and `decodedOf` translates.
 * Remediation takes the SDK's own objects; the engine asks for it too before each resource, also where no policy does it.
 * @returns whether the SDK could be given our decoding
 */
export function ownDecoding(): boolean {
  const sdk = sdkDecoding();
  const original = sdk?.deserializeProperties;
  if (!sdk || !original) {
    return false;
  }
  const decoded = new WeakMap<Struct, Value>();
  sdk.deserializeProperties = (struct, proxySecrets) => {
    if (proxySecrets) {
      // The inputs for remediations. An error here would hang the preview: what the SDK cannot read goes on as it came.
      try {
        return original(struct, proxySecrets);
      } catch {
        return struct.toJavaScript();
      }
    }
    let value = decoded.get(struct);
    if (value === undefined) {
      value = decode(struct.toJavaScript());
      decoded.set(struct, value);
      if (typeof value === "object" && value !== null) {
        ours.add(value);
      }
    }
    return value;
  };
  return true;
}

function sdkDecoding(): { deserializeProperties?: Deserialize } | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would hand out a copy
    return require("@pulumi/policy/deserialize") as { deserializeProperties?: Deserialize };
  } catch {
    return undefined;
  }
}

/** The object behind the proxy that a policy is given: the same for every policy that looks at the same message. */
export function targetOf(props: object): object {
  const target = (props as Record<string, unknown>)[TARGET];
  return typeof target === "object" && target !== null ? target : props;
}

/** The values of a policy's `props`. */
export function decodedOf(props: object): Value | Promise<Value> {
  const target = targetOf(props);
  return ours.has(target) ? target : translate(target);
}

/** Turns what the SDK's own decoding gives into values. */
export async function translate(value: unknown): Promise<Value> {
  if (value instanceof Promise) {
    return translate(await value);
  }
  if (typeof value !== "object" || value === null) {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? decode(value) : null;
  }
  if (Array.isArray(value)) {
    return Promise.all(value.map(translate));
  }
  const fields = value as Record<string, unknown>;
  if (fields["__pulumiAsset"] === true) {
    const [text, path, uri] = await Promise.all([fields["text"], fields["path"], fields["uri"]].map(textOf));
    return new Asset(text, path, uri);
  }
  if (fields["__pulumiArchive"] === true) {
    const [path, uri] = await Promise.all([fields["path"], fields["uri"]].map(textOf));
    const assets = (await fields["assets"]) as object | undefined;
    return new Archive(assets && ((await translate(assets)) as Record<string, Asset>), path, uri);
  }
  const entries = Object.entries(fields).map(async ([key, item]) => [key, await translate(item)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function textOf(value: unknown): Promise<string | undefined> {
  const text: unknown = await value;
  return typeof text === "string" ? text : undefined;
}
