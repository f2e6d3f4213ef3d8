import { stripVTControlCharacters } from "node:util";

// Bidirectional marks would let a name from the program show another text than it holds.
// eslint-disable-next-line no-control-regex -- these are what is taken out
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const NO_WIDTH = /^(?:\p{Mark}|\p{Default_Ignorable_Code_Point})+$/u;
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60]/u;

/** A text without what would steer a terminal or mislead its reader. */
export function printable(text: string): string {
  return wellFormed(stripVTControlCharacters(text)).replaceAll("\t", " ").replaceAll(UNPRINTABLE, "\ufffd");
}

/** A text in which no half of a surrogate pair stands alone, so that it can be encoded. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
}

/** How many columns a text takes. */
export function columns(text: string): number {
  // eslint-disable-next-line no-control-regex -- most texts are ASCII, and as wide as long
  if (/^[\u0000-\u007f]*$/.test(text)) {
    return text.length;
  }
  let sum = 0;
  for (const { segment } of letters.segment(text)) {
    sum += NO_WIDTH.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  }
  return sum;
}

/** Folds a text at spaces so that no line is wider than `width`, where its words allow it. */
export function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  let used = 0;
  for (const word of text.split(" ")) {
    const size = columns(word);
    if (line !== undefined && used + 1 + size <= width) {
      line += ` ${word}`;
      used += 1 + size;
    } else {
      if (line !== undefined) {
        lines.push(line);
      }
      line = word;
      used = size;
    }
  }
  return [...lines, line ?? ""];
}

export const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;

/** `a`, `a and b`, `a, b and c`; of more than `most`, the first ones and how many are left. */
export function listed(items: readonly string[], most = 4): string {
  const shown = items.length > most ? [...items.slice(0, most), `${String(items.length - most)} more`] : items;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
