import { parseDocument, type YAMLError } from "yaml";
import { ProgramError } from "../errors";

/** What is wrong, without the parts of the file that some messages quote: they may be secrets. */
function reasonOf({ message }: YAMLError): string {
  const [line = ""] = message.split("\n", 1);
  return line
    .replace(/ at line \d+, column \d+:?$/, "")
    .replace(/^(Block scalar header includes extra characters|Unexpected [\w-]+ token in YAML stream): .*$/, "$1")
    .replace(/^(Unknown directive|Unresolved tag:?) .*$/, "$1");
}

/** The value of a document in YAML or JSON; an error is one line with its position. */
export function parseYaml(file: string, text: string): unknown {
  const document = parsed(file, text);
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    throw new ProgramError(
      `${file}${line === undefined ? "" : `:${String(line)}`} is not valid YAML: ${reasonOf(error)}`,
    );
  }
  const value = valueOf(file, document);
  if (containsItself(value, new Set())) {
    throw new ProgramError(`${file} has an anchor (&name) whose value contains its own alias (*name): take that out`);
  }
  return value;
}

function parsed(file: string, text: string): ReturnType<typeof parseDocument> {
  try {
    return parseDocument(text, { logLevel: "error", merge: true });
  } catch (error) {
    throw tooDeep(file, error);
  }
}

function valueOf(file: string, document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    if (error instanceof RangeError) {
      throw tooDeep(file, error);
    }
    throw new ProgramError(
      `${file} is not valid YAML: it has an alias (*name) without its anchor (&name) or too many of them; ` +
        "put a string that begins with * in quotes",
    );
  }
}

const tooDeep = (file: string, error: unknown): unknown =>
  error instanceof RangeError ? new ProgramError(`${file} is nested too deeply to be read`) : error;

/** True for a value that is inside of itself; one that is only there twice is as good as two. */
function containsItself(value: unknown, around: Set<unknown>): boolean {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  if (around.has(value)) {
    return true;
  }
  around.add(value);
  const found = Object.values(value).some((inner) => containsItself(inner, around));
  around.delete(value);
  return found;
}
