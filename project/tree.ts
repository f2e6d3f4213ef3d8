import { extname, isAbsolute, posix } from "node:path";
import type { ProjectFiles, ProjectSettings, Written } from "../policies/rule";
import { literalsOf } from "./literals";
import { mappingIn } from "./mapping";
import { Source } from "./source";

/** A folder with files, on the disk or made up. Paths are relative to it, with slashes. */
export interface FileTree {
  list: (folder: string) => readonly { name: string; isFolder: boolean }[];
  sizeOf: (path: string) => number;
  /** True for a file or a folder. */
  has: (path: string) => boolean;
  read: (path: string) => string | undefined;
}

// What a program installs or builds, and where no source of its own lies.
const SKIPPED = new Set([
  "node_modules",
  "dist",
  "build",
  "cdk.out",
  "cdktf.out",
  "coverage",
  "venv",
  "env",
  "site-packages",
  "__pycache__",
]);
/** Files that say that a folder below the program's is none of its own: an environment, or another project. */
const FOREIGN = new Set(["pyvenv.cfg", "Pulumi.yaml", "Pulumi.yml"]);
const CODE = /\.(?:[cm]?[jt]s|[jt]sx|py)$/;
const YAML = /\.ya?ml$/;
const SCRIPT_OUTPUT = /\.([cm]?)js$/;
const LARGEST_SOURCE = 1_000_000;
const MOST_SOURCES = 5_000;
const MOST_FILES = 20_000;
const MOST_DOCUMENTS = 200;
/** How many characters are read of all the code together, and of all documents. */
const MOST_CODE = 8_000_000;
const LARGEST_DOCUMENT = 500_000;

function pathsIn(tree: FileTree): string[] {
  const paths: string[] = [];
  const folders = [""];
  // The nearest folders first, so that what is left out of too many files is what lies deepest.
  for (const folder of folders) {
    const entries = tree.list(folder);
    if (folder !== "" && entries.some(({ name }) => FOREIGN.has(name))) {
      continue;
    }
    for (const { name, isFolder } of entries) {
      if (!isFolder) {
        paths.push(folder + name);
      } else if (!SKIPPED.has(name) && !name.startsWith(".")) {
        folders.push(`${folder}${name}/`);
      }
    }
    if (paths.length >= MOST_FILES) {
      break;
    }
  }
  return paths.sort();
}

/** Where compilers write to in the templates of Pulumi and in many a project, but for what is skipped. */
const OUTPUT_FOLDER = /^(?:bin|out)\//;

/** What a compiler made of a TypeScript source that is there as well, beside it or in a folder such as `bin/`. */
function isCompiled(path: string, paths: ReadonlySet<string>): boolean {
  if (path.endsWith(".d.ts")) {
    return true;
  }
  const source = path.replace(SCRIPT_OUTPUT, ".$1ts");
  return (
    source !== path &&
    (paths.has(source) || (OUTPUT_FOLDER.test(source) && paths.has(source.replace(OUTPUT_FOLDER, ""))))
  );
}

function isDocument(path: string): boolean {
  return (
    /\.(?:md|markdown)$/i.test(path) &&
    (/^docs?\//i.test(path) || /^(?:[^/]*\/)?(?:readme|prompt)(?:\.[^/]*)?$/i.test(path))
  );
}

function settingsIn(text: string | undefined): ProjectSettings | undefined {
  const settings = mappingIn(text ?? "");
  if (settings === undefined) {
    return undefined;
  }
  const { name, main, runtime } = settings;
  const language = typeof runtime === "object" && runtime !== null ? (runtime as { name?: unknown }).name : runtime;
  return {
    ...(typeof name === "string" && { name }),
    ...(typeof main === "string" && { main }),
    ...(typeof language === "string" && { runtime: language }),
  };
}

/** Remembers what `make` gives. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The files of a program, each read when a rule first asks for it. */
export function filesOf(tree: FileTree): ProjectFiles {
  const { has, read } = tree;
  const paths = once(() => pathsIn(tree));
  const readable = once(() =>
    paths()
      .filter((path) => CODE.test(path) || YAML.test(path))
      .slice(0, MOST_SOURCES)
      .filter((path) => tree.sizeOf(path) <= LARGEST_SOURCE),
  );
  const made = new Map<string, Source>();
  const sourceAt = (path: string): Source => {
    const source = made.get(path) ?? new Source(path, read(path) ?? "");
    made.set(path, source);
    return source;
  };
  const literals = once(() => {
    const ofFile = (path: string): ReadonlySet<string> => {
      if (YAML.test(extname(path))) {
        return literalsOf(path, read(path) ?? "");
      }
      const { text, tree: syntax } = sourceAt(path);
      return literalsOf(path, text, syntax);
    };
    return new Set(readable().flatMap((path) => [...ofFile(path)]));
  });
  const sources = once(() => {
    const known = new Set(paths());
    let left = MOST_CODE;
    return readable()
      .filter((path) => CODE.test(path) && !isCompiled(path, known))
      .filter((path) => (left -= tree.sizeOf(path)) >= 0)
      .map(sourceAt);
  });
  const documents = once(() =>
    paths()
      .filter(isDocument)
      .slice(0, MOST_DOCUMENTS)
      .filter((path) => tree.sizeOf(path) <= LARGEST_DOCUMENT)
      .map((path): Written => ({ path, text: read(path) ?? "" })),
  );
  const settings = once(() => settingsIn(read("Pulumi.yaml") ?? read("Pulumi.yml")));
  // As the Pulumi CLI does it: a program runs in the folder of what `main` names.
  const programFolder = once(() => {
    const main = (settings()?.main ?? "").replaceAll("\\", "/");
    return CODE.test(main) ? posix.dirname(main) : main;
  });
  const placeOf = (path: string): string => (isAbsolute(path) ? path : posix.join(programFolder(), path));
  return {
    get literals() {
      return literals();
    },
    get paths() {
      return paths();
    },
    get sources() {
      return sources();
    },
    get documents() {
      return documents();
    },
    get settings() {
      return settings();
    },
    has,
    read,
    assets: { has: (path) => has(placeOf(path)), read: (path) => read(placeOf(path)) },
  };
}
