import { posix } from "node:path";
import type { ProjectFiles } from "../source/project-files";
import { filesOf, type FileTree } from "../source/tree";

function memoryTree(files: Readonly<Record<string, string>>): FileTree {
  const texts = new Map(Object.entries(files).map(([path, text]) => [posix.normalize(path), text]));
  const clean = (path: string): string => posix.normalize(path).replace(/\/$/, "");
  return {
    list: (folder) => {
      const below = [...texts.keys()]
        .filter((path) => path.startsWith(folder))
        .map((path) => path.slice(folder.length));
      const names = new Map(below.map((path) => [path.split("/")[0] ?? "", path.includes("/")]));
      return [...names].map(([name, isFolder]) => ({ name, isFolder }));
    },
    sizeOf: (path) => texts.get(path)?.length ?? 0,
    has: (path) =>
      clean(path) === "." ||
      [...texts.keys()].some((known) => known === clean(path) || known.startsWith(`${clean(path)}/`)),
    read: (path) => texts.get(clean(path)),
  };
}

/** A program's files from their texts by path, made by the same code as those on a disk. */
export function memoryFiles(files: Readonly<Record<string, string>>): ProjectFiles {
  return filesOf(memoryTree(files));
}
