import { parseDocument } from "yaml";
import { ProgramError } from "./program-error";

/** The value of a text in YAML or JSON; what is wrong is told in one line with its place. */
export function parseYaml(file: string, text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    const [message = ""] = error.message.split("\n");
    throw new ProgramError(
      `${file}${line === undefined ? "" : `:${String(line)}`} is not valid YAML: ` +
        message.replace(/ at line \d+, column \d+:?$/, ""),
    );
  }
  return document.toJS() as unknown;
}
