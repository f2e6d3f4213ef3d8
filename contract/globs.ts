/** A part of a glob: one character, any text, or one of several globs. */
type Part = { takes: (character: string) => boolean } | "any text" | { oneOf: readonly (readonly Part[])[] };

/** A glob that lacks a bracket. */
class MissingBracket extends Error {
  constructor(readonly bracket: string) {
    super(`a glob lacks a ${bracket}`);
  }
}

/** Reads the parts of a glob, from the left. */
class Reader {
  private at = 0;

  constructor(private readonly characters: readonly string[]) {}

  /** The parts up to the end, or inside of braces up to the comma or brace that ends them. */
  parts(inBraces = false): Part[] {
    const parts: Part[] = [];
    for (let next = this.peek(); next !== undefined && !(inBraces && (next === "," || next === "}"));) {
      parts.push(...this.part());
      next = this.peek();
    }
    return parts;
  }

  private peek(): string | undefined {
    return this.characters[this.at];
  }

  private take(): string {
    return this.characters[this.at++] ?? "";
  }

  private part(): Part[] {
    const character = this.take();
    switch (character) {
      case "*":
        return ["any text"];
      case "?":
        return [{ takes: () => true }];
      case "\\":
        return [only(this.take() || "\\")];
      case "[":
        return [{ takes: this.set() }];
      case "]":
        throw new MissingBracket("[");
      case "{":
        return this.braces();
      default:
        return [only(character)];
    }
  }

  /** `[abc]`, `[a-z]`, `[!a-z]`, `[^a-z]`; a bracket that comes first is one of the characters. */
  private set(): (character: string) => boolean {
    const isNegated = this.peek() === "!" || this.peek() === "^";
    this.at += isNegated ? 1 : 0;
    const ranges: [first: string, last: string][] = [];
    do {
      const first = this.member();
      const isRange = this.peek() === "-" && !["]", undefined].includes(this.characters[this.at + 1]);
      this.at += isRange ? 1 : 0;
      ranges.push([first, isRange ? this.member() : first]);
    } while (this.peek() !== "]");
    this.at++;
    return (character) => ranges.some(([first, last]) => first <= character && character <= last) !== isNegated;
  }

  private member(): string {
    if (this.at >= this.characters.length) {
      throw new MissingBracket("]");
    }
    const character = this.take();
    return character === "\\" ? this.take() : character;
  }

  /** `{a,b}`; braces around a single text are characters. */
  private braces(): Part[] {
    const oneOf: Part[][] = [];
    let end: string;
    do {
      oneOf.push(this.parts(true));
      end = this.take();
    } while (end === ",");
    if (end === "") {
      throw new MissingBracket("}");
    }
    const [single = []] = oneOf;
    return oneOf.length === 1 ? [only("{"), ...single, only("}")] : [{ oneOf }];
  }
}

const only = (wanted: string): Part => ({ takes: (character) => character === wanted });

/** The places in a text that can be reached through the parts from some of its places: `places[i]` for before character i. */
function reached(parts: readonly Part[], text: readonly string[], places: readonly boolean[]): boolean[] {
  return parts.reduce<boolean[]>(
    (from, part) => {
      if (part === "any text") {
        const first = from.indexOf(true);
        return from.map((_, place) => first >= 0 && place >= first);
      }
      if ("oneOf" in part) {
        const ways = part.oneOf.map((parts) => reached(parts, text, from));
        return from.map((_, place) => ways.some((way) => way[place]));
      }
      return from.map((_, place) => place > 0 && from[place - 1] === true && part.takes(text[place - 1] ?? ""));
    },
    [...places],
  );
}

/** The bracket that a glob lacks; absent for a good one. A backslash before a bracket makes it a character. */
export function missingBracket(glob: string): string | undefined {
  try {
    new Reader(Array.from(glob)).parts();
    return undefined;
  } catch (error) {
    return error instanceof MissingBracket ? error.bracket : undefined;
  }
}

/**
 * What tells whether a text is like a glob: `*` stands for any text, `?` for a character, `[a-z]` and `[!a-z]` for one of
 * a set, `{a,b}` for one of several. The time it takes grows with the product of both lengths, which that of a regular
 * expression made of a glob does not. Nothing is like a glob that lacks a bracket.
 */
export function globMatcher(glob: string): (text: string) => boolean {
  if (missingBracket(glob) !== undefined) {
    return () => false;
  }
  const parts = new Reader(Array.from(glob)).parts();
  return (text) => {
    const characters = Array.from(text);
    const start = [true, ...characters.map(() => false)];
    return reached(parts, characters, start).at(-1) === true;
  };
}
