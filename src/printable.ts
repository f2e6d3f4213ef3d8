/**
 * What a reader cannot see, and what ends a line or turns its direction: control, format and separator characters,
 * half pairs, and code points that XML does not take. The joiners of emoji and of some scripts stay.
 */
const UNSEEN = String.raw`(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]`;

/** What Azure Pipelines, TeamCity and GitHub Actions take for a command anywhere in a line: `##vso[`, `##[`. */
const COMMAND_IN_LINE = String.raw`#(?=#\w*\[)`;

/** What GitHub Actions takes for a command at the start of a line; any word may come to be there, since text is folded. */
const COMMAND_AT_START = String.raw`(?<!\S):(?=:[A-Za-z][\w-]*(?:\s|::|$))`;

/** Pulumi's own marks of colour; its command line stops at one that it does not know. */
const COLOUR_MARK = String.raw`(?<=<)\{(?=%)|(?<=%)\}(?=>)`;

const HIDDEN = new RegExp([UNSEEN, COMMAND_IN_LINE, COMMAND_AT_START, COLOUR_MARK].join("|"), "gu");

// Most text is plain, and to look for each class of characters in it takes several times as long.
const PLAIN = /^[ -~]*$/;
const MAY_BE_COMMAND = /##|<\{%|%\}>|(?:^|\s)::/;
const SHORT: Readonly<Record<string, string>> = { "\n": String.raw`\n`, "\r": String.raw`\r`, "\t": String.raw`\t` };

function hexadecimal(code: number): string {
  const digits = code.toString(16).padStart(4, "0");
  return code > 0xffff ? String.raw`\u{${digits}}` : String.raw`\u${digits}`;
}

/**
 * A string of the program as one line that a reader can trust: what cannot be seen is shown as `\n` or `\u202e`, and no
 * part of it is a command for what reads the output.
 */
export function printable(text: string): string {
  if (PLAIN.test(text) && !MAY_BE_COMMAND.test(text)) {
    return text;
  }
  return text.replaceAll(HIDDEN, (character) => SHORT[character] ?? hexadecimal(character.codePointAt(0) ?? 0));
}

/** A string of several lines, such as what a program has printed, each of them printable. */
export function printableLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.split("\t").map(printable).join("\t"))
    .join("\n");
}

/** JSON, or YAML whose strings are in double quotes, with the same characters escaped: it reads back the same. */
export function escapedInQuotes(document: string): string {
  return document.replaceAll(HIDDEN, (character) =>
    character === "\n"
      ? character
      : character
          .split("")
          .map((unit) => hexadecimal(unit.charCodeAt(0)))
          .join(""),
  );
}

/** A string without unpaired surrogates, so that it can be encoded. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
}
