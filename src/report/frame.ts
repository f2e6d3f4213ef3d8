import { assignedCredentials, connectionPasswords, knownTokens, looksRandom } from "../graph/credential-text";
import { Source } from "../source/source";
import { printable } from "../printable";
import type { Sources } from "./location";
import type { SourcePosition } from "./report";

/** A few lines of a source, with the one that a finding is about. */
export interface Frame {
  lines: readonly { number: number; text: string }[];
  /** The line that the caret is below. */
  line: number;
  /** How many characters of that line are before the caret. */
  before: number;
}

/** Gives a source of the program by its path in the report. */
export type Read = (file: string) => string | undefined;

const made = new WeakMap<Read, Sources>();

/** The sources of a program, each made once for all formats that read them, so that it is parsed once. */
export function sourcesOf(read: Read | undefined): Sources {
  if (read === undefined) {
    return () => undefined;
  }
  const before = made.get(read);
  if (before !== undefined) {
    return before;
  }
  const sources = new Map<string, Source | undefined>();
  const give: Sources = (file) => {
    if (!sources.has(file)) {
      const text = read(file);
      sources.set(file, text === undefined ? undefined : new Source(file, text));
    }
    return sources.get(file);
  };
  made.set(read, give);
  return give;
}

const AROUND = 1;
const TAB = "  ";

/** The lines around a position in a source. No literal that may be a credential is shown. */
export function frameOf({ path, text }: Source, { line, column = 1 }: SourcePosition): Frame | undefined {
  const all = text.split(/\r?\n/);
  const shown = all[line - 1];
  if (shown === undefined) {
    return undefined;
  }
  const isYaml = /\.ya?ml$/.test(path);
  const first = Math.max(1, line - AROUND);
  const readable = (raw: string, number: number): string =>
    printable(withoutCredentials(raw, all[number - 2] ?? "", isYaml).replaceAll("\t", TAB));
  const lines = all.slice(first - 1, line + AROUND).map((raw, index) => {
    const number = first + index;
    return { number, text: readable(raw, number) };
  });
  const indent = Math.min(...lines.filter((one) => one.text.trim() !== "").map((one) => one.text.search(/\S/)));
  // What is hidden before the place is shorter than it was.
  const before = readable(shown.slice(0, column - 1), line).length - indent;
  return {
    lines: lines.map((one) => ({ ...one, text: one.text.slice(indent).trimEnd() })),
    line,
    before: Math.max(0, before),
  };
}

/** A name whose value may be a credential, and what assigns it. */
const NAMED =
  /(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|credential|authorization|api_?key|access_?key|private_?key|signing_?key)[\w-]{0,40}["']?\]?\s{0,4}(?::|=(?![=>]))|\bsecret\(/i;
/** The same at the end of a line, so that the value is on the next one. */
const NAMED_BEFORE = new RegExp(`(?:${NAMED.source})[\\s([]{0,4}$`, "i");
const QUOTED = /(["'`])(?:\\.|(?!\1)[^\\])*(?:\1|$)/g;
const WORD = /[A-Za-z\d+/=_-]{20,}/g;
const HIDDEN = "…";

const hideQuoted = (text: string): string => text.replaceAll(QUOTED, (_, quote: string) => quote + HIDDEN + quote);

/** A line of a source without what may be a credential. */
function withoutCredentials(line: string, before: string, isYaml: boolean): string {
  const named = NAMED.exec(line);
  if (named === null) {
    return NAMED_BEFORE.test(before) ? hideQuoted(line) : hideTokens(line);
  }
  const end = named.index + named[0].length;
  const value = line.slice(end);
  // In YAML a value needs no quotes; in code what has none is an expression.
  const isPlain = isYaml && value.trim() !== "" && !/^\s*["'$]/.test(value);
  return hideTokens(line.slice(0, end)) + (isPlain ? ` ${HIDDEN}` : hideQuoted(value));
}

/** Hides what is a credential by its own form. */
function hideTokens(line: string): string {
  const found = [...connectionPasswords(line), ...knownTokens(line), ...assignedCredentials(line)];
  const hidden = found.reduce((text, { credential }) => text.replaceAll(credential, HIDDEN), line);
  return hidden.replaceAll(WORD, (word) => (looksRandom("", word) || word.length > 60 ? HIDDEN : word));
}
