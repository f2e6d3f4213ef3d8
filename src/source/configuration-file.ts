import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** What the file that configures the command and the pack may be called. */
export const CONFIGURATION_FILES = ["preflight.yaml", "preflight.yml"] as const;

/** The configuration file of a folder itself. */
export function configurationFileIn(folder: string): string | undefined {
  return CONFIGURATION_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
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

/** Reads YAML. An error names the line and quotes nothing of the file. */
export function readConfigurationFile(path: string): ReadFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return { error: `cannot be read (${String((error as NodeJS.ErrnoException).code)})` };
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it as the pack starts
  const { parseDocument } = require("yaml") as typeof import("yaml");
  try {
    const document = parseDocument(text, { logLevel: "error" });
    const [error] = document.errors;
    if (error !== undefined) {
      const line = error.linePos?.[0].line;
      const why = error.code === "DUPLICATE_KEY" ? "it has a key twice" : "see the YAML there";
      return { error: `is not valid YAML${line === undefined ? "" : ` in line ${String(line)}`}: ${why}` };
    }
    return { value: document.toJS() as unknown };
  } catch {
    return { error: "is not valid YAML" };
  }
}
