import { printParseErrorCode, visit, type ParseErrorCode } from "jsonc-parser";

/** The first error in a text that should be JSON. */
export interface JsonError {
  /** Counted from 1, as editors do. */
  line: number;
  /** Counted from 1. */
  column: number;
  /** Never quotes the text, which may hold secrets. */
  reason: string;
}

const REASONS: Readonly<Record<string, string>> = {
  InvalidSymbol: "a string in double quotes, a number, true, false or null is expected",
  InvalidNumberFormat: "a number is incomplete",
  PropertyNameExpected: "a property name in double quotes is expected",
  ValueExpected: "a value is expected",
  ColonExpected: "a colon is expected",
  CommaExpected: "a comma or a closing bracket is expected",
  CloseBraceExpected: "a closing brace is expected",
  CloseBracketExpected: "a closing bracket is expected",
  EndOfFileExpected: "nothing more is expected",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "a string is not closed before the end of the line",
  UnexpectedEndOfNumber: "a number is incomplete",
  InvalidUnicode: "a string has an invalid escape sequence",
  InvalidEscapeCharacter: "a string has an invalid escape sequence",
  InvalidCharacter: "a string has a control character that must be escaped",
};

/** Where a text stops being JSON; undefined for JSON. The messages of `JSON.parse` quote the text. */
export function findJsonError(text: string): JsonError | undefined {
  let found: JsonError | undefined;
  const onError = (code: ParseErrorCode, offset: number, length: number): void => {
    found ??= describe(text, printParseErrorCode(code), { offset, length });
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    // The library recurses, so that thousands of brackets inside one another exceed the stack.
    found ??= isJson(text) ? undefined : { line: 1, column: 1, reason: "it is nested too deeply" };
  }
  return found;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function describe(text: string, code: string, token: { offset: number; length: number }): JsonError {
  const reachesEnd = token.offset + token.length >= text.length;
  const isCut = reachesEnd && (token.length === 0 || code.startsWith("UnexpectedEnd"));
  const before = text.slice(0, isCut ? text.length : token.offset).split("\n");
  return {
    line: before.length,
    column: (before.at(-1) ?? "").length + 1,
    reason: isCut ? "it ends too early" : (REASONS[code] ?? "it is not JSON"),
  };
}

/** A key that an object has twice. */
export interface DuplicateKey {
  key: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
}

/** The first key that an object of a JSON text has twice: its value was read without the earlier one. */
export function findDuplicateKey(text: string, value: unknown): DuplicateKey | undefined {
  // Counting both is many times faster than to follow the objects through the text.
  const written = text.match(/(?<!\\)"\s*:/g)?.length ?? 0;
  return written > keysIn(value) ? locateDuplicate(text) : undefined;
}

function keysIn(value: unknown): number {
  let count = 0;
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === "object" && next !== null) {
      const inner: unknown[] = Object.values(next);
      count += Array.isArray(next) ? 0 : inner.length;
      inner.forEach((one) => {
        if (typeof one === "object" && one !== null) {
          open.push(one);
        }
      });
    }
  }
  return count;
}

function locateDuplicate(text: string): DuplicateKey | undefined {
  let found: DuplicateKey | undefined;
  const objects: Set<string>[] = [];
  visit(text, {
    onObjectBegin: () => {
      objects.push(new Set());
    },
    onObjectEnd: () => {
      objects.pop();
    },
    onObjectProperty: (key, _offset, _length, line, character) => {
      const keys = objects.at(-1);
      if (keys?.has(key)) {
        found ??= { key, line: line + 1, column: character + 1 };
      }
      keys?.add(key);
    },
  });
  return found;
}
