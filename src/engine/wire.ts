import { isWireObject } from "../graph/merge-patch";
import type { Wire } from "../graph/recorded";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../graph/value";

/** The mark on the wire of a value that is not known yet. */
export const UNKNOWN = UNKNOWN_STRING;

const { asset: ASSET, archive: ARCHIVE, secret: SECRET, resource: RESOURCE, output: OUTPUT_VALUE } = SIGNATURES;

/**
 * Text that a program gets where it needs a value and there is none to give: an encrypted secret, an answer of AWS.
 * It is a number, so that a program can also parse it; a recorded value that contains it is unknown.
 */
export const STAND_IN = "281474976710597";

/** How many values a list of stand-ins has. */
const STAND_IN_COUNT = 3;

/** A list as a data source would answer it. */
export function standInList(): string[] {
  return Array.from({ length: STAND_IN_COUNT }, (_, index) => `${STAND_IN}-${String(index + 1)}`);
}

export type Properties = Record<string, Wire>;

function isStandInList(list: Wire[]): boolean {
  return list.length === STAND_IN_COUNT && standInList().every((text, index) => list[index] === text);
}

/** The id of a custom resource; the URN of a component, and of a resource whose id is not known yet. */
function referenced({ id, urn }: Properties): Wire {
  const isKnown = typeof id === "string" && id !== "" && id !== UNKNOWN;
  return isKnown ? id : (urn ?? UNKNOWN);
}

function signatureOf(value: Wire): Wire | undefined {
  return isWireObject(value) ? value[SIGNATURE] : undefined;
}

/** True for a secret or an output whose value is known. */
export function isWrapped(value: Wire): value is Properties & { value: Wire } {
  const signature = signatureOf(value);
  return isWireObject(value) && (signature === SECRET || signature === OUTPUT_VALUE) && value.value !== undefined;
}

/** True for a plain object. */
export function isPlainObject(value: Wire): value is Properties {
  return isWireObject(value) && value[SIGNATURE] === undefined;
}

function mapProperties(properties: Properties, change: (value: Wire) => Wire): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, change(value)]));
}

/** Changes what is inside a list or an object. */
function mapInside(value: Wire, change: (value: Wire) => Wire): Wire {
  if (Array.isArray(value)) return value.map(change);
  return isWireObject(value) ? mapProperties(value, change) : value;
}

/** SDKs refuse to decode an asset with an empty text. */
function isEmptyAsset(object: Properties): boolean {
  return object[SIGNATURE] === ASSET && !object.text && !object.path && !object.uri;
}

/** A value as the engine hands it back to the program: secrets stay marked, references and output values are resolved. */
function answeredValue(value: Wire): Wire {
  if (!isWireObject(value)) return mapInside(value, answeredValue);
  const signature = value[SIGNATURE];
  if (signature === RESOURCE) return referenced(value);
  if (isEmptyAsset(value)) return UNKNOWN;
  if (signature !== OUTPUT_VALUE) return mapProperties(value, answeredValue);
  const inner = value.value === undefined ? UNKNOWN : answeredValue(value.value);
  return value.secret === true ? { [SIGNATURE]: SECRET, value: inner } : inner;
}

export function answered(properties: Properties): Properties {
  return mapProperties(properties, answeredValue);
}

/** A value as a policy pack gets it: secrets are plain text, a stand-in is unknown. */
export function plain(value: Wire): Wire {
  if (typeof value === "string") return value.includes(STAND_IN) ? UNKNOWN : value;
  if (typeof value === "number") return value === Number(STAND_IN) ? UNKNOWN : value;
  if (Array.isArray(value)) return isStandInList(value) ? UNKNOWN : value.map(plain);
  if (!isWireObject(value)) return value;
  const signature = value[SIGNATURE];
  if (signature === SECRET) return plain(value.value ?? null);
  if (signature === RESOURCE) return plain(referenced(value));
  if (signature === OUTPUT_VALUE) return value.value === undefined ? UNKNOWN : plain(value.value);
  // The SDK for Node marks its assets once more.
  if (signature === ASSET || signature === ARCHIVE) return plainProperties(value);
  return mapProperties(value, plain);
}

/** The properties of a resource as a policy pack gets them: without the keys that the engine keeps to itself. */
export function plainProperties(properties: Properties): Properties {
  const shown = Object.entries(properties).filter(([key]) => !key.startsWith("__"));
  return mapProperties(Object.fromEntries(shown), plain);
}

/** A value for a function of the program: what is unknown or secret inside it is an output of its own. */
function withOutputs(value: Wire): Wire {
  if (value === UNKNOWN) return { [SIGNATURE]: OUTPUT_VALUE };
  const signature = signatureOf(value);
  if (!isWireObject(value) || signature === undefined) return mapInside(value, withOutputs);
  if (signature === SECRET) return { [SIGNATURE]: OUTPUT_VALUE, secret: true, value: withOutputs(value.value ?? null) };
  return signature === RESOURCE && value.id === UNKNOWN ? { ...value, id: "" } : value;
}

/** A property for a function of the program, with what it depends on. */
export function asOutput(value: Wire, dependencies: string[]): Wire {
  const upgraded = withOutputs(value);
  if (dependencies.length === 0) return upgraded;
  const isOutput = isWireObject(upgraded) && upgraded[SIGNATURE] === OUTPUT_VALUE;
  return { ...(isOutput ? upgraded : { [SIGNATURE]: OUTPUT_VALUE, value: upgraded }), dependencies };
}

/** What the output values in a value depend on. */
export function dependenciesOf(value: Wire): string[] {
  if (Array.isArray(value)) return value.flatMap(dependenciesOf);
  if (!isWireObject(value)) return [];
  if (value[SIGNATURE] !== OUTPUT_VALUE) return Object.values(value).flatMap(dependenciesOf);
  const own = Array.isArray(value.dependencies) ? value.dependencies.map(String) : [];
  return [...own, ...dependenciesOf(value.value ?? null)];
}
