import { joinPath } from "./path";
import type { Resource } from "./resource";
import { Archive, Asset, readJson, UNKNOWN, type Unknown, type Value } from "./value";

/** What a read answers: the value, unknown (it is there, and will be known after the deployment), or absent. */
export type Read<T> = T | Unknown | undefined;

let onRead: ((type: string, path: string) => void) | undefined;

/** Lets a test see every property that a rule reads, with the type of the resource it reads it from. */
export function traceReads(listener: typeof onRead): void {
  onRead = listener;
}

/**
 * A read-only place in a resource's properties. Reads never throw: what has another shape than asked for reads as
 * unknown, since nothing can be concluded from it; `null` reads as absent.
 */
export class View {
  /** The resource this view lies in. */
  readonly resource: Resource;

  /** @internal */
  constructor(
    private readonly raw: Value | undefined,
    /** The path from the resource, such as `ingress[0].cidrBlocks`; empty for the resource itself. */
    readonly path: string,
    resource: Resource | undefined,
  ) {
    this.resource = resource ?? (this as unknown as Resource);
  }

  /** The value as it stands; `undefined` when absent, UNKNOWN when unknown. */
  get value(): Read<Exclude<Value, null | Unknown>> {
    return this.raw === null ? undefined : this.raw;
  }

  /** True where nothing is there, or null. */
  get isAbsent(): boolean {
    return this.value === undefined;
  }

  /** True for what is there and will be known after the deployment. */
  get isUnknown(): boolean {
    return this.raw === UNKNOWN;
  }

  /** The place at the end of `keys`. A list with one element stands for the element, as provider versions differ in it. */
  at(...keys: (string | number)[]): View {
    let value = this.value;
    let path = this.path;
    for (const key of keys) {
      value = step(value, key);
      path = joinPath(path, key);
    }
    if (keys.length > 0) {
      onRead?.(this.resource.type, path);
    }
    return new View(value, path, this.resource);
  }

  /** A property that the type may not even have. */
  find(key: string): View | undefined {
    const value = step(this.value, key);
    return value === undefined ? undefined : new View(value, joinPath(this.path, key), this.resource);
  }

  /** What is there as a boolean; `"true"` and `"false"` are booleans too. */
  bool(...keys: (string | number)[]): Read<boolean> {
    const { value } = this.at(...keys);
    if (value === undefined || typeof value === "boolean") {
      return value;
    }
    return value === "true" ? true : value === "false" ? false : UNKNOWN;
  }

  /** What is there as a number; the text of a number is one too. */
  num(...keys: (string | number)[]): Read<number> {
    const { value } = this.at(...keys);
    if (value === undefined || typeof value === "number") {
      return value;
    }
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
    return Number.isNaN(number) ? UNKNOWN : number;
  }

  /** What is there as a text; numbers and booleans have one too. */
  str(...keys: (string | number)[]): Read<string> {
    const { value } = this.at(...keys);
    if (value === undefined || typeof value === "string") {
      return value;
    }
    return typeof value === "number" || typeof value === "boolean" ? String(value) : UNKNOWN;
  }

  /** The elements of a list; a single value counts as a list of one. */
  list(...keys: (string | number)[]): Read<View[]> {
    const view = this.at(...keys);
    const { value } = view;
    if (value === undefined || value === UNKNOWN) {
      return value;
    }
    if (!Array.isArray(value)) {
      return [view];
    }
    return value.map((element, index) => new View(element, joinPath(view.path, index), this.resource));
  }

  /** The entries of a map. */
  entries(...keys: (string | number)[]): Read<[string, View][]> {
    const view = this.at(...keys);
    const { value } = view;
    if (value === undefined || value === UNKNOWN) {
      return value;
    }
    if (typeof value !== "object" || Array.isArray(value) || value instanceof Asset || value instanceof Archive) {
      return UNKNOWN;
    }
    return Object.entries(value).map(([key, item]) => [key, new View(item, joinPath(view.path, key), this.resource)]);
  }

  /**
   * A property that holds a JSON text, or the object itself, as a view of what the text says.
   * A text that is not JSON reads as unknown.
   */
  json(...keys: (string | number)[]): View {
    const view = this.at(...keys);
    return typeof view.value === "string" ? new View(readJson(view.value) ?? UNKNOWN, view.path, this.resource) : view;
  }

  /** The known texts among these properties, whichever of them the type has. */
  texts(keys: readonly string[]): string[] {
    return keys
      .map((key) => step(this.value, key))
      .filter((value): value is string => typeof value === "string" && value !== "");
  }

  /** Every scalar below this place, UNKNOWN ones included. */
  scalars(): View[] {
    const { value } = this;
    if (value === undefined) {
      return [];
    }
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => new View(item, joinPath(this.path, index), this.resource).scalars());
    }
    if (typeof value === "object" && !(value instanceof Asset) && !(value instanceof Archive)) {
      return Object.entries(value).flatMap(([key, item]) =>
        new View(item, joinPath(this.path, key), this.resource).scalars(),
      );
    }
    return [this];
  }
}

function step(value: Read<Value>, key: string | number): Read<Exclude<Value, null | Unknown>> {
  if (value === undefined || value === null || value === UNKNOWN) {
    return value ?? undefined;
  }
  if (Array.isArray(value)) {
    if (typeof key === "number") {
      return value[key] ?? undefined;
    }
    return value.length === 0 ? undefined : value.length === 1 ? step(value[0], key) : UNKNOWN;
  }
  if (typeof value !== "object" || value instanceof Asset || value instanceof Archive) {
    return UNKNOWN;
  }
  return Object.hasOwn(value, key) ? ((value as Record<string | number, Value>)[key] ?? undefined) : undefined;
}
