import { assignedCredentials, connectionPasswords, knownTokens, looksRandom } from "../graph/credential-text";
import { namedArgumentsOf } from "../source/calls";
import { Source } from "../source/source";
import { printable } from "../printable";
import type { SourcePosition } from "./report";

/** A few lines of a source, with the one that a finding is about. */
export interface Frame {
  lines: readonly { number: number; text: string }[];
  /** The line that the caret is below. */
  line: number;
  /** How many characters of that line are before the caret. */
  before: number;
}

/** The sources of a program, each made once, so that it is parsed once. */
export function sourcesOf(
  read: ((file: string) => string | undefined) | undefined,
): (file: string) => Source | undefined {
  const made = new Map<string, Source | undefined>();
  return (file) => {
    if (!made.has(file)) {
      const text = read?.(file);
      made.set(file, text === undefined ? undefined : new Source(file, text));
    }
    return made.get(file);
  };
}

const AROUND = 1;
const TAB = "  ";

/**
 * The lines around the place in a source that a finding is about: its property, where the call that creates the resource
 * sets it, else that call. No literal that may be a credential is shown.
 * @param property the property as the program writes it; empty for the resource itself
 */
export function frameOf(source: Source, position: SourcePosition, property: string): Frame | undefined {
  const { path, text } = source;
  const all = text.split(/\r?\n/);
  const { line, column = 1 } = propertyPosition(source, position, property) ?? position;
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

/** Where the call that begins on a line sets a property. */
function propertyPosition(source: Source, { line }: SourcePosition, property: string): SourcePosition | undefined {
  const { path: file, text } = source;
  const [name = ""] = property.split(/[.[]/, 1);
  if (name === "" || !/\.(?:[cm]?[jt]s|[jt]sx|py)$/.test(file)) {
    return undefined;
  }
  const start = offsetOf(text, line);
  const end = offsetOf(text, line + 1);
  const found = source.calls
    .filter(({ node }) => node.from >= start && node.from < end)
    .flatMap(({ node }) => namedArgumentsOf(source, node))
    .find((argument) => argument.name === name);
  if (found === undefined) {
    return undefined;
  }
  const before = text.slice(0, found.node.from);
  return { file, line: before.split("\n").length, column: found.node.from - before.lastIndexOf("\n") };
}

/** Where a line begins. */
function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let current = 1; current < line; current++) {
    const next = text.indexOf("\n", at);
    if (next < 0) {
      return text.length;
    }
    at = next + 1;
  }
  return at;
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
