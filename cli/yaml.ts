import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { ProgramError } from "../engine/program-error";

/** The first line of what an error says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ProgramError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** The value of a text in YAML or JSON. */
export function parsed(file: string, text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line;
    const place = line === undefined ? file : `${file}:${String(line)}`;
    throw new ProgramError(`${place} is not valid YAML: ${reasonOf(error).replace(/ at line \d+, column \d+:?$/, "")}`);
  }
  return document.toJS() as unknown;
}
