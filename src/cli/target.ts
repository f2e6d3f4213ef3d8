import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { ProgramError, UnsupportedRuntimeError } from "../errors";
import { RecordedAnswers } from "../engine/recorded-answers";
import { readAnswers } from "../input/answers";
import { PROJECT_FILES, readConfiguration, settingsFiles } from "../engine/program";
import { findProjectFolder, isFolder } from "../source/files";
import type { RecordedResource, RecordedStack, SourcePosition } from "../graph/recorded";
import { Stack } from "../graph/stack";
import { HIDDEN_SECRET } from "../graph/value";
import { runTwice } from "./two-runs";
import { readFileTarget } from "../input/file";
import { openConfig } from "../input/preview";
import { STANDARD_INPUT } from "../input/text";
import type { Gap } from "../rules/gap";

/** What is checked: a stack's graph, and what is known of the program that it comes from. */
export interface Target {
  project: string;
  stackName: string;
  /** The configuration in force, as far as it is known; secrets of a stack that is read from a file are `[secret]`. */
  config: Record<string, string>;
  /** False where the configuration is not known, as with a state outside of its program's folder. */
  hasConfiguration?: boolean;
  stack: Stack;
  /** The same stack with likely values in place of those that AWS computes. */
  madeUp?: Stack;
  /** True where the graph is not whole, so that only rules on single resources run. */
  isPartial?: boolean;
  /** The program's folder, where it is known. */
  folder?: string;
  /** What findings without a location are shown at, relative to the working directory. */
  file: string;
  /** Where resources are made in the program, by URN; relative to the working directory. */
  sources?: ReadonlyMap<string, SourcePosition>;
  /** What could not be read of it. */
  gaps?: readonly Gap[];
}

export interface TargetOptions {
  stack?: string;
  /** Configuration over that of the files. */
  config: Record<string, string>;
  /** The program's folder, where the target is a file. */
  folder?: string;
  /** True checks the types of a TypeScript program. */
  typeCheck?: boolean;
  /** True runs the program once, with what AWS computes as unknown. */
  once?: boolean;
  /** A file of recorded answers to what a program looks up. */
  answers?: string;
  /** Called with what is being done. */
  onProgress?: (doing: string) => void;
}

/** Reads what is to be checked: a program's folder, or a file that Pulumi wrote of its stack. */
export async function readTarget(path: string, options: TargetOptions): Promise<Target> {
  if (path !== STANDARD_INPUT && isProgram(path)) {
    if (options.folder !== undefined && resolve(options.folder) !== resolve(path)) {
      throw new ProgramError(`${path} is a program's folder itself: --folder is for the files that Pulumi writes`);
    }
    return readProgramTarget(resolve(path), options);
  }
  if (options.answers !== undefined) {
    throw new ProgramError(`${path} is not a program's folder: --answers is for programs, which look values up`);
  }
  return readWrittenTarget(path, options);
}

function isProgram(path: string): boolean {
  if (PROJECT_FILES.includes(basename(path))) {
    throw new ProgramError(`${path} is the settings of a program: give its folder, ${dirname(path)}`);
  }
  if (!existsSync(path)) {
    throw new ProgramError(
      `${path} does not exist: give a program's folder, or a file that 'pulumi stack export' or ` +
        `'pulumi preview --json' wrote`,
    );
  }
  return isFolder(path);
}

async function readProgramTarget(folder: string, options: TargetOptions): Promise<Target> {
  const { stack, config, typeCheck = false, answers, onProgress } = options;
  const recordedAnswers = answers === undefined ? undefined : new RecordedAnswers(readAnswers(answers));
  const gaps: Gap[] = withoutOwnFile(folder, stack);
  onProgress?.("starting the program");
  try {
    const { recorded, madeUp } = await runTwice(folder, {
      stack,
      config,
      typeCheck,
      once: options.once ?? false,
      recordedAnswers,
      onGap: (gap) => gaps.push(gap),
      onProgress: (count) =>
        onProgress?.(`running the program, ${String(count)} resource${count === 1 ? "" : "s"} so far`),
    });
    onProgress?.("checking");
    if (!typeCheck && existsSync(join(folder, "tsconfig.json"))) {
      const message = "the program's types were not checked. A preview checks them, and --type-check does here.";
      gaps.push({ kind: "types", message });
    }
    return { ...recordedTarget(folder, recorded, madeUp), gaps: once(gaps) };
  } catch (error) {
    if (!(error instanceof UnsupportedRuntimeError)) {
      // A program may fail without the configuration of its stack.
      throw error instanceof ProgramError && gaps.length > 0
        ? new ProgramError([error.message, ...gaps.map(({ message }) => `note: ${message}`)].join("\n"))
        : error;
    }
    return {
      ...projectTarget(folder, options),
      gaps: [
        {
          kind: "unsupported-runtime",
          message:
            `preflight runs Node.js and Python programs, and this one is ${error.runtime}, so that only its files were ` +
            `looked at; 'pulumi preview --json --show-sames > preview.json' and 'preflight check preview.json', or ` +
            `'pulumi preview --policy-pack', check its resources.`,
        },
      ],
    };
  }
}

/** The gaps with each sentence once. */
function once(gaps: readonly Gap[]): Gap[] {
  return [...new Map(gaps.map((gap) => [gap.message, gap])).values()];
}

/** Where the stack that is checked has no file, and others have, another one may be meant. */
function withoutOwnFile(folder: string, named: string | undefined): Gap[] {
  const { stack, stacks, stackName } = settingsFiles(folder, named);
  const others = stacks.map((file) => basename(file).replace(/^Pulumi\.|\.\w+$/g, "")).sort();
  if (others.length === 0 || stacks.includes(stack)) {
    return [];
  }
  return [
    {
      kind: "configuration",
      message:
        `the stack ${stackName} has no ${basename(stack)}, so that only the configuration in Pulumi.yaml counts; there ` +
        `${others.length === 1 ? "is one" : "are some"} for ${others.join(", ")}` +
        `${named === undefined ? `, which --stack names` : ""}.`,
    },
  ];
}

/** The project in a folder without any of its resources. */
export function projectTarget(folder: string, { stack, config }: TargetOptions): Target {
  const configured = readConfiguration(folder, { stack, config });
  return {
    ...configured,
    stackName: configured.stack,
    stack: new Stack([]),
    isPartial: true,
    folder: resolve(folder),
    file: shownPath(folder, "Pulumi.yaml"),
  };
}

/** The engine does not send policies what a program only reads, so that neither is looked at here. */
const managedIn = ({ resources }: RecordedStack): RecordedResource[] => resources.filter(({ external }) => !external);

/**
 * What a program in `folder` registered, as a target.
 * @param madeUp what it registered with likely values in place of those that AWS computes
 */
export function recordedTarget(folder: string, recorded: RecordedStack, madeUp?: RecordedStack): Target {
  const { project, stack: stackName, config } = recorded;
  const resources = managedIn(recorded);
  return {
    project,
    stackName,
    config,
    stack: Stack.from({ ...recorded, resources }),
    ...(madeUp && { madeUp: Stack.from({ ...madeUp, resources: managedIn(madeUp) }) }),
    folder,
    file: shownPath(folder, "Pulumi.yaml"),
    sources: shownSources(
      folder,
      resources.flatMap(({ urn, source }) => (source ? [[urn, source] as const] : [])),
    ),
  };
}

function readWrittenTarget(path: string, options: TargetOptions): Target {
  options.onProgress?.("reading the file");
  const graph = readFileTarget(path);
  const beside = path === STANDARD_INPUT ? [] : [dirname(resolve(path))];
  const named = options.folder ?? process.env["PREFLIGHT_PROJECT"];
  const folder = named ?? findProjectFolder(graph.project, [...beside, process.cwd()]);
  const { project, stackName, stack, isPartial, gaps } = graph;
  const configured =
    folder === undefined
      ? { config: options.config, secretKeys: [] }
      : readConfiguration(folder, { ...(stackName !== "" && { stack: stackName }), config: options.config });
  options.onProgress?.("checking");
  return {
    project,
    stackName,
    stack,
    isPartial,
    gaps: folder === undefined ? [...gaps, NO_SOURCES] : gaps,
    config: { ...openConfig(graph.config), ...configured.config, ...hiddenIn(graph.config, configured.secretKeys) },
    hasConfiguration: graph.hasConfiguration || folder !== undefined,
    file: folder === undefined ? path : shownPath(folder, "Pulumi.yaml"),
    ...(folder !== undefined && { folder: resolve(folder) }),
    sources: shownSources(folder ?? process.cwd(), [...graph.sources]),
  };
}

const NO_SOURCES: Gap = {
  kind: "no-sources",
  message:
    "the program's folder is not known, so that its sources and its settings were not checked; --folder names the folder " +
    "with its Pulumi.yaml.",
};

/** The secrets of a configuration: their values are not known, so none of them can be compared with the stack's. */
function hiddenIn(config: Readonly<Record<string, string>>, secretKeys: readonly string[]): Record<string, string> {
  const hidden = Object.keys(config).filter((key) => config[key] === HIDDEN_SECRET);
  const keys = [...hidden, ...secretKeys].filter((key) => !key.startsWith("preflight:"));
  return Object.fromEntries(keys.map((key) => [key, HIDDEN_SECRET]));
}

/** A path of a program as it is shown: relative to the working directory, with slashes. */
function shownPath(folder: string, file: string): string {
  return relative(process.cwd(), resolve(folder, file)).split(sep).join("/");
}

function shownSources(
  folder: string,
  sources: readonly (readonly [urn: string, source: SourcePosition])[],
): ReadonlyMap<string, SourcePosition> {
  return new Map(sources.map(([urn, source]) => [urn, { ...source, file: shownPath(folder, source.file) }]));
}
