/** A part of a string as a program writes it: characters, or something computed (undefined). */
export type TextPart = string | undefined;

/** The strings that a source writes. */
export interface WrittenTexts {
  /** Whole strings, those that are put together from literals alone included. */
  literals: Set<string>;
  /** Strings with computed parts: the characters before, between and after these parts, in order. */
  templates: (readonly string[])[];
}

export const noTexts = (): WrittenTexts => ({ literals: new Set(), templates: [] });

/** The places that a format string leaves for values: `%s`, `%-5d`, `{}`, `{0}`, `{name}`. */
const DIRECTIVE = /%[-+#0 ]?\d{0,3}(?:\.\d{1,3})?[a-z]|\{\w{0,40}\}/gi;

/** Adds a string by its parts. */
export function addText({ literals, templates }: WrittenTexts, parts: readonly TextPart[]): void {
  const fixed: string[] = [""];
  for (const part of parts) {
    if (part === undefined) {
      fixed.push("");
    } else {
      fixed.push((fixed.pop() ?? "") + part);
    }
  }
  const [whole = ""] = fixed;
  if (fixed.length > 1) {
    templates.push(fixed);
    return;
  }
  literals.add(whole);
  // Programs trim what is written in several lines.
  literals.add(whole.trim());
  if (whole.length <= LONGEST_FORMAT && (whole.includes("%") || whole.includes("{"))) {
    const around = whole.split(DIRECTIVE);
    if (around.length > 1) {
      templates.push(around);
    }
  }
}

/** A longer string with braces is a document rather than a format. */
const LONGEST_FORMAT = 2_000;

/** What is in the computed parts of a template where the whole is this text; absent where it cannot be that. */
export function partsBetween(text: string, [first = "", ...rest]: readonly string[]): string[] | undefined {
  const last = rest.pop() ?? "";
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) {
    return undefined;
  }
  const end = text.length - last.length;
  const between: string[] = [];
  let at = first.length;
  for (const fixed of rest) {
    // Two computed parts with nothing in between cannot be separated: the second one is empty here.
    const found = text.indexOf(fixed, at);
    if (found < 0 || found + fixed.length > end) {
      return undefined;
    }
    between.push(text.slice(at, found));
    at = found + fixed.length;
  }
  return [...between, text.slice(at, end)];
}
