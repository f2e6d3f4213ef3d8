import type { Resource } from "./resource";
import { STACK_TYPE, type Stack } from "./stack";

// A component's type is `package:module:Type`; that of a resource in a cloud has a slash in its module.
const isComponent = ({ type }: Resource): boolean => !type.includes("/") && type !== STACK_TYPE;

function findChildren(stack: Stack): Map<string, Resource[]> {
  const children = new Map<string, Resource[]>();
  for (const resource of stack.resources) {
    if (resource.parent !== undefined) {
      const siblings = children.get(resource.parent);
      if (siblings) {
        siblings.push(resource);
      } else {
        children.set(resource.parent, [resource]);
      }
    }
  }
  return children;
}

function collect(stack: Stack, from: Resource): Set<Resource> {
  const children = stack.once(findChildren);
  const awaited = new Set<Resource>();
  const registered = new Set<Resource>([from]);
  for (const current of registered) {
    // A child is registered after its parent, which waits for what it depends on itself.
    const parent = stack.get(current.parent);
    if (parent) {
      registered.add(parent);
    }
    const waiting: Resource[] = [...current.dependencies];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (!awaited.has(next)) {
        awaited.add(next);
        registered.add(next);
        // Who waits for a component of a package waits for all that it makes; for others the SDK names the parts.
        waiting.push(...(isComponent(next) ? (children.get(next.urn) ?? []) : []));
      }
    }
  }
  return awaited;
}

function waits(stack: Stack): (resource: Resource) => ReadonlySet<Resource> {
  const found = new Map<Resource, ReadonlySet<Resource>>();
  return (resource) => {
    const awaited = found.get(resource) ?? collect(stack, resource);
    found.set(resource, awaited);
    return awaited;
  };
}

/** All that has to be there before a resource is made, through whatever lies between: dependencies and components. */
export function awaitedBy(stack: Stack, resource: Resource): ReadonlySet<Resource> {
  return stack.once(waits)(resource);
}

/** True when a resource is made after one of the others, at least. */
export function waitsForOneOf(stack: Stack, resource: Resource, others: readonly Resource[]): boolean {
  const awaited = awaitedBy(stack, resource);
  return others.some((other) => awaited.has(other));
}

/** The option that makes a resource wait for others, as a program writes it. */
export function dependsOn(others: readonly Resource[]): string {
  return `dependsOn: [${others.map(({ name }) => name).join(", ")}]`;
}
