import { unescaped } from "./written-texts";
import { addText, noTexts, type TextPart, type WrittenTexts } from "./text-parts";

// There is no grammar of C# for the parser that reads the other languages; string literals need no more than a scanner.

type Token = { kind: "string"; parts: TextPart[] } | { kind: "name" | "other"; text: string };

/** The strings that a source in C# writes. */
export function csharpTexts(text: string): WrittenTexts {
  const texts = noTexts();
  const tokens = [...tokensIn(text, texts)];
  const constants = new Map<string, TextPart[] | undefined>();
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === "other") {
      continue;
    }
    const { parts, end } = sumAt(tokens, at, constants);
    if (parts.some((part) => part !== undefined && part !== "")) {
      addText(texts, parts);
      nameBefore(tokens, at, constants, parts);
    }
    for (const one of tokens.slice(at, end)) {
      if (one.kind === "string") {
        addText(texts, one.parts);
      }
    }
    at = end - 1;
  }
  return texts;
}

const isOther = (token: Token | undefined, text: string): boolean => token?.kind === "other" && token.text === text;

/** The parts of `"a" + name + "b"`, which begins at a token, and where it ends. */
function sumAt(
  tokens: readonly Token[],
  start: number,
  constants: ReadonlyMap<string, TextPart[] | undefined>,
): { parts: TextPart[]; end: number } {
  const parts: TextPart[] = [];
  let at = start;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || token.kind === "other") {
      break;
    }
    parts.push(...(token.kind === "string" ? token.parts : (constants.get(token.text) ?? [undefined])));
    at += 1;
    if (!isOther(tokens[at], "+")) {
      break;
    }
    at += 1;
  }
  return { parts, end: Math.max(at, start + 1) };
}

/** Keeps what a variable is set to; one that is set twice is not known. */
function nameBefore(
  tokens: readonly Token[],
  at: number,
  constants: Map<string, TextPart[] | undefined>,
  parts: TextPart[],
): void {
  const name = isOther(tokens[at - 1], "=") ? tokens[at - 2] : undefined;
  if (name?.kind === "name") {
    constants.set(name.text, constants.has(name.text) ? undefined : parts);
  }
}

const SKIPPED = /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\.|[^'\\\n])*'/y;
const NAME = /@?[A-Za-z_]\w*(?:\s*\.\s*[A-Za-z_]\w*)*/y;
const STRING = /([$@]{0,3})("{3,}|")/y;

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

function* tokensIn(text: string, texts: WrittenTexts): Generator<Token> {
  let at = 0;
  while (at < text.length) {
    const skipped = matchAt(SKIPPED, text, at);
    const string = skipped ? null : matchAt(STRING, text, at);
    const name = skipped || string ? null : matchAt(NAME, text, at);
    if (skipped) {
      at += skipped[0].length;
    } else if (string) {
      const { parts, end } = stringAt(text, at + string[0].length, String(string[1]), String(string[2]), texts);
      yield { kind: "string", parts };
      at = end;
    } else if (name) {
      yield { kind: "name", text: name[0] };
      at += name[0].length;
    } else {
      yield { kind: "other", text: text[at] ?? "" };
      at += 1;
    }
  }
}

/** A string from behind its opening quotes: its parts, and where it ends. */
function stringAt(
  text: string,
  start: number,
  prefix: string,
  quotes: string,
  texts: WrittenTexts,
): { parts: TextPart[]; end: number } {
  const isRaw = quotes.length > 1;
  const isVerbatim = prefix.includes("@");
  const braces = prefix.split("$").length - 1;
  const parts: TextPart[] = [];
  let fixed = "";
  let at = start;
  const opening = "{".repeat(Math.max(braces, 1));
  while (at < text.length) {
    const isDoubled = isVerbatim && text.startsWith('""', at);
    if ((text.startsWith(quotes, at) && !isDoubled) || (!isRaw && !isVerbatim && text[at] === "\n")) {
      break;
    }
    if (braces > 0 && text.startsWith(opening, at) && (isRaw || text[at + 1] !== "{")) {
      const end = endOfInterpolation(text, at + opening.length);
      // A string inside of an interpolation is a string of the program too.
      for (const literal of csharpTexts(text.slice(at + opening.length, end)).literals) {
        texts.literals.add(literal);
      }
      parts.push(fixed, undefined);
      fixed = "";
      at = end + opening.length;
    } else if (isDoubled || (braces > 0 && !isRaw && /^(?:\{\{|\}\})/.test(text.slice(at, at + 2)))) {
      fixed += text[at] ?? "";
      at += 2;
    } else {
      // A backslash and what it escapes stay together.
      const length = !isRaw && !isVerbatim && text[at] === "\\" ? 2 : 1;
      fixed += text.slice(at, at + length);
      at += length;
    }
  }
  const all = [...parts, fixed];
  const plain = isRaw || isVerbatim ? all : all.map((part) => (part === undefined ? part : unescaped(part)));
  return { parts: plain, end: at + quotes.length };
}

/** Where an interpolation ends: the brace that closes it. */
function endOfInterpolation(text: string, start: number): number {
  let open = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === "{") {
      open += 1;
    } else if (character === "}") {
      if (open === 0) {
        return at;
      }
      open -= 1;
    } else if (character === '"') {
      const closing = text.indexOf('"', at + 1);
      at = closing < 0 ? text.length : closing;
    }
  }
  return text.length;
}
