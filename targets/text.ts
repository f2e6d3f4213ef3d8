import { readFileSync } from "node:fs";
import { ProgramError } from "../engine/program-error";
import { findJsonError } from "./json-error";

/** What a file holds, and what to call it in messages. */
export interface TextFile {
  name: string;
  text: string;
}

/** The name on the command line that stands for standard input. */
export const STANDARD_INPUT = "-";

/** Reads a file or standard input as text. PowerShell redirects as UTF-16, so that is taken too. */
export function readText(path: string): TextFile {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  const bytes = path === STANDARD_INPUT ? readFile(0, name) : readFile(path);
  if (bytes.length === 0) {
    throw new ProgramError(`${name} is empty`);
  }
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return { name, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    throw new ProgramError(`${name} is no text in UTF-8`);
  }
}

/** What a file holds; says in one line why it cannot be read. */
export function readFile(path: string | 0, name = String(path)): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ProgramError(`${name} cannot be read: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "it does not exist",
    EACCES: "its permissions do not allow it",
    ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GB",
  };
  return reasons[code ?? ""] ?? message;
}

/** Parses JSON. What is wrong is told by line and column: the parser's own message may quote a secret. */
export function parseJson({ name, text }: TextFile, firstLine = 1): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProgramError(`${name}${placeOfError(text, firstLine)}`);
  }
}

function placeOfError(text: string, firstLine: number): string {
  const error = findJsonError(text);
  if (error === undefined) {
    return " is no JSON";
  }
  const before = text.slice(0, error.offset).split("\n");
  const [line, column] = [firstLine + before.length - 1, (before.at(-1) ?? "").length + 1];
  return `:${String(line)}:${String(column)} is no JSON: ${error.reason}`;
}
