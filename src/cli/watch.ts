import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isFolder, projectFiles } from "../source/files";

const LOOK_EVERY_MS = 500;

/** What is looked at, and what a run writes itself. */
export interface Watched {
  /** Files, and folders of programs. */
  paths: readonly string[];
  /** Files that are written by each run. */
  written: readonly string[];
}

/** When each file was changed, by path. */
type Times = ReadonlyMap<string, number>;

/**
 * Runs something, and again whenever a file is changed, until the process is ended. Folders are looked through at an
 * interval, without what is installed or built: notifications of the system miss files on shared and virtual disks.
 */
export async function watch(watched: Watched, run: () => Promise<void>): Promise<never> {
  let changedByRun = "";
  for (;;) {
    const before = timesOf(watched);
    await run();
    const after = timesOf(watched);
    const changed = changedBetween(before, after).join("\n");
    // A program that writes a file in each run would be run without end.
    if (changed !== "" && changed !== changedByRun) {
      changedByRun = changed;
      continue;
    }
    changedByRun = changed;
    process.stderr.write(`preflight: watching ${watched.paths.join(", ")} for changes; Ctrl+C ends it\n`);
    while (changedBetween(after, timesOf(watched)).length === 0) {
      await wait(LOOK_EVERY_MS);
    }
    if (process.stdout.isTTY) {
      process.stdout.write("\u001b[2J\u001b[H");
    }
  }
}

function timesOf({ paths, written }: Watched): Times {
  const ignored = new Set(written.map((file) => resolve(file)));
  const files = paths.flatMap((path) =>
    isFolder(path) ? projectFiles(path).paths.map((file) => join(path, file)) : [path],
  );
  return new Map(
    files
      .filter((file) => !ignored.has(resolve(file)))
      .map((file) => [file, statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0]),
  );
}

function changedBetween(before: Times, after: Times): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
}
