import { ProgramError } from "../../errors";
import { printableLines } from "../../printable";
import { confirmed, isInteractive } from "../ask";
import { save } from "../save";
import type { SettingsFile } from "./file";

/** The option that agrees to a change without a prompt. */
export interface Agreed {
  yes?: true;
}

/** A file as it is to be, and what is changed in it. */
export type Change = Pick<SettingsFile, "path" | "name" | "isNew" | "changes" | "text">;

/** Shows what a file will be, and writes it once the user has agreed.
 * @returns the exit code */
export async function write(file: Change, notes: readonly string[], { yes }: Agreed): Promise<number> {
  const lines = [`${file.name}${file.isNew ? " (new)" : ""}`, ...file.changes, ...notes.map((note) => `note: ${note}`)];
  process.stdout.write(`${printableLines(lines.join("\n"))}\n`);
  if (yes !== true && !isInteractive()) {
    throw new ProgramError("nothing was written, since there is no terminal to prompt at: give --yes to write it");
  }
  if (yes !== true && !(await confirmed(`Write this to ${file.name}?`))) {
    process.stdout.write("Nothing was written.\n");
    return 0;
  }
  save(file.path, file.text, file.name);
  process.stdout.write(`Written to ${file.name}.\n`);
  return 0;
}
