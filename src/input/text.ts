import { isAscii } from "node:buffer";
import { readFileSync } from "node:fs";
import { ProgramError } from "../errors";
import { showKey } from "../contract/show";
import { findDuplicateKey, findJsonError } from "../graph/json-error";

/** What a file holds, and what to call it in messages. */
export interface TextFile {
  name: string;
  text: string;
}

/** The name of standard input on the command line. */
export const STANDARD_INPUT = "-";

/** Reads a file or standard input as text. PowerShell redirects as UTF-16, so that is taken too. */
export function readText(path: string): TextFile {
  const name = path === STANDARD_INPUT ? "standard input" : path;
  const bytes = path === STANDARD_INPUT ? readFile(0, name) : readFile(path);
  if (bytes.length === 0) {
    throw new ProgramError(`${name} is empty`);
  }
  // Half as much memory as a decoder takes, for states of a hundred megabytes.
  if (isAscii(bytes)) {
    return { name, text: bytes.toString("latin1") };
  }
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  try {
    return { name, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    throw new ProgramError(`${name} is not text in UTF-8`);
  }
}

/** What a file holds; reports in one line why it cannot be read. */
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
    EISDIR: "it is a folder",
    ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GB",
  };
  return reasons[code ?? ""] ?? message;
}

/** Parses JSON. An error is reported by line and column: the parser's own message may quote a secret. */
export function parseJson({ name, text }: TextFile, firstLine = 1): unknown {
  const value = parsed({ name, text }, firstLine);
  const twice = findDuplicateKey(text, value);
  if (twice !== undefined) {
    const place = `${name}:${String(firstLine + twice.line - 1)}:${String(twice.column)}`;
    throw new ProgramError(
      `${place} has the key ${showKey(twice.key)} twice in one object, and one of them would be lost`,
    );
  }
  return value;
}

function parsed({ name, text }: TextFile, firstLine: number): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProgramError(`${name}${placeOfError(text, firstLine)}`);
  }
}

function placeOfError(text: string, firstLine: number): string {
  const error = findJsonError(text);
  if (error === undefined) {
    return " is not JSON";
  }
  const line = firstLine + error.line - 1;
  return `:${String(line)}:${String(error.column)} is not JSON: ${error.reason}`;
}
