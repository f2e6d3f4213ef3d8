import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { classOf } from "./tokens";
import { UNKNOWN } from "./value";
import { wordsOf } from "./words";

/** The words of a name, without the ending of a plural. */
const stemsOf = (name: string): string[] => wordsOf(name).map((word) => word.replace(/S$/, ""));

/**
 * True where the stack exports one of these properties of a resource, or may do so, so that another stack can use it. An
 * output whose value is not known yet counts by its name: `queueUrl` may be the URL of a queue.
 */
export function mayBeExported(stack: Stack, resource: Resource, properties: readonly string[]): boolean {
  const { root } = stack;
  if (root === undefined) {
    return false;
  }
  if (root.outputs.isUnknown) {
    return true;
  }
  const values = new Set([...resource.outputs.texts(properties), ...resource.texts(properties)]);
  const endings = new Set(properties.flatMap((property) => stemsOf(property).slice(-1)));
  const subject = new Set([...stemsOf(resource.name), ...stemsOf(classOf(resource.type))]);
  return root.outputs.scalars().some(({ value, path }) => {
    if (value !== UNKNOWN) {
      return typeof value === "string" && values.has(value);
    }
    const words = stemsOf(path);
    return words.some((word) => endings.has(word)) && words.some((word) => subject.has(word));
  });
}
