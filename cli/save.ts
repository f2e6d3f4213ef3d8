import { writeFileSync } from "node:fs";
import { ProgramError } from "../engine/program-error";

/** Writes a file; says in one line why it cannot be written. `name` is what messages call it. */
export function save(file: string, text: string, name = file): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).message.replace(/, open '.*$/s, "");
    throw new ProgramError(`${name} cannot be written: ${reason}`);
  }
}
