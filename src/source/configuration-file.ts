import { existsSync, lstatSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** What the file that configures the command and the pack may be called. */
export const CONFIGURATION_FILES = ["preflight.yaml", "preflight.yml"] as const;

/** The configuration file of a folder itself, also one that cannot be read: a link that leads nowhere is not silence. */
export function configurationFileIn(folder: string): string | undefined {
  return CONFIGURATION_FILES.map((name) => join(folder, name)).find(
    (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  );
}

/** The nearest configuration file of a folder and of those above it. */
export function configurationFileAbove(folder: string, home = homedir()): string | undefined {
  return foldersFrom(resolve(folder), resolve(home))
    .map(configurationFileIn)
    .find((path) => path !== undefined);
}

/**
 * A folder and those above it, up to the repository's, and below the home folder. Outside of both it is that folder alone:
 * above it, anyone may have put a file, as in /tmp.
 */
function foldersFrom(start: string, home: string): string[] {
  const folders = [start];
  for (let here = start; !existsSync(join(here, ".git"));) {
    const above = dirname(here);
    if (above === home || here === home) {
      break;
    }
    if (above === here) {
      return [start];
    }
    folders.push(above);
    here = above;
  }
  return folders;
}

/** A configuration file as it is read: its value, or what is wrong with it as a part of a sentence. */
export type ReadFile = { value: unknown } | { error: string };

const UNREADABLE: ReadonlyMap<string, string> = new Map([
  ["EISDIR", "it is a folder"],
  ["EACCES", "its permissions do not allow it"],
  ["ELOOP", "its link leads in a circle"],
  ["ENOENT", "its link leads nowhere"],
]);

/** The errors of YAML that have a word of their own. */
const MALFORMED: ReadonlyMap<string, string> = new Map([
  ["DUPLICATE_KEY", "it has a key twice"],
  ["MULTIPLE_DOCS", "it has several documents"],
  ["TAB_AS_INDENT", "it is indented with a tab"],
  ["RESOURCE_EXHAUSTION", "it is nested too deeply"],
]);

/** Reads YAML. An error names the line and quotes nothing of the file. */
export function readConfigurationFile(path: string): ReadFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    return { error: `cannot be read: ${UNREADABLE.get(code) ?? code}` };
  }
  if (/^(?:\xff\xfe|\xfe\xff)/.test(bytes.toString("latin1", 0, 2))) {
    return { error: "cannot be read: it is in UTF-16, and has to be in UTF-8" };
  }
  const text = bytes.toString("utf8");
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it as the pack starts
  const { parseDocument } = require("yaml") as typeof import("yaml");
  try {
    const document = parseDocument(text, { logLevel: "error", merge: true });
    const [error] = document.errors;
    if (error !== undefined) {
      const line = error.linePos?.[0].line;
      const why = MALFORMED.get(error.code) ?? "see the YAML there";
      return { error: `is not valid YAML${line === undefined ? "" : ` in line ${String(line)}`}: ${why}` };
    }
    const value: unknown = document.toJS();
    return isCircular(value)
      ? { error: "has an anchor (&name) whose value contains its own alias (*name)" }
      : { value };
  } catch {
    return { error: "is not valid YAML: its aliases are circular or too many" };
  }
}

/** True for a value that is inside of itself, which JSON cannot hold. */
function isCircular(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return false;
  } catch {
    return true;
  }
}
