/** A part of a pattern: one character, any text, or one of several patterns. */
type Part = { takes: (character: string) => boolean } | "any text" | { oneOf: readonly (readonly Part[])[] };

/** A pattern with a bracket that has no partner. */
class UnpairedBracket extends Error {
  constructor(readonly bracket: string) {
    super(`unpaired ${bracket}`);
  }
}

const only = (expected: string): Part => ({ takes: (character) => character === expected });

/** `abc`, `a-z`, `!a-z`: the inside of square brackets. */
function setOf(inside: string): Part {
  const isNegated = /^[!^]./u.test(inside);
  const ranges = [...inside.slice(isNegated ? 1 : 0).matchAll(/([^])(?:-([^]))?/gu)];
  return {
    takes: (character) =>
      ranges.some(([, first = "", last = first]) => first <= character && character <= last) !== isNegated,
  };
}

/** The inside of braces; without a comma they are characters. */
function alternativesOf(inside: string): Part[] {
  const oneOf = inside.split(",").map(parsed);
  const [single = []] = oneOf;
  return oneOf.length === 1 ? [only("{"), ...single, only("}")] : [{ oneOf }];
}

/** The inside of a bracket that opens at an index. */
function insideOf(pattern: string, at: number, closing: "]" | "}"): string {
  // An empty set takes nothing, so a bracket directly after the first is in the set.
  const end = pattern.indexOf(closing, at + (closing === "]" ? 2 : 1));
  const inside = pattern.slice(at + 1, end);
  if (end < 0 || (closing === "}" && inside.includes("{"))) {
    throw new UnpairedBracket(pattern.charAt(at));
  }
  return inside;
}

/** The parts of a pattern, from the left. */
function parsed(pattern: string): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length;) {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    at += character.length;
    switch (character) {
      case "*":
        parts.push("any text");
        break;
      case "?":
        parts.push({ takes: () => true });
        break;
      case "\\": {
        const escaped = String.fromCodePoint(pattern.codePointAt(at) ?? 0x5c);
        parts.push(only(escaped));
        at += escaped.length;
        break;
      }
      case "[": {
        const inside = insideOf(pattern, at - 1, "]");
        parts.push(setOf(inside));
        at += inside.length + 1;
        break;
      }
      case "{": {
        const inside = insideOf(pattern, at - 1, "}");
        parts.push(...alternativesOf(inside));
        at += inside.length + 1;
        break;
      }
      case "]":
        throw new UnpairedBracket(character);
      default:
        parts.push(only(character));
    }
  }
  return parts;
}

/**
 * The positions in a text that are reached through the parts from some of its positions: `positions[i]` is true where the
 * text before character i is used up.
 */
function reached(parts: readonly Part[], text: readonly string[], positions: readonly boolean[]): boolean[] {
  return parts.reduce<boolean[]>(
    (from, part) => {
      if (part === "any text") {
        const first = from.indexOf(true);
        return from.map((_, position) => first >= 0 && position >= first);
      }
      if ("oneOf" in part) {
        const ways = part.oneOf.map((alternative) => reached(alternative, text, from));
        return from.map((_, position) => ways.some((way) => way[position]));
      }
      return from.map(
        (_, position) => position > 0 && from[position - 1] === true && part.takes(text[position - 1] ?? ""),
      );
    },
    [...positions],
  );
}

/** The first bracket of a pattern without a partner; absent for a good pattern. A backslash makes a bracket a character. */
export function unpairedBracket(pattern: string): string | undefined {
  try {
    parsed(pattern);
    return undefined;
  } catch (error) {
    return error instanceof UnpairedBracket ? error.bracket : undefined;
  }
}

/**
 * A function that tests whether a text matches a pattern: `*` is any text, `?` one character, `[a-z]` and `[!a-z]` one of
 * a set, `{a,b}` one of several. Its time grows with the product of both lengths, unlike that of a regular expression made
 * from the pattern. Nothing matches a pattern with an unpaired bracket.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  if (unpairedBracket(pattern) !== undefined) {
    return () => false;
  }
  const parts = parsed(pattern);
  return (text) => {
    const characters = Array.from(text);
    const start = [true, ...characters.map(() => false)];
    return reached(parts, characters, start).at(-1) === true;
  };
}
