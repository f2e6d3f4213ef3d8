import type { RecordedResource, RecordedStack } from "../../../src/graph/recorded";
import { STACK_TYPE } from "../../../src/graph/stack";
import { drawn } from "./random";
import { type Changed, underOtherUrns } from "./urns";

/** The stack's own resource, and the providers that the engine makes and names. */
const isNamedByEngine = ({ type, name }: RecordedResource): boolean =>
  type === STACK_TYPE || (type.startsWith("pulumi:providers:") && name.startsWith("default"));

/** The same stack with other logical names for what the program has named. */
export function renamed(recorded: RecordedStack, nameOf: (resource: RecordedResource) => string): Changed {
  return underOtherUrns(recorded, (resource) => {
    const { urn, name } = resource;
    if (isNamedByEngine(resource)) {
      return { urn, name };
    }
    const other = nameOf(resource);
    return { urn: urn.slice(0, urn.length - name.length) + other, name: other };
  });
}

const VOWELS = "aeiou";
const CONSONANTS = "bcdfghjklmnpqrstvwxz";

/** A word of as many letters in the same cases, which means nothing. */
function anotherWord(word: string, key: string, seed: number): string {
  return Array.from(word)
    .map((letter, index) => {
      const from = index % 2 === 0 ? CONSONANTS : VOWELS;
      const other = from.charAt(drawn(from.length, `${key} ${String(index)}`, seed));
      return !/[a-z]/i.test(letter) ? letter : letter === letter.toLowerCase() ? other : other.toUpperCase();
    })
    .join("");
}

/**
 * Logical names that mean nothing, each the same for a seed: of the same length, with the same separators, digits and
 * cases, and with the words that `isMeant` picks out.
 */
export function meaningless(
  recorded: RecordedStack,
  isMeant: (word: string) => boolean,
  seed: number,
): (resource: RecordedResource) => string {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of recorded.resources.map((resource) => resource.name).sort()) {
    for (let salt = 0; !names.has(name); salt++) {
      const other = name.replace(/[A-Z]?[a-z]+|[A-Z]+/g, (word, at: number) =>
        isMeant(word.toLowerCase()) ? word : anotherWord(word, `${name} ${String(at)} ${String(salt)}`, seed),
      );
      if (!taken.has(other)) {
        names.set(name, other);
        taken.add(other);
      }
    }
  }
  return ({ name }) => names.get(name) ?? name;
}

/** The same stack of a project and in a stack with other names, its configuration moved along. */
export function inAnotherProject(recorded: RecordedStack, project: string, stack: string): Changed {
  const { recorded: moved, urnBefore } = underOtherUrns(recorded, ({ urn, name, type }) => ({
    urn: urn
      .replace(`urn:pulumi:${recorded.stack}::${recorded.project}::`, `urn:pulumi:${stack}::${project}::`)
      .replace(type === STACK_TYPE ? `::${name}` : /$^/, `::${project}-${stack}`),
    name: type === STACK_TYPE ? `${project}-${stack}` : name,
  }));
  const config: Record<string, string> = {};
  for (const [key, value] of Object.entries(moved.config)) {
    const isOwn = key.startsWith(`${recorded.project}:`);
    config[isOwn ? project + key.slice(recorded.project.length) : key] = value;
  }
  return { recorded: { ...moved, project, stack, config }, urnBefore };
}
