import type { styleText } from "node:util";

export type Style = Parameters<typeof styleText>[0];

/** What lines are made with. */
export interface Page {
  width: number;
  paint: (style: Style, text: string) => string;
}

const NO_WIDTH = /^(?:\p{Mark}|\p{Default_Ignorable_Code_Point})+$/u;
const letters = new Intl.Segmenter("en", { granularity: "grapheme" });
const WIDE =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60]/u;

/** How many columns a string takes. */
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

/** Folds a string at spaces so that no line is wider than `width`, where its words allow it. */
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

/** A string that takes at most `width` columns, cut with `…` where it is longer. */
export function cut(text: string, width: number): string {
  if (columns(text) <= width) {
    return text;
  }
  let shown = "";
  let used = 1;
  for (const { segment } of letters.segment(text)) {
    used += columns(segment);
    if (used > width) {
      break;
    }
    shown += segment;
  }
  return `${shown.trimEnd()}…`;
}

export const plural = (count: number, noun: string): string => `${String(count)} ${noun}${count === 1 ? "" : "s"}`;

/** `a`, `a and b`, `a, b and c`; of more than `most`, the first ones and how many are left. */
export function listed(items: readonly string[], most = 4): string {
  const shown = items.length > most ? [...items.slice(0, most), `${String(items.length - most)} more`] : items;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
