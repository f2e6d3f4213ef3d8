import type { Resource } from "./resource";
import { STACK_TYPE, type Stack } from "./stack";

// A component's type is `package:module:Type`; that of a resource in a cloud has a slash in its module.
const isComponent = ({ type }: Resource): boolean => !type.includes("/") && type !== STACK_TYPE;

/** What has to be there before a resource is made, looked for as far as somebody asks. */
class Wait {
  /** What is found so far. */
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

  /** True when one of these has to be there. */
  hasOneOf(others: ReadonlySet<Resource>): boolean {
    for (const other of others) {
      if (this.awaited.has(other)) {
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
          // Who waits for a component of a package waits for all that it makes; for others the SDK names the parts.
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

/** All that has to be there before a resource is made, through whatever lies between: dependencies and components. */
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

/** True when a resource is made after one of the others, at least. */
export function waitsForOneOf(stack: Stack, resource: Resource, others: Iterable<Resource>): boolean {
  return stack
    .once(waits)(resource)
    .hasOneOf(others instanceof Set ? (others as Set<Resource>) : new Set(others));
}

/** The way on which a resource waits for another, both ends included; absent where it does not wait for it. */
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

const OPTION: Readonly<Record<string, (names: string[]) => string>> = {
  python: (names) => `depends_on=[${names.join(", ")}]`,
  go: (names) => `pulumi.DependsOn([]pulumi.Resource{${names.join(", ")}})`,
  dotnet: (names) => `DependsOn = { ${names.join(", ")} }`,
  java: (names) => `.dependsOn(${names.join(", ")})`,
  yaml: (names) => `dependsOn: [${names.map((name) => `\${${name}}`).join(", ")}]`,
};

/**
 * The option that makes a resource wait for others, as a program of this runtime (`nodejs`, `python`, `go`, `dotnet`,
 * `java`, `yaml`) writes it.
 */
export function dependsOn(others: readonly Resource[], runtime?: string): string {
  const names = others.map(({ name }) => name);
  const write = runtime !== undefined && Object.hasOwn(OPTION, runtime) ? OPTION[runtime] : undefined;
  return write ? write(names) : `dependsOn: [${names.join(", ")}]`;
}

/**
 * What to do to make a resource wait for others: the edge to add, after the way on which one of them waits for the resource
 * now, where it does, since both cannot be.
 */
export function makeWait(stack: Stack, resource: Resource, others: readonly Resource[], runtime?: string): string {
  const add = `add ${dependsOn(others, runtime)}`;
  for (const other of others) {
    const path = waitingPath(stack, other, resource);
    if (path) {
      const way = path.map(({ name }) => name).join(" → ");
      return `${other.name} waits for it instead (${way}), so take that out and ${add}`;
    }
  }
  return add;
}
