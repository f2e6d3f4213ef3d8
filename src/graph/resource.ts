import type { Certainty } from "./certainty";
import { joinPath } from "./path";
import { canonicalType } from "./tokens";
import { Archive, Asset, known, PARTLY_KNOWN, readJson, UNKNOWN, type Unknown, type Value } from "./value";

/** The result of a read: the value, unknown (it is present, and known after the deployment), or absent. */
export type Read<T> = T | Unknown | undefined;

let onRead: ((type: string, path: string) => void) | undefined;

/** Lets a test see every property that a rule reads, with the type of the resource it reads it from. */
export function traceReads(listener: typeof onRead): void {
  onRead = listener;
}

/**
 * A read-only view of a value in a resource's properties. Reads never throw: a value of another shape than expected reads
 * as unknown, since nothing can be concluded from it; `null` reads as absent.
 */
export class View {
  /** The resource that this value is in. */
  readonly resource: Resource;

  /** @internal */
  constructor(
    private readonly raw: Value | undefined,
    /** The path from the resource, such as `ingress[0].cidrBlocks`; empty for the resource itself. */
    readonly path: string,
    resource: Resource | undefined,
    /** True inside a JSON string that a property holds, such as a policy, where names are the same in every language. */
    readonly isInDocument = false,
  ) {
    this.resource = resource ?? (this as unknown as Resource);
  }

  /** The resource's own property that this value is in: `ingress` of `ingress[0].cidrBlocks`. */
  get property(): string {
    return this.path.split(/[.[]/, 1)[0] ?? "";
  }

  /** A view below this one, or this one with another value. */
  private to(value: Value | undefined, path = this.path, isInDocument = this.isInDocument): View {
    return new View(value, path, this.resource, isInDocument);
  }

  /** The value as it is; `undefined` when absent, UNKNOWN when unknown. */
  get value(): Read<Exclude<Value, null | Unknown>> {
    return this.raw === null ? undefined : this.raw;
  }

  /** True where there is nothing, or null. */
  get isAbsent(): boolean {
    return this.value === undefined;
  }

  /** True for a value that is known only after the deployment. */
  get isUnknown(): boolean {
    return this.raw === UNKNOWN;
  }

  /** The value at the end of `keys`. A list with one element counts as the element, since provider versions differ in it. */
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
    return this.to(value, path);
  }

  /**
   * This place with a value that is not known.
   * @internal
   */
  unknown(): View {
    return this.to(UNKNOWN);
  }

  /** A property that the type may not have. */
  find(key: string): View | undefined {
    const value = step(this.value, key);
    return value === undefined ? undefined : this.to(value, joinPath(this.path, key));
  }

  /** The value as a boolean; the strings that the provider converts, such as `"True"` and `"0"`, are booleans too. */
  bool(...keys: (string | number)[]): Read<boolean> {
    const { value } = this.at(...keys);
    if (value === undefined || typeof value === "boolean") {
      return value;
    }
    return (typeof value === "string" ? BOOLEANS.get(value) : undefined) ?? UNKNOWN;
  }

  /** The value as a number; a string of digits is one too. */
  num(...keys: (string | number)[]): Read<number> {
    const { value } = this.at(...keys);
    if (value === undefined || typeof value === "number") {
      return value;
    }
    const number = typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
    return Number.isNaN(number) ? UNKNOWN : number;
  }

  /** The value as a string; numbers and booleans are converted. */
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
    return value.map((element, index) => view.to(element, joinPath(view.path, index)));
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
    return Object.entries(value).map(([key, item]) => [key, view.to(item, joinPath(view.path, key))]);
  }

  /**
   * A property that holds JSON in a string, or the object itself, as a view of the parsed document.
   * A string that is not JSON reads as unknown.
   */
  json(...keys: (string | number)[]): View {
    const view = this.at(...keys);
    const written = view.isUnknown ? this.resource.documents?.get(view.path) : undefined;
    if (written !== undefined) {
      return view.to(written.value, view.path, true);
    }
    return typeof view.value === "string" ? view.to(readJson(view.value) ?? UNKNOWN, view.path, true) : view;
  }

  /** The known strings among these properties, whichever of them the type has. */
  texts(keys: readonly string[]): string[] {
    return keys
      .map((key) => step(this.value, key))
      .filter((value): value is string => typeof value === "string" && value !== "");
  }

  /** Every scalar below this value, unknown ones included. */
  scalars(): View[] {
    const { value } = this;
    if (value === undefined) {
      return [];
    }
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => this.to(item, joinPath(this.path, index)).scalars());
    }
    if (typeof value === "object" && !(value instanceof Asset) && !(value instanceof Archive)) {
      return Object.entries(value).flatMap(([key, item]) => this.to(item, joinPath(this.path, key)).scalars());
    }
    return [this];
  }
}

// The spellings that Go's ParseBool takes, with which the provider converts strings.
const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...["1", "t", "T", "true", "True", "TRUE"].map((text): [string, boolean] => [text, true]),
  ...["0", "f", "F", "false", "False", "FALSE"].map((text): [string, boolean] => [text, false]),
]);

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
  if (Object.hasOwn(value, key)) {
    return (value as Record<string | number, Value>)[key] ?? undefined;
  }
  return PARTLY_KNOWN in value ? UNKNOWN : undefined;
}

/** The provider that creates a resource. */
export interface Provider {
  urn: string;
  type: string;
  name: string;
  inputs: Value;
}

/** What is known about one resource before the graph is built. */
export interface ResourceFacts {
  urn: string;
  type: string;
  name: string;
  /** The properties that the program passed; absent where the engine did not send them, so that nothing is checked. */
  inputs?: Value;
  /** What the engine holds after the step; only ids and names are read from it. */
  outputs?: Value;
  parent?: string;
  provider?: Provider;
  /** Whether it is in the cloud before this operation; absent: true where its id is known. */
  exists?: boolean;
  /** The paths of `ignoreChanges`. */
  ignoreChanges?: readonly string[];
  /** True for a new resource that `--target` or `--exclude` skips: the engine sends it without inputs. */
  skipped?: boolean;
  /** True for a resource that the program imports: it existed before the stack. */
  imported?: boolean;
  /** True for a resource that no program has: it was found in an account, and its inputs are read from its outputs. */
  discovered?: boolean;
  /** The documents that the program's source writes for properties whose text is not known yet. */
  documents?: ReadonlyMap<string, WrittenDocument>;
}

/** A document as a program's source writes it: what is computed is unknown in it. */
export interface WrittenDocument {
  value: Value;
  /** Where it is: `lib/roles.ts:12`. */
  location: string;
}

/**
 * One resource. It is itself a view of its inputs: `db.bool("storageEncrypted")`.
 * Where the inputs are not available (`external`), every read results in unknown.
 */
export class Resource extends View {
  /** The engine's name of it. */
  readonly urn: string;
  /** The type token, older names of a type folded into the current one. */
  readonly type: string;
  /** The logical name. */
  readonly name: string;
  /** The URN of the component that created it. */
  readonly parent: string | undefined;
  /** True when the stack does not manage it, or its inputs were not sent: never checked. */
  readonly external: boolean;
  /** True when this operation does not create it: it is part of the stack, its inputs are unknown, nothing is reported on it. */
  readonly skipped: boolean;
  /** What the engine holds after the step; only ids and names are to be read from it. */
  readonly outputs: View;
  /** The inputs of the provider that creates it. */
  readonly provider: View & { readonly urn?: string };
  /**
   * True for a resource that is in the cloud already, false for one that this operation creates. Unknown in the check of a
   * single resource, for which the engine sends the inputs alone.
   */
  readonly exists: Certainty;
  /** True when it is known to have existed before the stack, so that parts of it may not be in the program. */
  readonly imported: boolean;
  /** True for a resource that no program has: it was found in an account, and its inputs are read from its outputs. */
  readonly discovered: boolean;
  /** The paths of the inputs whose changes the engine ignores once it exists. */
  readonly ignoreChanges: readonly string[];
  /**
   * By property, the documents that the program's source writes where their text is not known yet.
   * @internal
   */
  readonly documents: ReadonlyMap<string, WrittenDocument> | undefined;
  /** What it waits for, in the order of URNs. Filled by the stack. */
  dependencies: readonly Resource[] = [];
  /** What each input property was computed from. Filled by the stack. */
  propertyDependencies: ReadonlyMap<string, readonly Resource[]> = new Map();

  /** The component around it, with what the program passed to that. Filled by the stack. */
  component: Resource | undefined;

  private all: View[] | undefined;

  /** @internal */
  constructor(facts: ResourceFacts) {
    const { skipped = false } = facts;
    super(skipped || facts.inputs === undefined ? UNKNOWN : facts.inputs, "", undefined);
    this.urn = facts.urn;
    this.type = canonicalType(facts.type);
    this.name = facts.name;
    this.parent = facts.parent;
    this.skipped = skipped;
    this.external = !skipped && facts.inputs === undefined;
    this.outputs = new View(facts.outputs ?? UNKNOWN, "", this);
    const { id } = this;
    this.exists = facts.exists ?? (facts.outputs === undefined ? UNKNOWN : known(id) && id !== "");
    this.imported = facts.imported ?? false;
    this.discovered = facts.discovered ?? false;
    this.ignoreChanges = facts.ignoreChanges ?? [];
    this.documents = facts.documents;
    this.provider = Object.assign(new View(facts.provider?.inputs, "", this), { urn: facts.provider?.urn });
  }

  /** Every scalar of the inputs. Several rules look at them all, so they are found once. */
  override scalars(): View[] {
    this.all ??= super.scalars();
    return this.all;
  }

  /**
   * Forgets the scalars that were found.
   * @internal
   */
  forget(): void {
    this.all = undefined;
  }

  /** The id in the cloud: unknown until the resource exists. */
  get id(): ReturnType<View["str"]> {
    return this.outputs.str("id");
  }

  /** True when a property's value came from other resources, so that a first preview could not know it. */
  isComputed(property: string): boolean {
    return (this.propertyDependencies.get(property)?.length ?? 0) > 0;
  }
}
