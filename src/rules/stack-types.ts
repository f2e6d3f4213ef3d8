import { Stack } from "../graph/stack";
import type { Context, Rule } from "./rule";

/** Ends a check that looks at anything but the resources of a stack by their types. */
class Other extends Error {}

/**
 * A rule's check of the stack does nothing in a stack without resources of these types: those that it looks up in a stack
 * without any. A check that then looks at anything else may do something in every stack.
 * @returns undefined for such a check, and for a rule without one
 */
export function typesLookedUp(rule: Rule): readonly string[] | undefined {
  const types = new Set<string>();
  // Kept, since the check may catch the error.
  const others: Other[] = [];
  const other = (): never => {
    const error = new Other();
    others.push(error);
    throw error;
  };
  const lookUp = (...some: string[]): [] => {
    some.forEach((type) => types.add(type));
    return [];
  };
  const unreadable = new Proxy({}, { get: other, has: other, ownKeys: other, getOwnPropertyDescriptor: other });
  const stack: Stack = new Proxy(new Stack([]), {
    get: (_stack, key) =>
      key === "ofType" || key === "managed"
        ? lookUp
        : key === "once"
          ? (compute: (of: Stack) => unknown) => compute(stack)
          : other(),
  });
  // Functions are passed and not called, objects passed and not read.
  const passed: Readonly<Record<string, unknown>> = {
    contract: unreadable,
    project: unreadable,
    report: other,
    undecided: other,
    decide: other,
  };
  const context = new Proxy({} as Context, { get: (_context, key) => passed[String(key)] ?? other() });
  try {
    rule.stack?.(stack, context);
  } catch (error) {
    if (!(error instanceof Other)) {
      throw error;
    }
  }
  return others.length > 0 || types.size === 0 ? undefined : [...types];
}
