import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { extname, join, relative, resolve, sep } from "node:path";
import { parse } from "yaml";
import type { ProjectFiles } from "../policies/rule";
import { literalsOf } from "./literals";

// What a program installs or builds, and where no source of its own lies.
const SKIPPED = new Set(["node_modules", "dist", "build", "coverage", "venv", "env", "site-packages", "__pycache__"]);
const SOURCE_ENDINGS = new Set([".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", ".py", ".yaml", ".yml"]);
const LARGEST_SOURCE = 1_000_000;
const MOST_SOURCES = 5_000;

/** The text of the first of these files that can be read. */
function firstReadable(paths: string[]): string | undefined {
  for (const path of paths) {
    try {
      return readFileSync(path, "utf8");
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}

/** The name that the Pulumi.yaml of a folder gives its project; absent without a readable one. */
export function projectNameIn(folder: string): string | undefined {
  const text = firstReadable([join(folder, "Pulumi.yaml"), join(folder, "Pulumi.yml")]);
  if (text === undefined) {
    return undefined;
  }
  try {
    const { name } = (parse(text) ?? {}) as { name?: unknown };
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}

/** The folder of the project called `name` among `candidates`, each tried with its parents as the Pulumi CLI does. */
export function findProjectFolder(name: string, candidates: readonly (string | undefined)[]): string | undefined {
  for (const candidate of candidates) {
    for (let folder = candidate; folder; folder = parentOf(folder)) {
      const found = projectNameIn(folder);
      if (found === name) {
        return folder;
      }
      if (found !== undefined) {
        break;
      }
    }
  }
  return undefined;
}

function parentOf(folder: string): string | undefined {
  const parent = resolve(folder, "..");
  return parent === folder ? undefined : parent;
}

/** The paths of the program's own sources. */
export function sourcesIn(folder: string): string[] {
  const sources: string[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined && sources.length < MOST_SOURCES; current = folders.pop()) {
    for (const entry of entriesOf(current)) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name) && !entry.name.startsWith(".")) {
          folders.push(path);
        }
      } else if (entry.isFile() && SOURCE_ENDINGS.has(extname(entry.name)) && statSync(path).size <= LARGEST_SOURCE) {
        sources.push(path);
      }
    }
  }
  return sources.sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The files of a program, read when a rule asks for them; nothing outside its folder is ever read. */
export function projectFiles(folder: string): ProjectFiles {
  const root = realpathSync(folder);
  let literals: ReadonlySet<string> | undefined;
  const read = (path: string): string | undefined => {
    try {
      const real = realpathSync(resolve(root, path));
      const below = relative(root, real);
      return below === ".." || below.startsWith(`..${sep}`) ? undefined : readFileSync(real, "utf8");
    } catch {
      return undefined;
    }
  };
  return {
    get literals() {
      literals ??= new Set(sourcesIn(root).flatMap((path) => [...literalsOf(path, read(path) ?? "")]));
      return literals;
    },
    read,
  };
}
