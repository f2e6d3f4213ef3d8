import type { Rule } from "./rule";

/** What is written in place of a function, and of a value that JSON cannot hold. */
export const FUNCTION = "$function";
export const LATER = "$later";

/** A rule's data as JSON, with marks where its module is needed. */
export interface WrittenRule {
  /** The module, below the folder of the rules and without its ending. */
  module: string;
  data: Readonly<Record<string, unknown>>;
}

type Path = readonly (string | number)[];

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

/** The rule of written data: its module is loaded when one of its functions is first called. */
export function lazyRule({ data }: WrittenRule, load: () => Rule): Rule {
  return revived(data, [], load) as Rule;
}

function revived(value: unknown, path: Path, load: () => Rule): unknown {
  if (isMark(value, FUNCTION)) {
    const owner = path.slice(0, -1);
    const name = path.at(-1) ?? "";
    return (...args: unknown[]): unknown =>
      (at(load(), owner) as Record<string | number, (...args: unknown[]) => unknown>)[name]?.(...args);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => revived(item, [...path, index], load));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const object = {};
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, key];
    Object.defineProperty(object, key, {
      enumerable: true,
      configurable: true,
      ...(isMark(inner, LATER)
        ? { get: () => at(load(), here) }
        : { value: revived(inner, here, load), writable: true }),
    });
  }
  return object;
}
