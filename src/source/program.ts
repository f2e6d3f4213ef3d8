import { posix } from "node:path";
import type { ProjectFiles } from "./project-files";
import type { Import } from "./imports";
import type { Source } from "./source";

const SCRIPT_ENDINGS = [".ts", ".mts", ".cts", ".tsx", ".js", ".mjs", ".cjs", ".jsx"];

/** The folder that the program runs in, `.` for the project's own. */
function programFolder({ settings, has, read }: ProjectFiles): { folder: string; file?: string } {
  const main = posix.normalize(settings?.main ?? ".").replace(/\/$/, "");
  return has(main) && read(main) !== undefined ? { folder: posix.dirname(main), file: main } : { folder: main };
}

function packageMain(files: ProjectFiles, folder: string): string | undefined {
  try {
    const { main } = JSON.parse(files.read(posix.join(folder, "package.json")) ?? "{}") as { main?: unknown };
    return typeof main === "string" ? posix.join(folder, main) : undefined;
  } catch {
    return undefined;
  }
}

/** The source that a program starts with; absent where it is not certain. */
export function entryOf(files: ProjectFiles): Source | undefined {
  const { folder, file } = programFolder(files);
  const start = file ?? packageMain(files, folder);
  const candidates = [
    ...(start === undefined ? [] : scriptPaths(start)),
    posix.join(folder, "__main__.py"),
    ...scriptPaths(posix.join(folder, "index")),
    // What is compiled into a folder such as `bin/`.
    ...(start === undefined ? [] : scriptPaths(start.slice(start.indexOf("/") + 1))),
  ];
  return firstOf(byPath(files), candidates);
}

type ByPath = ReadonlyMap<string, Source>;

const byPath = ({ sources }: ProjectFiles): ByPath => new Map(sources.map((source) => [source.path, source]));

function firstOf(sources: ByPath, paths: readonly string[]): Source | undefined {
  return sources.get(paths.find((path) => sources.has(path)) ?? "");
}

function scriptPaths(base: string): string[] {
  const bare = base.replace(/\.[cm]?js$/, "");
  return [
    base,
    ...SCRIPT_ENDINGS.map((ending) => bare + ending),
    ...SCRIPT_ENDINGS.map((end) => `${base}/index${end}`),
  ];
}

function pythonPaths(folders: readonly string[], path: string): string[] {
  return folders.flatMap((folder) => [posix.join(folder, `${path}.py`), posix.join(folder, path, "__init__.py")]);
}

interface Program {
  sources: ByPath;
  folder: string;
}

/** The sources of the program that an import loads. */
function importedSources(program: Program, from: Source, { module, names, typeOnly }: Import): Source[] {
  const here = posix.dirname(from.path);
  if (typeOnly) {
    return [];
  }
  if (from.language === "script") {
    const found = module.startsWith(".") ? firstOf(program.sources, scriptPaths(posix.join(here, module))) : undefined;
    return found ? [found] : [];
  }
  const dots = module.length - module.replace(/^\.+/, "").length;
  const folders = dots > 0 ? [posix.join(here, ...Array<string>(dots - 1).fill(".."))] : [here, program.folder, "."];
  const path = module.slice(dots).replaceAll(".", "/");
  // What is taken from a package may be a module of it.
  return [path, ...names.map((name) => posix.join(path, name))].flatMap(
    (one) => firstOf(program.sources, pythonPaths(folders, one)) ?? [],
  );
}

/** These sources and all those of the program that they load, directly or not. */
export function reachedFrom(files: ProjectFiles, starts: readonly Source[]): ReadonlySet<Source> {
  const program = { sources: byPath(files), folder: programFolder(files).folder };
  const reached = new Set(starts);
  // A set gives what is added while it is gone through as well.
  for (const source of reached) {
    for (const one of source.imports) {
      for (const imported of importedSources(program, source, one)) {
        reached.add(imported);
      }
    }
  }
  return reached;
}
