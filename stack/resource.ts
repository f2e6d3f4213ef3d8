import { canonicalType } from "./tokens";
import { UNKNOWN, type Value } from "./value";
import { View } from "./view";

/** The provider that a resource is made with. */
export interface Provider {
  urn: string;
  type: string;
  name: string;
  inputs: Value;
}

/** What is known of one resource before the graph is built. */
export interface ResourceFacts {
  urn: string;
  type: string;
  name: string;
  /** What the program passed; absent where the engine did not say, so that nothing is judged. */
  inputs?: Value;
  /** What the engine holds after the step; only ids and names are read from it. */
  outputs?: Value;
  parent?: string;
  provider?: Provider;
}

/**
 * One resource. It is itself a view of its inputs: `db.bool("storageEncrypted")`.
 * Where the inputs are not to be had (`outside`), every read answers unknown.
 */
export class Resource extends View {
  /** By which the engine knows it. */
  readonly urn: string;
  /** The type token, older names of a type folded into the current one. */
  readonly type: string;
  /** The logical name. */
  readonly name: string;
  /** The URN of the component that made it. */
  readonly parent: string | undefined;
  /** True when the stack does not manage it, or its inputs were not sent: never judged. */
  readonly outside: boolean;
  /** What the engine holds after the step; only ids and names are to be read from it. */
  readonly outputs: View;
  /** The inputs of the provider that it is made with. */
  readonly provider: View & { readonly urn?: string };
  /** What it waits for, in the order of URNs. Filled by the stack. */
  dependencies: readonly Resource[] = [];
  /** What each input property was computed from. Filled by the stack. */
  propertyDependencies: ReadonlyMap<string, readonly Resource[]> = new Map();

  private all: View[] | undefined;

  /** @internal */
  constructor(facts: ResourceFacts) {
    super(facts.inputs === undefined ? UNKNOWN : facts.inputs, "", undefined);
    this.urn = facts.urn;
    this.type = canonicalType(facts.type);
    this.name = facts.name;
    this.parent = facts.parent;
    this.outside = facts.inputs === undefined;
    this.outputs = new View(facts.outputs ?? UNKNOWN, "", this);
    this.provider = Object.assign(new View(facts.provider?.inputs, "", this), { urn: facts.provider?.urn });
  }

  /** Every scalar of the inputs. Several rules look at them all, so they are found once. */
  override scalars(): View[] {
    this.all ??= super.scalars();
    return this.all;
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
