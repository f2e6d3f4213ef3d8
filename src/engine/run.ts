import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { environmentRegion } from "../aws/region";
import { findJsonError } from "../graph/json-error";
import type { RecordedStack } from "../graph/recorded";
import { ownFolder } from "../home";
import type { Gap } from "../rules/gap";
import type { Answers } from "./invokes";
import type { RecordedAnswers } from "./recorded-answers";
import { Monitor } from "./monitor";
import { ProgramError } from "../errors";
import { readProgram, type Program, type ProgramSettings } from "./program";
import type { Computed, RecorderOptions } from "./recorder";
import { preloads } from "./run-node";
import { RUN_PYTHON } from "./run-python";

export { ProgramError } from "../errors";
export type { Computed, ComputedFor } from "./recorder";

const DEFAULT_TIMEOUT_MS = 120_000;
/** The region of a program that names none. */
export const DEFAULT_REGION = "us-east-1";

/** How much of what a program prints is kept for its error message. */
const KEPT_OUTPUT = 16_384;

export interface RunOptions extends ProgramSettings {
  /** False runs the program as `up` does; by default it is when computed values are given. */
  dryRun?: boolean;
  /** Values for what AWS computes; unknown without it. */
  computed?: Computed;
  /** The outputs of types outside @pulumi/aws, for which `computed` gives values too. */
  outputsByType?: RecorderOptions["outputsByType"];
  /** Answers of data sources to what only AWS knows; unknown without them. */
  answers?: Answers;
  /** What the cloud answered before, over all other answers. */
  recordedAnswers?: RecordedAnswers;
  /** Added to the environment of the program. */
  env?: Readonly<Record<string, string>>;
  /** The Python to run a Python program with, instead of its own environment's. */
  python?: string;
  /** True checks the types of a TypeScript program, as Pulumi does, which may take a minute. */
  typeCheck?: boolean;
  timeoutMs?: number;
  /** Called with each warning of the program and of the engine. */
  onWarning?: (message: string) => void;
  /** Called with what a plugin would do, and nothing does here. */
  onUnserved?: (gap: Gap) => void;
  /** Called with how many resources the program has registered. */
  onProgress?: (resources: number) => void;
}

/** A command that runs a program against a monitor. */
interface Command {
  file: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/** How a child process ended. */
interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

/** Runs a program and gives back what it registers, without the Pulumi CLI, cloud, credentials, network or state. */
export async function runProgram(dir: string, options: RunOptions = {}): Promise<RecordedStack> {
  const program = readProgram(dir, options);
  const dryRun = options.dryRun ?? options.computed === undefined;
  const stop = new AbortController();
  let fatal: ProgramError | undefined;
  const monitor = new Monitor({
    ...program,
    dryRun,
    computed: options.computed,
    outputsByType: options.outputsByType,
    answers: options.answers,
    recordedAnswers: options.recordedAnswers,
    region: environmentRegion(process.env) ?? DEFAULT_REGION,
    requiresMaps: program.runtime === "python",
    onWarning: options.onWarning,
    onUnserved: options.onUnserved,
    onProgress: options.onProgress,
    onFatal: (error) => {
      fatal ??= error;
      stop.abort();
    },
  });
  const address = await monitor.start();
  try {
    const command = commandFor(program, { address, dryRun, python: options.python, typeCheck: options.typeCheck });
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const ending = await run({ ...command, env: { ...command.env, ...options.env } }, program.folder, {
      timeoutMs,
      signal: stop.signal,
    });
    if (fatal !== undefined) throw fatal;
    if (ending.code !== 0) throw failure(program, command.file, ending, monitor.errors);
    return monitor.recorded();
  } finally {
    monitor.stop();
  }
}

interface Target {
  address: string;
  dryRun: boolean;
  python?: string | undefined;
  typeCheck?: boolean | undefined;
}

function commandFor(program: Program, target: Target): Command {
  return program.runtime === "nodejs" ? nodeCommand(program, target) : pythonCommand(program, target);
}

/** What the language hosts of the Pulumi CLI put into the environment. */
function environment(program: Program, extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const loopback = [process.env.no_proxy ?? process.env.NO_PROXY, "127.0.0.1,localhost"].filter(Boolean).join(",");
  return {
    ...process.env,
    // gRPC would send even loopback through a proxy.
    no_proxy: loopback,
    NO_PROXY: loopback,
    PULUMI_CONFIG: JSON.stringify(program.config),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(program.secretKeys),
    ...extra,
  };
}

function words(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

function nodeCommand(program: Program, { address, dryRun, typeCheck = false }: Target): Command {
  const { typescript, tsconfig, nodeargs } = program.options;
  const args = ["--monitor", address, "--engine", address, "--organization", program.organization];
  args.push("--project", program.project, "--stack", program.stack, "--root-directory", program.root);
  args.push("--pwd", program.folder, "--parallel", "16");
  if (dryRun) args.push("--dry-run");
  const runner = nodeRunner(program);
  return {
    file: process.execPath,
    args: [...words(nodeargs ?? ""), ...preloads(runner), runner, ...args, program.entry],
    env: environment(program, {
      PULUMI_NODEJS_TYPESCRIPT: String(typescript),
      ...(typeCheck
        ? { PULUMI_NODEJS_TRANSPILE_ONLY: "false", TS_NODE_TRANSPILE_ONLY: "false" }
        : {
            PULUMI_NODEJS_TRANSPILE_ONLY: process.env.PULUMI_NODEJS_TRANSPILE_ONLY ?? "true",
            // For programs that load ts-node themselves, as ES modules do.
            TS_NODE_TRANSPILE_ONLY: process.env.TS_NODE_TRANSPILE_ONLY ?? "true",
          }),
      ...(dryRun ? {} : { PULUMI_NODEJS_DRY_RUN: "false" }),
      ...(tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
    }),
  };
}

/** Refuses a package.json that is not JSON: Node.js finds no package below it, and would name another reason. */
function assertPackageJson(folder: string): void {
  const file = join(folder, "package.json");
  const error = existsSync(file) ? findJsonError(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) : undefined;
  if (error !== undefined) {
    throw new ProgramError(`${file}:${String(error.line)}:${String(error.column)} is not JSON: ${error.reason}`);
  }
}

/** The runner of the program's own SDK, which is the one that its resources come from. */
function nodeRunner(program: Program): string {
  new Set([program.folder, program.root]).forEach(assertPackageJson);
  try {
    return createRequire(join(program.folder, "index.js")).resolve("@pulumi/pulumi/cmd/run");
  } catch {
    const installed =
      existsSync(join(program.root, "node_modules")) || existsSync(join(program.folder, "node_modules"));
    throw new ProgramError(
      installed
        ? `@pulumi/pulumi is not installed in ${program.folder}: run 'npm install @pulumi/pulumi' there`
        : `${program.folder} has no node_modules: run 'npm install' there first`,
    );
  }
}

function pythonCommand(program: Program, { address, dryRun, python }: Target): Command {
  const { folder, entry, project, stack, organization, root } = program;
  const settings = { address, dryRun, folder, entry, project, stack, organization, root };
  return {
    file: python ?? environmentPython(program),
    args: ["-u", "-c", RUN_PYTHON, JSON.stringify(settings)],
    env: environment(program, {}),
  };
}

/** The Python of the environment that the project names, or of the one beside it. */
function environmentPython({ root, folder, options }: Program): string {
  const interpreter = (environmentFolder: string): string | undefined =>
    [join(environmentFolder, "bin/python"), join(environmentFolder, "Scripts/python.exe")].find((path) =>
      existsSync(path),
    );
  if (options.virtualenv !== undefined) {
    const named = interpreter(join(root, options.virtualenv)) ?? interpreter(options.virtualenv);
    if (named !== undefined) return named;
    throw new ProgramError(
      `'runtime.options.virtualenv' of ${root} is "${options.virtualenv}", which holds no Python: ` +
        `run 'python3 -m venv ${options.virtualenv}' there and install the requirements into it`,
    );
  }
  const folders = [root, ...upToRepository(folder)];
  const beside = folders.flatMap((one) => [".venv", "venv"].map((name) => interpreter(join(one, name))));
  return beside.find((path) => path !== undefined) ?? "python3";
}

/** A folder and those above it, up to the root of its repository. */
function upToRepository(folder: string): string[] {
  const above = dirname(folder);
  return existsSync(join(folder, ".git")) || above === folder ? [folder] : [folder, ...upToRepository(above)];
}

interface Limits {
  timeoutMs: number;
  signal: AbortSignal;
}

function run({ file, args, env }: Command, cwd: string, { timeoutMs, signal }: Limits): Promise<Ending> {
  return new Promise((resolve, reject) => {
    // A group of processes of its own, so that what the program starts ends with it.
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe", "pipe"], detached: HAS_GROUPS });
    let output = "";
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
    };
    child.stdout?.on("data", keep);
    child.stderr?.on("data", keep);
    const kill = (): void => {
      killGroup(child);
    };
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      kill();
    }, timeoutMs);
    signal.addEventListener("abort", kill);
    const release = killedWithUs(kill);
    child.on("error", (error) => {
      clearTimeout(timer);
      release();
      reject(new ProgramError(`${file} could not be started: ${error.message}`));
    });
    child.on("close", (code, ended) => {
      clearTimeout(timer);
      release();
      if (timedOut)
        reject(new ProgramError(`the program in ${cwd} did not end within ${String(timeoutMs / 1000)} seconds`));
      else resolve({ code, signal: ended, output });
    });
  });
}

const HAS_GROUPS = process.platform !== "win32";

function killGroup(child: ChildProcess): void {
  if (!HAS_GROUPS || child.pid === undefined) {
    child.kill("SIGKILL");
    return;
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Kills the program when this process ends, since it may never end by itself. Returns a function that undoes this. */
function killedWithUs(kill: () => void): () => void {
  const end = (signal: NodeJS.Signals): void => {
    kill();
    release();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off("exit", kill);
    ENDING_SIGNALS.forEach((signal) => process.off(signal, end));
  };
  process.on("exit", kill);
  ENDING_SIGNALS.forEach((signal) => process.on(signal, end));
  return release;
}

function failure(
  program: Program,
  interpreter: string,
  { code, signal, output }: Ending,
  errors: string[],
): ProgramError {
  if (output.endsWith("PREFLIGHT_NO_SDK")) {
    const isOwnExample = program.folder.startsWith(join(ownFolder(), "examples"));
    return new ProgramError(
      `${interpreter}, the Python of ${program.folder}, has no 'pulumi' package: ` +
        (isOwnExample
          ? `run 'npm run python-examples' in ${ownFolder()}`
          : "install the program's requirements, or activate the environment that has them"),
    );
  }
  const printed = errors.length > 0 ? [...new Set(errors)].join("\n") : output;
  const text = withoutOurFrames(stripVTControlCharacters(printed)).trim();
  if (text !== "") return new ProgramError(text);
  return new ProgramError(
    `the program in ${program.folder} ended with ${signal ?? `exit code ${String(code)}`} and printed nothing`,
  );
}

/** A stack trace as far as it is the program's: neither Node's frames nor the SDK's. */
function withoutOurFrames(text: string): string {
  const external =
    /^\s+at .*(?:\(?node:|[/\\]node_modules[/\\]@pulumi[/\\](?:pulumi[/\\]|runtime[/\\]|cmd[/\\]|\w+\.ts:))/;
  return text
    .split("\n")
    .filter((line) => !external.test(line))
    .join("\n");
}
