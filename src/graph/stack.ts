import { decode, UNKNOWN } from "./value";
import type { RecordedStack } from "./recorded";
import { Resource, type ResourceFacts } from "./resource";
import { urnOfProvider } from "./urn";
import type { View } from "./view";

/** One resource as the engine sends it with the whole stack; dependencies are URNs. */
export interface StackResourceFacts extends ResourceFacts {
  dependencies: readonly string[];
  propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

/** What a property refers to. */
export interface Refs {
  /** In the order of URNs. */
  resources: readonly Resource[];
  /** False when part of what it refers to is not in the stack or not known yet: nothing follows from absence. */
  complete: boolean;
}

/** What a property was computed from, in the order of URNs. */
interface ComputedFrom {
  sorted: readonly Resource[];
  members: ReadonlySet<Resource>;
}

/** So many are as quickly looked through as remembered. */
const FEW = 8;

/** The type of the stack's own resource. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

// Properties whose whole value names one resource; the first that matches a required type counts.
const IDENTITY = [
  "id",
  "arn",
  "name",
  "bucket",
  "identifier",
  "clusterIdentifier",
  "keyId",
  "url",
  "invokeArn",
] as const;

const compared = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

// A URN begins with the types of the components around the resource, which do not matter here.
/** Compares resources for the order in which a stack has them. */
export const inOrder = (left: Resource, right: Resource): number =>
  compared(left.type, right.type) || compared(left.name, right.name) || compared(left.urn, right.urn);

/** The resource graph. Nothing in it changes after it is built. */
export class Stack {
  /** Sorted by type, name and URN, since the engine sends them in random order. */
  readonly resources: readonly Resource[];
  private readonly urns = new Map<string, Resource>();
  private readonly types: Map<string, readonly Resource[]>;
  private readonly memos = new Map<unknown, unknown>();

  /** @internal */
  constructor(
    facts: readonly StackResourceFacts[],
    /** True for a graph of one discovered resource: what else the account has is not known. */
    readonly isAlone = false,
  ) {
    this.resources = facts.map((resource) => new Resource(resource)).sort(inOrder);
    for (const resource of this.resources) {
      this.urns.set(resource.urn, resource);
    }
    this.types = grouped(this.resources, ({ type }) => [type]);
    for (const { urn, dependencies, propertyDependencies } of facts) {
      const resource = this.urns.get(urn);
      if (resource) {
        resource.component = this.get(resource.parent);
        const computed = Object.entries(propertyDependencies).filter(([, from]) => from.length > 0);
        resource.propertyDependencies = new Map(computed.map(([property, from]) => [property, this.lookup(from)]));
        resource.dependencies = this.lookup([...dependencies, ...Object.values(propertyDependencies).flat()]);
      }
    }
  }

  /**
   * The graph of what the local engine recorded.
   * @internal
   */
  static from(recorded: RecordedStack): Stack {
    const { resources } = structuredClone(recorded);
    const providers = new Map(resources.map((resource) => [resource.urn, resource]));
    return new Stack(
      resources.map((resource) => {
        const provider = providers.get(urnOfProvider(resource.provider ?? ""));
        return {
          ...resource,
          inputs: resource.external ? undefined : decode(resource.inputs),
          outputs: decode(resource.outputs),
          provider: provider && { ...provider, inputs: decode(provider.inputs) },
        };
      }),
    );
  }

  private lookup(urns: readonly string[]): Resource[] {
    const found = new Set<Resource>();
    for (const urn of urns) {
      const resource = this.urns.get(urn);
      if (resource) {
        found.add(resource);
      }
    }
    return [...found].sort(inOrder);
  }

  /** The resource with this URN. */
  get(urn: string | undefined): Resource | undefined {
    return urn === undefined ? undefined : this.urns.get(urn);
  }

  /** The resource of the stack itself: its outputs are what the program exports. */
  get root(): Resource | undefined {
    return this.ofType(STACK_TYPE)[0];
  }

  /** The resources of these types (current tokens), external ones included. */
  ofType(...types: string[]): readonly Resource[] {
    const key = types.length === 1 ? (types[0] ?? "") : types.join();
    let found = this.types.get(key);
    if (found === undefined) {
      found = types.length === 1 ? [] : types.flatMap((type) => this.types.get(type) ?? []).sort(inOrder);
      this.types.set(key, found);
    }
    return found;
  }

  /** The resources of these types that the stack manages and whose inputs are known: those that rules check. */
  managed(...types: string[]): Resource[] {
    return this.ofType(...types).filter((resource) => !resource.external);
  }

  /** A value that several rules need, computed once a stack. `compute` must be the same function each time. */
  once<T>(compute: (stack: Stack) => T): T {
    if (!this.memos.has(compute)) {
      this.memos.set(compute, compute(this));
    }
    return this.memos.get(compute) as T;
  }

  /**
   * Forgets all such values: where a rule was stopped, the one that it was computing may be half of itself, and those of
   * a very large stack need more memory than the stack.
   * @internal
   */
  forget(): void {
    this.memos.clear();
    for (const resource of this.resources) {
      resource.forget();
    }
  }

  /**
   * The resources of `types` that a property names, by id, ARN or name where it is known, by dependencies where not.
   * `view` is the property itself, such as `service.at("networkConfiguration", "subnets")`.
   */
  refs(view: View, ...types: string[]): Refs {
    const { sorted: computedFrom, members } = this.computedFrom(view, types);
    const named = new Set<Resource>();
    let unknown = 0;
    let unmatched = 0;
    for (const { value } of view.scalars()) {
      if (value === UNKNOWN) {
        unknown++;
      } else if (typeof value === "string" && value !== "") {
        const resource = this.named(value, types);
        if (resource) {
          named.add(resource);
        } else {
          unmatched++;
        }
      }
    }
    // Each unknown value may be one of the resources that no known value names.
    const further = [...named].filter((resource) => !members.has(resource));
    const explained = computedFrom.length - (named.size - further.length);
    return {
      resources: further.length === 0 ? computedFrom : [...computedFrom, ...further].sort(inOrder),
      complete: unmatched === 0 && unknown <= explained,
    };
  }

  /** What several properties refer to, as `refs` of each of them; each resource once. */
  refsOfAll(views: readonly View[], ...types: string[]): Refs {
    const all = views.map((view) => this.refs(view, ...types));
    // The items of one list may refer to the same many.
    const lists = new Set(all.map(({ resources }) => resources));
    return {
      resources: [...new Set([...lists].flat())],
      complete: all.every(({ complete }) => complete),
    };
  }

  /** What a property was computed from, of these types: the items of a list share what the whole list was. */
  private computedFrom({ resource, property }: View, types: readonly string[]): ComputedFrom {
    const from = resource.propertyDependencies.get(property) ?? [];
    const index = this.once(computedIndex);
    const known = index.get(from) ?? new Map<string, ComputedFrom>();
    const key = types.join();
    let found = known.get(key);
    if (found === undefined) {
      const sorted = from.filter(({ type }) => types.includes(type));
      found = { sorted, members: new Set(sorted) };
      if (from.length > FEW) {
        index.set(from, known.set(key, found));
      }
    }
    return found;
  }

  /** The one resource of `types` with this id, ARN or name. */
  named(text: string, types: readonly string[]): Resource | undefined {
    return this.once(identities)
      .get(text)
      ?.find((resource) => types.includes(resource.type));
  }

  /** The resources of `types` whose property names `target`. */
  referrers(target: Resource, property: string, ...types: string[]): readonly Resource[] {
    const index = this.once(referrersIndex);
    const key = [property, target.type, ...types].join();
    let found = index.get(key);
    if (found === undefined) {
      found = grouped(this.ofType(...types), (resource) => this.refs(resource.at(property), target.type).resources);
      index.set(key, found);
    }
    return found.get(target) ?? [];
  }

  /** The resources of `types` whose property may refer to any resource of a type: see `mayReferTo`. */
  unclearReferrers(targetType: string, property: string, ...types: string[]): readonly Resource[] {
    const index = this.once(unclearIndex);
    const key = [property, targetType, ...types].join();
    let found = index.get(key);
    if (found === undefined) {
      found = this.ofType(...types).filter((resource) => mayReferTo(this, resource.at(property), targetType));
      index.set(key, found);
    }
    return found;
  }

  /** The resources that have a property computed from `target`. */
  users(target: Resource): readonly Resource[] {
    return this.once(usersIndex).get(target) ?? [];
  }

  /** The shortest chain of dependencies from one resource to another, both ends included. */
  path(from: Resource, to: Resource): Resource[] | undefined {
    const cameFrom = new Map<Resource, Resource | undefined>([[from, undefined]]);
    for (const current of cameFrom.keys()) {
      if (current === to) {
        const chain: Resource[] = [];
        for (let step: Resource | undefined = to; step; step = cameFrom.get(step)) {
          chain.unshift(step);
        }
        return chain;
      }
      for (const next of current.dependencies) {
        if (!cameFrom.has(next)) {
          cameFrom.set(next, current);
        }
      }
    }
    return undefined;
  }

  /** The resources that a component created directly. */
  children(parent: Resource): readonly Resource[] {
    return this.once(childrenIndex).get(parent.urn) ?? [];
  }
}

/** True for a value that may refer to any resource of these types, since it is not known and nothing shows which one. */
export function mayReferTo(stack: Stack, view: View, ...types: string[]): boolean {
  return view.isUnknown && stack.refs(view, ...types).resources.length === 0;
}

/** The items under each of the keys that they belong to, in their order. */
export function grouped<Key, Item>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) {
        group.push(item);
      } else {
        groups.set(key, [item]);
      }
    }
  }
  return groups;
}

const computedIndex = (): WeakMap<readonly Resource[], Map<string, ComputedFrom>> => new WeakMap();

const referrersIndex = (): Map<string, Map<Resource, Resource[]>> => new Map();

const unclearIndex = (): Map<string, Resource[]> => new Map();

const usersIndex = ({ resources }: Stack): Map<Resource, Resource[]> =>
  grouped(resources, ({ propertyDependencies }) => new Set([...propertyDependencies.values()].flat()));

const childrenIndex = ({ resources }: Stack): Map<string, Resource[]> =>
  grouped(resources, ({ parent }) => (parent === undefined ? [] : [parent]));

const identities = ({ resources }: Stack): Map<string, Resource[]> =>
  grouped(resources, (resource) => new Set([...resource.outputs.texts(IDENTITY), ...resource.texts(IDENTITY)]));
