/** Where a text stops being JSON, and what is wrong there. */
export interface JsonError {
  /** Of the first character with which no JSON goes on, from 0; the text's length where something is missing. */
  offset: number;
  /** Says nothing of the text itself, which may hold secrets. */
  reason: string;
}

/** What may come next; where a list or an object has just begun, its end may too. */
type Wanted = "value" | "first value" | "name" | "first name" | "colon" | "comma" | "end";

const SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
const SCALAR_BEGUN = /(?:t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?|-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?))$/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const ESCAPE_BEGUN = /\\(?:u[\da-fA-F]{0,3})?$/y;

/** How much of the text the expression takes at this place. */
function lengthAt(expression: RegExp, text: string, offset: number): number {
  expression.lastIndex = offset;
  return expression.exec(text)?.[0].length ?? 0;
}

const tooEarly = (text: string): JsonError => ({ offset: text.length, reason: "it ends too early" });

/** Where the string that begins at a quote ends. */
function endOfString(text: string, quote: number): number | JsonError {
  for (let offset = quote + 1; offset < text.length;) {
    const character = text.charAt(offset);
    if (character === '"') {
      return offset + 1;
    }
    if (character < " ") {
      return { offset, reason: "a string goes on in the next line or has another control character in it" };
    }
    const length = character === "\\" ? lengthAt(ESCAPE, text, offset) : 1;
    if (length === 0) {
      const reason = "a string has a backslash that escapes nothing";
      return lengthAt(ESCAPE_BEGUN, text, offset) > 0 ? tooEarly(text) : { offset, reason };
    }
    offset += length;
  }
  return tooEarly(text);
}

/** Where the number, `true`, `false` or `null` at this place ends. */
function endOfScalar(text: string, offset: number): number | JsonError {
  const length = lengthAt(SCALAR, text, offset);
  if (length > 0) {
    return offset + length;
  }
  const reason = /[-\d]/.test(text.charAt(offset)) ? "a number is not as JSON writes it" : "a value is expected";
  return lengthAt(SCALAR_BEGUN, text, offset) > 0 ? tooEarly(text) : { offset, reason };
}

/**
 * The first thing in a text that is wrong as JSON; absent for JSON. The messages of `JSON.parse` do not always name the
 * place, and quote what is there.
 */
export function findJsonError(text: string): JsonError | undefined {
  const open: ("{" | "[")[] = [];
  let wanted: Wanted = "value";
  for (let offset = 0; ;) {
    offset += lengthAt(SPACE, text, offset);
    if (offset === text.length) {
      return wanted === "end" ? undefined : tooEarly(text);
    }
    const character = text.charAt(offset);
    const container = open.at(-1);
    const wrong = (reason: string): JsonError => ({ offset, reason });
    let end: number | JsonError = offset + 1;
    if (character === "/") {
      return wrong("JSON has no comments");
    }
    if (character === (container === "{" ? "}" : "]") && /^(?:first|comma)/.test(wanted)) {
      open.pop();
      wanted = open.length === 0 ? "end" : "comma";
    } else if (wanted === "end") {
      return wrong("the end of the file is expected");
    } else if (wanted === "comma") {
      if (character !== ",") {
        return wrong(`a comma or ${container === "{" ? '"}"' : '"]"'} is expected`);
      }
      wanted = container === "{" ? "name" : "value";
    } else if (wanted === "colon") {
      if (character !== ":") {
        return wrong("a colon is expected");
      }
      wanted = "value";
    } else if (wanted === "name" || wanted === "first name") {
      if (character !== '"') {
        return wrong("a property's name in double quotes is expected");
      }
      end = endOfString(text, offset);
      wanted = "colon";
    } else if (character === "{" || character === "[") {
      open.push(character);
      wanted = character === "{" ? "first name" : "first value";
    } else {
      end = character === '"' ? endOfString(text, offset) : endOfScalar(text, offset);
      wanted = open.length === 0 ? "end" : "comma";
    }
    if (typeof end !== "number") {
      return end;
    }
    offset = end;
  }
}
