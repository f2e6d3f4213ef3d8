import { globMatcher } from "./globs";

/** A test of a value against a list of the contract, in which `*` is any text; nothing but `*` is special in it. */
export function allowedBy(patterns: readonly string[]): (value: string) => boolean {
  const matchers = patterns.map((pattern) => globMatcher(pattern.replace(/[?[\]{}\\]/g, "\\$&")));
  return (value) => matchers.some((matches) => matches(value));
}

/** The names of a list as a message shows them. */
export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(", ");
