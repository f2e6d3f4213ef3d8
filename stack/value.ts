import type { Wire } from "./recorded";

/** Stands for a value that will be known only once the stack is deployed. */
export const UNKNOWN: unique symbol = Symbol("unknown");
export type Unknown = typeof UNKNOWN;

/** A file or text that a program hands to the provider. `text` is set where the content is inline. */
export class Asset {
  constructor(
    readonly text?: string,
    readonly path?: string,
    readonly uri?: string,
  ) {}
}

/** A folder, zip file or set of named assets. */
export class Archive {
  constructor(
    readonly assets?: Readonly<Record<string, Asset | Archive>>,
    readonly path?: string,
    readonly uri?: string,
  ) {}
}

export type Value = null | boolean | number | string | Unknown | Asset | Archive | Value[] | { [key: string]: Value };

// The engine writes an unknown as one of seven fixed strings, one for each kind of value.
const UNKNOWN_STRINGS: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The string that the engine sends for an unknown string. */
export const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key, and its values, by which the engine marks what is no plain value. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SIGNATURES = {
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  secret: "1b47061264138c4ac30d75fd1eb44270",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
};

/** True for a value that travels as unknown. */
export function isUnknownOnWire(wire: Wire): boolean {
  return typeof wire === "string" && wire.length === 36 && UNKNOWN_STRINGS.has(wire);
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const place = (value: unknown): string | undefined => (value === "" ? undefined : text(value));

function decodeAsset(wire: Record<string, unknown>): Asset {
  return new Asset(text(wire["text"]), place(wire["path"]), place(wire["uri"]));
}

function decodeArchive(wire: Record<string, unknown>): Archive {
  const assets: Record<string, Asset | Archive> = {};
  const inner = wire["assets"];
  if (typeof inner !== "object" || inner === null) {
    return new Archive(undefined, place(wire["path"]), place(wire["uri"]));
  }
  for (const [name, member] of Object.entries(inner)) {
    const value = decode(member as Wire);
    if (value instanceof Asset || value instanceof Archive) {
      assets[name] = value;
    }
  }
  return new Archive(assets);
}

function decodeSigned(signature: unknown, wire: Record<string, Wire>): Value {
  switch (signature) {
    case SIGNATURES.secret:
      return decode(wire["value"] ?? null);
    case SIGNATURES.output:
      return "value" in wire ? decode(wire["value"] ?? null) : UNKNOWN;
    case SIGNATURES.asset:
      return decodeAsset(wire);
    case SIGNATURES.archive:
      return decodeArchive(wire);
    case SIGNATURES.resource:
      return decode(wire["id"] ?? wire["urn"] ?? null);
    default:
      return UNKNOWN;
  }
}

/**
 * Turns what travels on the wire into values: unknowns, secrets (unwrapped), assets and archives are recognised.
 * Never throws: a signature that nobody knows reads as unknown. The argument's own objects are reused.
 */
export function decode(wire: Wire): Value {
  if (typeof wire === "string") {
    return isUnknownOnWire(wire) ? UNKNOWN : wire;
  }
  if (wire === null || typeof wire !== "object") {
    return wire;
  }
  if (Array.isArray(wire)) {
    const list = wire as Value[];
    for (let index = 0; index < list.length; index++) {
      list[index] = decode(wire[index] ?? null);
    }
    return list;
  }
  const signature = wire[SIGNATURE];
  if (signature !== undefined) {
    return decodeSigned(signature, wire);
  }
  const object = wire as Record<string, Value>;
  for (const key of Object.keys(wire)) {
    object[key] = decode(wire[key] ?? null);
  }
  return object;
}

/** True for what is there and can be read now. */
export function known<T>(value: T | Unknown | undefined): value is T {
  return value !== undefined && value !== UNKNOWN;
}
