import type { Stack } from "../graph/stack";
import type { Rule } from "./rule";

/** What is written in place of a function, and of a value that JSON cannot hold. */
export const FUNCTION = "$function";
export const LATER = "$later";

type Path = readonly (string | number)[];

/** A rule's data as JSON, with marks where its module is needed. */
export interface WrittenRule {
  /** The module, below the folder of the rules and without its ending. */
  module: string;
  data: unknown;
  /** Where the marks in the data are. */
  marks: readonly Path[];
  /** A stack without resources of these types needs no check; absent where each stack may need it. */
  stackTypes?: readonly string[];
}

const isMark = (value: unknown, mark: string): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 1 && mark in value;

/** What is at a path of a value. */
function at(value: unknown, path: Path): unknown {
  return path.reduce((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

/** A rule as data that is written into a file: its functions, and what JSON cannot hold, are marks. */
export function writtenData(value: unknown): unknown {
  if (typeof value === "function") {
    return { [FUNCTION]: true };
  }
  if (Array.isArray(value)) {
    return value.map(writtenData);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.getPrototypeOf(value) === Object.prototype
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writtenData(inner)]))
    : { [LATER]: true };
}

/** Where the marks in written data are. */
function marksIn(data: unknown, path: Path = []): Path[] {
  if (isMark(data, FUNCTION) || isMark(data, LATER)) {
    return [path];
  }
  if (Array.isArray(data)) {
    return data.flatMap((item, index) => marksIn(item, [...path, index]));
  }
  return typeof data === "object" && data !== null
    ? Object.entries(data).flatMap(([key, inner]) => marksIn(inner, [...path, key]))
    : [];
}

/** A rule of a module as it is written. */
export function writtenRule(module: string, rule: Rule): WrittenRule {
  const data = writtenData(rule);
  return { module, data, marks: marksIn(data) };
}

/** The rule of written data, which it changes: its module is loaded when one of its functions is first called. */
export function lazyRule({ data, marks, stackTypes }: WrittenRule, load: () => Rule): Rule {
  let loaded: Rule | undefined;
  const rule = (): Rule => (loaded ??= load());
  for (const path of marks) {
    const owner = path.slice(0, -1);
    const name = path.at(-1) ?? "";
    const object = at(data, owner) as Record<string | number, unknown>;
    if (isMark(object[name], LATER)) {
      const get = (): unknown => at(rule(), path);
      Object.defineProperty(object, name, { enumerable: true, configurable: true, get });
    } else {
      object[name] = (...args: unknown[]): unknown =>
        (at(rule(), owner) as Record<string | number, (...args: unknown[]) => unknown>)[name]?.(...args);
    }
  }
  const written = data as Rule;
  const { stack: check } = written;
  if (check && stackTypes) {
    const isConcerned = (stack: Stack): boolean => stackTypes.some((type) => stack.ofType(type).length > 0);
    written.stack = (stack, context) => {
      if (isConcerned(stack)) {
        check(stack, context);
      }
    };
  }
  return written;
}
