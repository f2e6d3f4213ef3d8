import type { Wire } from "./recorded";

/** A value that is known only after the deployment. */
export const UNKNOWN: unique symbol = Symbol("unknown");
/** The type of UNKNOWN. */
export type Unknown = typeof UNKNOWN;

/** The key that marks an object with only some known properties: every other one reads as unknown. */
export const PARTLY_KNOWN: unique symbol = Symbol("partly known");

/** A file or string that a program passes to the provider. `text` is set where the content is inline. */
export class Asset {
  constructor(
    /** The content, where it is inline. */
    readonly text?: string,
    /** Relative to the program's main folder, or absolute. */
    readonly path?: string,
    /** The address that it comes from. */
    readonly uri?: string,
  ) {}
}

/** A folder, zip file or set of named assets. */
export class Archive {
  constructor(
    /** By the path inside the archive, where it is made of named assets. */
    readonly assets?: Readonly<Record<string, Asset | Archive>>,
    /** Relative to the program's main folder, or absolute. */
    readonly path?: string,
    /** The address that it comes from. */
    readonly uri?: string,
  ) {}
}

/** A property as a program passes it. */
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

/** What the engine writes for a secret that it cannot or may not show: in files, and in `pulumi policy analyze`. */
export const HIDDEN_SECRET = "[secret]";

/** The string that the engine sends for an unknown string. */
export const UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key, and its values, with which the engine marks what is not a plain value. */
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

const location = (value: unknown): string | undefined => (value === "" ? undefined : text(value));

/** More levels than AWS accepts anywhere, and few enough not to run out of stack. */
export const DEEPEST = 200;

function decodeAsset(wire: Record<string, unknown>): Asset {
  return new Asset(text(wire["text"]), location(wire["path"]), location(wire["uri"]));
}

function decodeArchive(wire: Record<string, unknown>, level: number): Archive {
  const assets: Record<string, Asset | Archive> = {};
  const inner = wire["assets"];
  if (typeof inner !== "object" || inner === null) {
    return new Archive(undefined, location(wire["path"]), location(wire["uri"]));
  }
  for (const [name, member] of Object.entries(inner)) {
    const value = decode(member as Wire, level + 1);
    if (value instanceof Asset || value instanceof Archive) {
      assets[name] = value;
    } else if (value === UNKNOWN) {
      // It is there, and what it holds is not known.
      assets[name] = new Archive();
    }
  }
  return new Archive(assets);
}

function decodeSigned(signature: unknown, wire: Record<string, Wire>, level: number): Value {
  switch (signature) {
    case SIGNATURES.secret:
      return decode(wire["value"] ?? null, level + 1);
    case SIGNATURES.output:
      return "value" in wire ? decode(wire["value"] ?? null, level + 1) : UNKNOWN;
    case SIGNATURES.asset:
      return decodeAsset(wire);
    case SIGNATURES.archive:
      return decodeArchive(wire, level);
    case SIGNATURES.resource:
      return decode(wire["id"] ?? wire["urn"] ?? null, level + 1);
    default:
      return UNKNOWN;
  }
}

/**
 * Turns what travels on the wire into values: unknowns, secrets (unwrapped), assets and archives are recognised. A secret
 * that the engine hides is unknown.
 * Never throws: an unknown signature, and what is nested too deep, reads as unknown. The argument's own objects are
 * reused.
 */
export function decode(wire: Wire, level = 0): Value {
  if (typeof wire === "string") {
    return wire === HIDDEN_SECRET || isUnknownOnWire(wire) ? UNKNOWN : wire;
  }
  if (wire === null || typeof wire !== "object") {
    return wire;
  }
  if (level > DEEPEST) {
    return UNKNOWN;
  }
  if (Array.isArray(wire)) {
    const list = wire as Value[];
    for (let index = 0; index < list.length; index++) {
      list[index] = decode(wire[index] ?? null, level + 1);
    }
    return list;
  }
  const signature = wire[SIGNATURE];
  if (signature !== undefined) {
    return decodeSigned(signature, wire, level);
  }
  const object = wire as Record<string, Value>;
  for (const key of Object.keys(wire)) {
    object[key] = decode(wire[key] ?? null, level + 1);
  }
  return object;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The value of a JSON string, with what is nested too deep as unknown; absent where it is not JSON. */
export function readJson(text: string): Value | undefined {
  try {
    return withoutDepths(JSON.parse(text) as Json, 0);
  } catch {
    return undefined;
  }
}

function withoutDepths(json: Json, level: number): Value {
  if (typeof json !== "object" || json === null) {
    return json;
  }
  if (level > DEEPEST) {
    return UNKNOWN;
  }
  const items = json as Record<string, Value>;
  for (const [key, item] of Object.entries(json)) {
    if (typeof item === "object") {
      items[key] = withoutDepths(item, level + 1);
    }
  }
  return items;
}

/** True for a value that is present and known. */
export function known<T>(value: T | Unknown | undefined): value is T {
  return value !== undefined && value !== UNKNOWN;
}
