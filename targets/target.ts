import { existsSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { ProgramError, UnsupportedRuntimeError } from "../engine/program-error";
import { PROJECT_FILES, readConfiguration, settingsFiles } from "../engine/program";
import { runProgram } from "../engine/run";
import { findProjectFolder, isFolder } from "../project/files";
import type { RecordedStack, SourcePosition } from "../stack/recorded";
import { Stack } from "../stack/stack";
import { readFileTarget } from "./file";
import { STANDARD_INPUT } from "./text";

/** What is checked: a stack's graph, and what is known of the program that it comes from. */
export interface Target {
  project: string;
  stackName: string;
  /** The configuration in force, as far as it is known. */
  config: Record<string, string>;
  stack: Stack;
  /** True where the graph is not whole, so that only rules on single resources can judge. */
  isPartial?: boolean;
  /** True where nothing of the stack could be read. */
  isUnread?: boolean;
  /** The program's folder, where it is known. */
  folder?: string;
  /** What findings without a place are shown at, relative to the working directory. */
  file: string;
  /** Where resources are made in the program, by URN; relative to the working directory. */
  sources?: ReadonlyMap<string, SourcePosition>;
  /** One sentence for each part that could not be read, and why. */
  notes?: readonly string[];
}

export interface TargetOptions {
  stack?: string;
  /** Configuration over that of the files. */
  config: Record<string, string>;
  /** The program's folder, where the target is a file. */
  folder?: string;
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
  return readWrittenTarget(path, options);
}

function isProgram(path: string): boolean {
  if (PROJECT_FILES.includes(basename(path))) {
    throw new ProgramError(`${path} is the settings of a program: give the folder that it lies in, ${dirname(path)}`);
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
  const { stack, config, onProgress } = options;
  const notes: string[] = noteOnStack(folder, stack);
  onProgress?.("starting the program");
  try {
    const recorded = await runProgram(folder, {
      stack,
      config,
      onUnserved: (note) => notes.push(note),
      onProgress: (count) =>
        onProgress?.(`running the program, ${String(count)} resource${count === 1 ? "" : "s"} so far`),
    });
    onProgress?.("checking");
    return { ...recordedTarget(folder, recorded), notes: [...new Set(notes)] };
  } catch (error) {
    if (!(error instanceof UnsupportedRuntimeError)) {
      // A program may fail for want of the configuration of another stack.
      throw error instanceof ProgramError && notes.length > 0
        ? new ProgramError([error.message, ...notes.map((note) => `note: ${note}`)].join("\n"))
        : error;
    }
    return {
      ...projectTarget(folder, options),
      isUnread: true,
      notes: [
        `preflight runs Node.js and Python programs, and this one is ${error.runtime}, so that only its files were ` +
          `looked at; 'pulumi preview --json --show-sames > preview.json' and 'preflight check preview.json', or ` +
          `'pulumi preview --policy-pack', check its resources.`,
      ],
    };
  }
}

/** One sentence where the stack that is checked has no file, and others have: another one may be meant. */
function noteOnStack(folder: string, named: string | undefined): string[] {
  const { stack, stacks, stackName } = settingsFiles(folder, named);
  const others = stacks.map((file) => basename(file).replace(/^Pulumi\.|\.\w+$/g, "")).sort();
  if (others.length === 0 || stacks.includes(stack)) {
    return [];
  }
  return [
    `the stack ${stackName} has no ${basename(stack)}, so that only the configuration in Pulumi.yaml counts; there ` +
      `${others.length === 1 ? "is one" : "are some"} for ${others.join(", ")}` +
      `${named === undefined ? `, which --stack names` : ""}.`,
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

/** What a program in `folder` registered, as a target. */
export function recordedTarget(folder: string, recorded: RecordedStack): Target {
  const { project, stack: stackName, config } = recorded;
  // The engine does not send policies what a program only reads, so that neither is looked at here.
  const resources = recorded.resources.filter(({ external }) => !external);
  return {
    project,
    stackName,
    config,
    stack: Stack.from({ ...recorded, resources }),
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
  const { project, stackName, stack, isPartial, notes } = graph;
  const configured =
    folder === undefined
      ? { config: options.config }
      : readConfiguration(folder, { ...(stackName !== "" && { stack: stackName }), config: options.config });
  options.onProgress?.("checking");
  return {
    project,
    stackName,
    stack,
    isPartial,
    notes,
    config: { ...graph.config, ...configured.config },
    file: folder === undefined ? path : shownPath(folder, "Pulumi.yaml"),
    ...(folder !== undefined && { folder: resolve(folder) }),
    sources: shownSources(folder ?? process.cwd(), [...graph.sources]),
  };
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
