import type { Resource } from "./resource";
import { grouped, STACK_TYPE, type Stack } from "./stack";
import { classOf } from "./tokens";

// A component's type is `package:module:Type`; that of a resource in a cloud has a slash in its module.
const isComponent = ({ type }: Resource): boolean => !type.includes("/") && type !== STACK_TYPE;

/** What has to exist before a resource is created; searched only as far as a question needs. */
class Wait {
  /** What has been found so far. */
  private readonly awaited = new Set<Resource>();
  /** Through which resource it waits for another. */
  readonly through = new Map<Resource, Resource>();
  private readonly rest: Iterator<Resource, undefined>;

  constructor(
    private readonly stack: Stack,
    private readonly from: Resource,
  ) {
    this.rest = this.search();
  }

  /** True when one of these has to exist first. */
  hasOneOf(others: ReadonlySet<Resource>): boolean {
    const [fewer, more] = others.size < this.awaited.size ? [others, this.awaited] : [this.awaited, others];
    for (const one of fewer) {
      if (more.has(one)) {
        return true;
      }
    }
    for (let next = this.rest.next(); next.value !== undefined; next = this.rest.next()) {
      if (others.has(next.value)) {
        return true;
      }
    }
    return false;
  }

  all(): ReadonlySet<Resource> {
    while (this.rest.next().value !== undefined);
    return this.awaited;
  }

  private reach(next: Resource, by: Resource): void {
    if (!this.through.has(next) && next !== this.from) {
      this.through.set(next, by);
    }
  }

  private *search(): Generator<Resource, undefined> {
    const registered = new Set<Resource>([this.from]);
    for (const current of registered) {
      // A child is registered after its parent, which waits for what it depends on itself.
      const parent = this.stack.get(current.parent);
      if (parent) {
        registered.add(parent);
        this.reach(parent, current);
      }
      const waiting = current.dependencies.map((next) => ({ next, by: current }));
      for (let step = waiting.pop(); step; step = waiting.pop()) {
        const { next, by } = step;
        if (!this.awaited.has(next)) {
          this.awaited.add(next);
          registered.add(next);
          this.reach(next, by);
          // A dependency on a component of a package is one on all that it creates; of others the SDK names the parts.
          const parts = isComponent(next) ? this.stack.children(next) : [];
          waiting.push(...parts.map((part) => ({ next: part, by: next })));
          yield next;
        }
      }
    }
  }
}

function waits(stack: Stack): (resource: Resource) => Wait {
  const found = new Map<Resource, Wait>();
  return (resource) => {
    const wait = found.get(resource) ?? new Wait(stack, resource);
    found.set(resource, wait);
    return wait;
  };
}

/** All that has to exist before a resource is created, through dependencies and components. */
export function awaitedBy(stack: Stack, resource: Resource): ReadonlySet<Resource> {
  return stack.once(waits)(resource).all();
}

/** The resources that some depend on, directly or through others, and these themselves; components are not looked into. */
export function reachedFrom(starts: Iterable<Resource>): ReadonlySet<Resource> {
  const reached = new Set(starts);
  for (const { dependencies } of reached) {
    dependencies.forEach((dependency) => reached.add(dependency));
  }
  return reached;
}

/** True when a resource is created after at least one of the others. */
export function waitsForOneOf(stack: Stack, resource: Resource, others: Iterable<Resource>): boolean {
  return stack
    .once(waits)(resource)
    .hasOneOf(others instanceof Set ? (others as Set<Resource>) : stack.once(sets)(others));
}

// Many resources ask for the same others, which the graph has in one list.
function sets(): (resources: Iterable<Resource>) => ReadonlySet<Resource> {
  const found = new WeakMap<Iterable<Resource>, ReadonlySet<Resource>>();
  return (resources) => {
    const set = found.get(resources) ?? new Set(resources);
    found.set(resources, set);
    return set;
  };
}

/** True for a new resource when one of the others exists already: they are created in the right order without a dependency. */
export const isAlreadyOrdered = (resource: Resource, others: readonly Resource[]): boolean =>
  resource.exists !== true && others.some(({ exists }) => exists === true);

/** The chain through which a resource waits for another, both ends included; absent where it does not wait for it. */
export function waitingPath(stack: Stack, resource: Resource, other: Resource): Resource[] | undefined {
  const wait = stack.once(waits)(resource);
  if (!wait.hasOneOf(new Set([other]))) {
    return undefined;
  }
  const path = [other];
  for (let step = wait.through.get(other); step; step = wait.through.get(step)) {
    path.unshift(step);
  }
  return path;
}

/** How the program's source names a resource; absent where the source does not show it. */
export type VariableOf = (resource: Resource) => string | undefined;

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

const byName = ({ resources }: Stack): Map<string, Resource[]> => grouped(resources, ({ name }) => [name]);

/** What a program writes for a resource in `dependsOn`: its variable, else its logical name where only one has it. */
function referenceTo(stack: Stack, resource: Resource, variableOf: VariableOf): string | undefined {
  const { name } = resource;
  const isUnique = stack.once(byName).get(name)?.length === 1;
  return variableOf(resource) ?? (isUnique && IDENTIFIER.test(name) ? name : undefined);
}

/** A resource by its class and logical name, where its name alone is not enough. */
const describe = ({ type, name }: Resource): string => `the ${classOf(type)} named "${name}"`;

/** The option that makes a resource wait for others, as a message writes code: to be translated between its backticks. */
export function dependsOn(stack: Stack, others: readonly Resource[], variableOf: VariableOf = () => undefined): string {
  const references = others.map((other) => referenceTo(stack, other, variableOf));
  return references.includes(undefined)
    ? `add ${others.map(describe).join(" and ")} to its \`dependsOn\``
    : `add \`dependsOn: [${references.join(", ")}]\``;
}

/**
 * What to do to make a resource wait for others: the dependency to add; before that the dependency to remove, where one of
 * them waits for the resource now.
 */
export function makeWait(
  stack: Stack,
  resource: Resource,
  others: readonly Resource[],
  variableOf?: VariableOf,
): string {
  const add = dependsOn(stack, others, variableOf);
  for (const other of others) {
    const path = waitingPath(stack, other, resource);
    if (path) {
      const way = path.map(({ name }) => name).join(" → ");
      return `${other.name} waits for it instead (${way}), so remove that dependency and ${add}`;
    }
  }
  return add;
}
