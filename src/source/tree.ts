import { isAbsolute, posix } from "node:path";
import type { PlainSetting, ProjectDocument, ProjectFiles, ProjectSettings, SourcesNotRead } from "./project-files";
import { ignoredBy } from "./ignored";
import { READABLE, UNPARSED, writtenTexts } from "./literals";
import { mappingIn } from "./mapping";
import { plainSettingsIn } from "./settings";
import { Source } from "./source";
import type { WrittenTexts } from "./text-parts";

/** A folder with files, on the disk or made up. Paths are relative to it, with slashes. */
export interface FileTree {
  list: (folder: string) => readonly { name: string; isFolder: boolean }[];
  sizeOf: (path: string) => number;
  /** True for a file or a folder. */
  has: (path: string) => boolean;
  read: (path: string) => string | undefined;
}

// What a program installs or builds, which has no source of its own.
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
/** Files of a folder below the program's that is not part of it: an environment, or another project. */
const OTHER_PROJECT = new Set(["pyvenv.cfg", "Pulumi.yaml", "Pulumi.yml"]);
const CODE = /\.(?:[cm]?[jt]s|[jt]sx|py)$/;
const SCRIPT_OUTPUT = /\.([cm]?)js$/;
const LARGEST_SOURCE = 1_000_000;
const MOST_SOURCES = 5_000;
/** The same for strings alone, which are looked for only once a credential is found. */
const LARGEST_WITH_TEXTS = 4_000_000;
const MOST_WITH_TEXTS = 12_000;
const MOST_TEXT = 40_000_000;
const MOST_FILES = 20_000;
const MOST_DOCUMENTS = 200;
/** How many characters are read of all the code together, and of all documents. */
const MOST_CODE = 8_000_000;
const LARGEST_DOCUMENT = 500_000;

/** Folders of installed packages and of what tools write: they hold no strings that were written for this program. */
const WITHOUT_TEXTS = new Set([
  "node_modules",
  "cdk.out",
  "cdktf.out",
  "coverage",
  "venv",
  "site-packages",
  "__pycache__",
]);

/** Calls that read a file as the program runs, in the languages of programs; what is in the folder is read here too. */
const READS_FILES =
  /\b(?:readFile(?:Sync)?|createReadStream|read_text|ReadFile|ReadAll(?:Text|Bytes|Lines)|read(?:String|AllBytes|AllLines)|FileInputStream|StreamReader)\(|(?<![\w.])open\(|fn::readFile\b/;

function pathsIn(tree: FileTree, skipped: ReadonlySet<string> = SKIPPED): string[] {
  const paths: string[] = [];
  const folders = [""];
  // The nearest folders first, so that of too many files the deepest are left out.
  for (const folder of folders) {
    const entries = tree.list(folder);
    if (folder !== "" && entries.some(({ name }) => OTHER_PROJECT.has(name))) {
      continue;
    }
    for (const { name, isFolder } of entries) {
      if (!isFolder) {
        paths.push(folder + name);
      } else if (!skipped.has(name) && !name.startsWith(".")) {
        folders.push(`${folder}${name}/`);
      }
    }
    if (paths.length >= MOST_FILES) {
      break;
    }
  }
  return paths.sort();
}

/** Files without text, those that tools write, and the environment of one machine, which is not part of a program. */
const NO_TEXT =
  /(?:^|[/])(?:\.env[^/]*|[^/]*lock(?:\.json|\.ya?ml)?|[^/]*\.(?:png|jpe?g|gif|ico|zip|gz|tgz|jar|whl|woff2?|ttf|pdf|mp4|map|log|md|markdown))$/i;

const inBuild = (path: string): number => Number(/^(?:dist|build|out|bin)\//.test(path));

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

/** The files of a program, each read when a rule first needs it. */
export function filesOf(tree: FileTree): ProjectFiles {
  const { has, read } = tree;
  const paths = once(() => pathsIn(tree));
  const readable = once(() =>
    paths()
      .filter((path) => CODE.test(path))
      .slice(0, MOST_SOURCES)
      .filter((path) => tree.sizeOf(path) <= LARGEST_SOURCE),
  );
  const made = new Map<string, Source>();
  const sourceAt = (path: string): Source => {
    const source = made.get(path) ?? new Source(path, read(path) ?? "");
    made.set(path, source);
    return source;
  };
  const stringsAt = (path: string): WrittenTexts => {
    if (!CODE.test(path)) {
      return writtenTexts(path, read(path) ?? "");
    }
    const { text, tree: syntax } = sourceAt(path);
    return writtenTexts(path, text, syntax);
  };
  // All that may hold strings of the program. What is built comes last: its strings are mostly those of the sources.
  const written = once(() => pathsIn(tree, WITHOUT_TEXTS).sort((left, right) => inBuild(left) - inBuild(right)));
  const withStrings = once(() => written().filter((path) => READABLE.test(path) && !path.endsWith(".d.ts")));
  const isFitting = (path: string): boolean => tree.sizeOf(path) <= LARGEST_WITH_TEXTS;
  const chosen = once(() => {
    let left = MOST_TEXT;
    return withStrings()
      .slice(0, MOST_WITH_TEXTS)
      .filter((path) => isFitting(path) && (left -= tree.sizeOf(path)) >= 0);
  });
  const notRead = once((): SourcesNotRead[] => {
    const read = new Set(chosen());
    const known = new Set(written());
    const others = withStrings().filter((path) => !read.has(path) && inBuild(path) === 0 && !isCompiled(path, known));
    const all: SourcesNotRead[] = [
      { reason: "since each is over 4 MB", paths: others.filter((path) => !isFitting(path)) },
      {
        reason: "since there are too many",
        paths: [
          ...others.filter(isFitting),
          ...(written().length < MOST_FILES ? [] : ["those in the deepest folders"]),
        ],
      },
      {
        reason: "since there is no parser for their language",
        paths: written().filter((path) => UNPARSED[settings()?.runtime ?? ""]?.test(path) === true),
      },
    ];
    return all.filter(({ paths: found }) => found.length > 0);
  });
  const strings = once((): WrittenTexts => {
    const all = chosen().map(stringsAt);
    return {
      literals: new Set(all.flatMap(({ literals }) => [...literals])),
      templates: all.flatMap(({ templates }) => templates),
    };
  });
  const texts = once(() => {
    const isIgnored = ignoredBy(read(".gitignore"));
    return (
      written()
        .filter(
          (path) =>
            !isIgnored(path) && !READABLE.test(path) && !NO_TEXT.test(path) && tree.sizeOf(path) <= LARGEST_DOCUMENT,
        )
        .slice(0, MOST_SOURCES)
        .map((path): ProjectDocument => ({ path, text: read(path) ?? "" }))
        // An export of a stack, and what a preview prints, hold values that are not of the program.
        .filter(({ text }) => !text.includes("urn:pulumi:") && !text.includes("\0"))
    );
  });
  const sources = once(() => {
    const known = new Set(paths());
    let left = MOST_CODE;
    return readable()
      .filter((path) => !isCompiled(path, known))
      .filter((path) => (left -= tree.sizeOf(path)) >= 0)
      .map(sourceAt);
  });
  const documents = once(() =>
    paths()
      .filter(isDocument)
      .slice(0, MOST_DOCUMENTS)
      .filter((path) => tree.sizeOf(path) <= LARGEST_DOCUMENT)
      .map((path): ProjectDocument => ({ path, text: read(path) ?? "" })),
  );
  const projectFile = once(() => ["Pulumi.yaml", "Pulumi.yml"].find(has));
  const settings = once(() => settingsIn(read(projectFile() ?? "")));
  const plain = new Map<string, readonly PlainSetting[]>();
  const plainSettingsOf = (stack: string): PlainSetting[] =>
    [projectFile(), `Pulumi.${stack}.yaml`, `Pulumi.${stack}.yml`].flatMap((path) =>
      path === undefined ? [] : plainSettingsIn(path, read(path)),
    );
  // As the Pulumi CLI does it: a program runs in the folder of what `main` names.
  const programFolder = once(() => {
    const main = (settings()?.main ?? "").replaceAll("\\", "/");
    return CODE.test(main) ? posix.dirname(main) : main;
  });
  const fromProgram = (path: string): string => (isAbsolute(path) ? path : posix.join(programFolder(), path));
  return {
    get literals() {
      return strings().literals;
    },
    get templates() {
      return strings().templates;
    },
    get notRead() {
      return notRead();
    },
    get fileReaders() {
      return chosen().filter((path) => READS_FILES.test(read(path) ?? ""));
    },
    get texts() {
      return texts();
    },
    plainSettings: (stack) => {
      const found = plain.get(stack) ?? plainSettingsOf(stack);
      plain.set(stack, found);
      return found;
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
    assets: { has: (path) => has(fromProgram(path)), read: (path) => read(fromProgram(path)) },
  };
}
