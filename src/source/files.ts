import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ProjectFiles } from "./project-files";
import { pathInside } from "./inside";
import { mappingIn } from "./mapping";
import { type FileTree, filesOf } from "./tree";

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The text of the first of these files of a folder that can be read. */
function firstReadable(folder: string, names: string[]): string | undefined {
  for (const name of names) {
    try {
      const path = pathInside(realpathSync(folder), name);
      if (path !== undefined) {
        return readFileSync(path, "utf8");
      }
    } catch {
      // The next one may be there.
    }
  }
  return undefined;
}

/** The name that the Pulumi.yaml of a folder gives its project; absent without a readable one. */
export function projectNameIn(folder: string): string | undefined {
  const text = firstReadable(folder, ["Pulumi.yaml", "Pulumi.yml"]);
  const name = text === undefined ? undefined : mappingIn(text)?.name;
  return typeof name === "string" ? name : undefined;
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

/** The folder on the disk, without what is outside of it: links that lead out of it are not followed. */
function diskTree(folder: string): FileTree {
  const root = realpathSync(folder);
  const inside = (path: string): string | undefined => pathInside(root, path);
  const orAbsent = <T>(ask: () => T): T | undefined => {
    try {
      return ask();
    } catch {
      return undefined;
    }
  };
  return {
    list: (path) =>
      (orAbsent(() => readdirSync(join(root, path), { withFileTypes: true })) ?? [])
        .filter((entry) => entry.isDirectory() || entry.isFile())
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() })),
    sizeOf: (path) => orAbsent(() => statSync(join(root, path)).size) ?? 0,
    has: (path) => inside(path) !== undefined,
    read: (path) => {
      const real = inside(path);
      return real === undefined ? undefined : orAbsent(() => readFileSync(real, "utf8"));
    },
  };
}

/** The files of a program, read when a rule needs them; nothing outside its folder is ever read. */
export function projectFiles(folder: string): ProjectFiles {
  return filesOf(diskTree(folder));
}

/** The values of environment variables, but for the empty ones. */
export const valuesOf = (environment: Readonly<Record<string, string | undefined>>): ReadonlySet<string> =>
  new Set(Object.values(environment).flatMap((value) => (value ? [value] : [])));
