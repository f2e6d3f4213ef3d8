import type { RecordedResource, RecordedStack, Wire } from "../graph/recorded";
import { UNKNOWN_STRING } from "../graph/value";

/** How a case's stack looks to a rule: computed values unknown, as in a first preview, or known, as in an update. */
export type Shape = "preview" | "up";
/** @internal */
export const SHAPES = ["preview", "up"] as const satisfies Shape[];

/** Another resource's computed property, as a program passes it. */
export class Ref {
  /** @internal */
  constructor(
    /** The other resource. */
    readonly target: BuiltResource,
    /** The property's name. */
    readonly property: string,
  ) {}
}

/** A string with computed parts. */
export class Text {
  /** @internal */
  constructor(
    /** In their order. */
    readonly parts: readonly (string | Ref)[],
  ) {}
}

/** JSON of an object with computed values, as a string. */
export class Json {
  /** @internal */
  constructor(
    /** The object. */
    readonly value: Input,
  ) {}
}

/** A value that is unknown in a preview and comes from no resource (a data source, a stack reference). */
export const unknown: unique symbol = Symbol("unknown to the test");

/** A property as a program passes it: a value, or a computed one. */
export type Input =
  | null
  | undefined
  | boolean
  | number
  | string
  | Ref
  | Text
  | Json
  | typeof unknown
  | Input[]
  | { [key: string]: Input };

/** The options of a resource, as in a program. */
export interface BuildOptions {
  /** Its dependencies besides those of its properties. */
  dependsOn?: BuiltResource[];
  /** The component that creates it. */
  parent?: BuiltResource;
  /** A resource of type `pulumi:providers:aws`. */
  provider?: BuiltResource;
  /** Read, not managed. */
  external?: boolean;
  /** Imported: it existed before the stack. */
  imported?: boolean;
}

/** A resource of a test's stack. Any property of it is a reference: `vpc.id`, `cluster.endpoint`. */
export type BuiltResource = Built & Record<string, Ref>;

/** A resource of a test's stack, as it is declared. */
export class Built {
  /** @internal */
  constructor(
    /** The type token. */
    readonly $type: string,
    /** The logical name. */
    readonly $name: string,
    /** The properties. */
    readonly $inputs: Record<string, Input>,
    /** The options. */
    readonly $options: BuildOptions,
  ) {}
}

/** A resource as a program declares it: `resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" })`. */
export function resource(
  type: string,
  name: string,
  inputs: Record<string, Input> = {},
  options: BuildOptions = {},
): BuiltResource {
  const self: BuiltResource = new Proxy(new Built(type, name, inputs, options), {
    get: (target, property) =>
      typeof property === "symbol" || property.startsWith("$")
        ? target[property as keyof Built]
        : new Ref(self, property),
  }) as BuiltResource;
  return self;
}

/** `text`arn:aws:s3:::${bucket.id}/*`` */
export function text(strings: TemplateStringsArray, ...refs: (Ref | string | undefined)[]): Text {
  return new Text(strings.flatMap((part, index) => (index < refs.length ? [part, refs[index] ?? ""] : [part])));
}

/** `json({ Version: "2012-10-17", Statement: [{ Resource: bucket.arn }] })`: as a string. */
export const json = (value: Input): Json => new Json(value);

const ACCOUNT = "464738291005";

function urnOf(built: BuiltResource): string {
  const types: string[] = [built.$type];
  for (let parent = built.$options.parent; parent; parent = parent.$options.parent) {
    types.unshift(parent.$type);
  }
  return `urn:pulumi:dev::shop::${types.join("$")}::${built.$name}`;
}

// In AWS's own forms, so that code that parses ARNs and hosts finds something to parse.
function madeUp({ target, property }: Ref): string {
  const [, module = "x"] = /^aws:(\w+)\//.exec(target.$type) ?? [];
  const named = target.$inputs[property] ?? target.$inputs["name"];
  switch (property) {
    case "arn":
      return `arn:aws:${module}:us-east-1:${ACCOUNT}:${target.$type.split(":").at(-1)?.toLowerCase() ?? ""}/${target.$name}`;
    case "name":
      return typeof named === "string" ? named : `${target.$name}-1a2b3c4`;
    case "urn":
      return urnOf(target);
    default:
      return `${module}-${target.$name}-${property}-1a2b3c4`;
  }
}

function toWire(input: Input, shape: Shape, uses: Set<BuiltResource>): Wire {
  if (input === undefined || input === null || typeof input === "boolean" || typeof input === "number") {
    return input ?? null;
  }
  if (typeof input === "string") {
    return input;
  }
  if (input === unknown) {
    return shape === "preview" ? UNKNOWN_STRING : "outside-1a2b3c4";
  }
  if (input instanceof Ref) {
    uses.add(input.target);
    const set = input.target.$inputs[input.property];
    if (set !== undefined) {
      // A property that the program sets is known in a preview too.
      return toWire(set, shape, new Set());
    }
    return shape === "preview" ? UNKNOWN_STRING : madeUp(input);
  }
  if (input instanceof Text) {
    const parts = input.parts.map((part) => toWire(part, shape, uses));
    return parts.includes(UNKNOWN_STRING) ? UNKNOWN_STRING : parts.map(String).join("");
  }
  if (input instanceof Json) {
    const text = JSON.stringify(toWire(input.value, shape, uses));
    return text.includes(UNKNOWN_STRING) ? UNKNOWN_STRING : text;
  }
  if (Array.isArray(input)) {
    return input.map((item) => toWire(item, shape, uses));
  }
  return Object.fromEntries(
    Object.entries(input)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, toWire(item, shape, uses)]),
  );
}

/** The properties of each resource that others refer to: its outputs hold them. */
function referredTo(resources: readonly BuiltResource[]): Map<BuiltResource, Set<string>> {
  const found = new Map<BuiltResource, Set<string>>();
  const look = (input: Input): void => {
    if (input instanceof Ref) {
      found.set(input.target, (found.get(input.target) ?? new Set()).add(input.property));
    } else if (input instanceof Text) {
      input.parts.forEach(look);
    } else if (input instanceof Json) {
      look(input.value);
    } else if (typeof input === "object" && input !== null) {
      Object.values(input).forEach(look);
    }
  };
  resources.forEach(({ $inputs }) => {
    look($inputs);
  });
  return found;
}

/**
 * These resources as the engine sends them.
 * @internal
 */
export function build(
  resources: readonly BuiltResource[],
  shape: Shape,
  config: Record<string, string> = {},
): RecordedStack {
  const referred = referredTo(resources);
  return { project: "shop", stack: "dev", organization: "organization", config, resources: resources.map(toRecord) };

  function toRecord(built: BuiltResource): RecordedResource {
    const { $inputs, $options, $type, $name } = built;
    const propertyDependencies: Record<string, string[]> = {};
    const inputs: Record<string, Wire> = {};
    const all = new Set<BuiltResource>($options.dependsOn);
    for (const [property, input] of Object.entries($inputs)) {
      if (input === undefined) {
        continue;
      }
      const uses = new Set<BuiltResource>();
      inputs[property] = toWire(input, shape, uses);
      if (uses.size > 0) {
        propertyDependencies[property] = [...uses].map(urnOf);
      }
      uses.forEach((use) => all.add(use));
    }
    const computed = Object.fromEntries(
      ["id", "arn", "name", ...(referred.get(built) ?? [])].map((property) => [
        property,
        toWire(new Ref(built, property), shape, new Set()),
      ]),
    );
    const custom = $type.startsWith("aws:") || $type.startsWith("pulumi:providers:");
    return {
      urn: urnOf(built),
      type: $type,
      name: $name,
      custom,
      inputs,
      outputs: custom ? { ...computed, ...inputs } : inputs,
      dependencies: [...all].map(urnOf),
      propertyDependencies,
      ...($options.external && { external: true }),
      ...($options.imported && { imported: true }),
      ...($options.parent && { parent: urnOf($options.parent) }),
      ...($options.provider && { provider: `${urnOf($options.provider)}::provider-id` }),
    };
  }
}
