import type { Key } from "./path";
import type { Wire } from "./recorded";
import { isUnknownOnWire, SIGNATURE, SIGNATURES } from "./value";

/**
 * A change of a resource's inputs, as a merge patch (RFC 7396): an object changes what is inside, `null` removes a
 * property, anything else is the property's new value. In a list, an object's keys are indices; the one behind the last
 * element adds an element.
 */
export type Patch = null | boolean | number | string | Patch[] | PatchObject;
/** A patch of an object, or of a list by its indices. */
export interface PatchObject {
  /** The change of the property, or of the element. */
  readonly [key: string | number]: Patch;
}

type WireObject = Record<string, Wire>;

const isPatchObject = (patch: Patch): patch is PatchObject =>
  typeof patch === "object" && patch !== null && !Array.isArray(patch);

const isIndex = (key: string): boolean => /^\d+$/.test(key);

/**
 * A copy of `inputs` with the patch at the end of `keys`. A secret stays one. Absent where the patch would change a value
 * that is not known, is not plain, or has another shape.
 */
export function patchedAt(inputs: Wire, keys: readonly Key[], patch: Patch): Wire | undefined {
  return patched(
    inputs,
    keys.reduceRight<Patch>((inner, key) => ({ [key]: inner }), patch),
  );
}

/** The path of everything that a patch sets or removes. */
export function pathsOf(patch: Patch): Key[][] {
  return isPatchObject(patch) && Object.keys(patch).length > 0
    ? Object.entries(patch).flatMap(([key, inner]) =>
        pathsOf(inner).map((path): Key[] => [isIndex(key) ? Number(key) : key, ...path]),
      )
    : [[]];
}

function patched(value: Wire | undefined, patch: Patch): Wire | undefined {
  if (value !== undefined && isUnknownOnWire(value)) {
    return undefined;
  }
  if (isWireObject(value) && value[SIGNATURE] !== undefined) {
    return value[SIGNATURE] === SIGNATURES.secret ? within(value, "value", patch) : undefined;
  }
  if (!isPatchObject(patch)) {
    return isPlain(value) ? fresh(patch) : undefined;
  }
  if (value === undefined || value === null) {
    return fresh(patch);
  }
  if (Array.isArray(value)) {
    return patchedList(value, patch);
  }
  return isWireObject(value) ? patchedObject(value, patch) : undefined;
}

function patchedObject(object: WireObject, patch: PatchObject): Wire | undefined {
  const entries = Object.entries(patch);
  const [[key, only] = ["", null]] = entries;
  // Some versions of a provider have an object where others have a list of one.
  if (entries.length === 1 && key === "0" && isPatchObject(only) && !Object.hasOwn(object, key)) {
    return patched(object, only);
  }
  let changed: WireObject | undefined = object;
  for (const [name, inner] of entries) {
    changed = changed && within(changed, name, inner);
  }
  return changed;
}

/** An object with one property patched, or without it. */
function within(object: WireObject, key: string, patch: Patch): WireObject | undefined {
  const { [key]: old, ...others } = object;
  if (patch === null) {
    return isPlain(old) ? others : undefined;
  }
  const value = patched(old, patch);
  return value === undefined ? undefined : { ...object, [key]: value };
}

function patchedList(list: readonly Wire[], patch: PatchObject): Wire[] | undefined {
  if (!Object.keys(patch).every(isIndex)) {
    return list.length < 2 ? patchedList(list, { 0: patch }) : undefined;
  }
  const changed = [...list];
  for (const [index, inner] of Object.entries(patch)) {
    const at = Number(index);
    const element = inner === null || at > changed.length ? undefined : patched(changed[at], inner);
    if (element === undefined) {
      return undefined;
    }
    changed[at] = element;
  }
  return changed;
}

/** The value of a patch where there is nothing; an absent list has no elements to change. */
function fresh(patch: Patch): Wire | undefined {
  if (Array.isArray(patch)) {
    const list = patch.map(fresh);
    return list.every((element) => element !== undefined) ? list : undefined;
  }
  if (!isPatchObject(patch)) {
    return patch;
  }
  const entries = Object.entries(patch)
    .filter(([, inner]) => inner !== null)
    .map(([key, inner]) => [key, isIndex(key) ? undefined : fresh(inner)] as const);
  return entries.every(([, value]) => value !== undefined) ? (Object.fromEntries(entries) as WireObject) : undefined;
}

/** True for an object, and not for a list. */
export function isWireObject(value: Wire | undefined): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True where nothing in a value is unknown, secret or an asset, so that it can be replaced as a whole. */
function isPlain(value: Wire | undefined): boolean {
  if (typeof value === "object" && value !== null) {
    return !(SIGNATURE in value) && Object.values(value).every(isPlain);
  }
  return value === undefined || !isUnknownOnWire(value);
}
