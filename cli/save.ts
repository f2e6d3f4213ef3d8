import { writeFileSync } from "node:fs";
import { ProgramError } from "../engine/program-error";

/** Writes a file; says in one line why it cannot be written. `name` is what messages call it. */
export function save(file: string, text: string, name = file): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new ProgramError(`${name} cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "its permissions do not allow it",
  EISDIR: "it is a folder",
  ENOENT: "its folder does not exist",
  ENOSPC: "there is no space left",
  EROFS: "the file system can only be read",
};

/** Why something cannot be written, in a few words. */
export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ""] ?? message;
}
