import { ProgramError } from "../../engine/program-error";
import { confirmed, isInteractive } from "../ask";
import { save } from "../save";
import type { SettingsFile } from "./file";

/** The option by which one agrees to what is shown before it is. */
export interface Agreed {
  yes?: true;
}

/** Shows what a file is going to say, and writes it once somebody has agreed. Answers the exit code. */
export async function write(file: SettingsFile, notes: readonly string[], { yes }: Agreed): Promise<number> {
  const lines = [`${file.name}${file.isNew ? " (new)" : ""}`, ...file.changes, ...notes.map((note) => `note: ${note}`)];
  process.stdout.write(`${lines.join("\n")}\n`);
  if (yes !== true && !isInteractive()) {
    throw new ProgramError("nothing was written, as nobody can be asked here: give --yes to write it");
  }
  if (yes !== true && !(await confirmed(`Write this to ${file.name}?`))) {
    process.stdout.write("Nothing was written.\n");
    return 0;
  }
  save(file.path, file.text, file.name);
  process.stdout.write(`Written to ${file.name}.\n`);
  return 0;
}
