import type { RecordedResource, RecordedStack, Wire } from "../stack/recorded";
import { UNKNOWN_STRING } from "../stack/value";

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

/** A text made from parts of which some are computed. */
export class Text {
  /** @internal */
  constructor(
    /** In their order. */
    readonly parts: readonly (string | Ref)[],
  ) {}
}

/** A JSON text of an object in which some values are computed. */
export class Json {
  /** @internal */
  constructor(
    /** The object. */
    readonly value: Input,
  ) {}
}

/** A value of which nothing is known in a preview and that comes from no resource (a data source, a stack reference). */
export const unknown: unique symbol = Symbol("unknown to the test");

/** What a program passes as a property: a value, or one that is computed. */
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
  /** What it waits for beside what its properties come from. */
  dependsOn?: BuiltResource[];
  /** The component that makes it. */
  parent?: BuiltResource;
  /** A resource of type `pulumi:providers:aws`. */
  provider?: BuiltResource;
  /** Read, not managed. */
  external?: boolean;
}

/** A resource of a test's stack. Any property of it is a reference: `vpc.id`, `cluster.endpoint`. */
export type BuiltResource = Built & Record<string, Ref>;

/** What a resource of a test's stack was declared with. */
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

/** `json({ Version: "2012-10-17", Statement: [{ Resource: bucket.arn }] })`: the text of it. */
export const json = (value: Input): Json => new Json(value);

const ACCOUNT = "464738291005";

function urnOf(built: BuiltResource): string {
  const types: string[] = [built.$type];
  for (let parent = built.$options.parent; parent; parent = parent.$options.parent) {
    types.unshift(parent.$type);
  }
  return `urn:pulumi:dev::shop::${types.join("$")}::${built.$name}`;
}

// Texts of the form that AWS gives, so that what parses ARNs and hosts finds something to parse.
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
      // What the program has set itself is known in a preview too.
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
 * What the engine would send of these resources.
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
      ...($options.parent && { parent: urnOf($options.parent) }),
      ...($options.provider && { provider: `${urnOf($options.provider)}::provider-id` }),
    };
  }
}
