import { parseDocument, type YAMLError } from "yaml";
import { ProgramError } from "./program-error";

/** What is wrong, without the parts of the text that some messages quote: they may be secrets. */
function reasonOf({ message }: YAMLError): string {
  const [line = ""] = message.split("\n", 1);
  return line
    .replace(/ at line \d+, column \d+:?$/, "")
    .replace(/^(Block scalar header includes extra characters|Unexpected [\w-]+ token in YAML stream): .*$/, "$1")
    .replace(/^(Unknown directive|Unresolved tag:?) .*$/, "$1");
}

/** The value of a text in YAML or JSON; what is wrong is told in one line with its place. */
export function parseYaml(file: string, text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    throw new ProgramError(
      `${file}${line === undefined ? "" : `:${String(line)}`} is not valid YAML: ${reasonOf(error)}`,
    );
  }
  try {
    return document.toJS() as unknown;
  } catch {
    throw new ProgramError(
      `${file} is not valid YAML: it has an alias (*name) without its anchor (&name) or too many of them; ` +
        "put a text that begins with * in quotes",
    );
  }
}
