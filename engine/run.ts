import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { RecordedStack } from "../stack/recorded";
import { Monitor } from "./monitor";
import { ProgramError } from "./program-error";
import { readProgram, type Program, type ProgramSettings } from "./program";
import type { Computed, RecorderOptions } from "./recorder";
import { RUN_PYTHON } from "./run-python";

export { ProgramError } from "./program-error";
export type { Computed, ComputedFor } from "./recorder";

const DEFAULT_TIMEOUT_MS = 120_000;
const DEFAULT_REGION = "us-east-1";

/** How much of what a program prints is kept for its error message. */
const KEPT_OUTPUT = 16_384;

export interface RunOptions extends ProgramSettings {
  /** False runs the program as `up` does; by default it is when computed values are given. */
  dryRun?: boolean;
  /** Values for what AWS computes; unknown without it. */
  computed?: Computed;
  /** The outputs of types that are none of @pulumi/aws, which `computed` is asked for too. */
  outputsByType?: RecorderOptions["outputsByType"];
  /** The Python to run a Python program with, instead of its own environment's. */
  python?: string;
  timeoutMs?: number;
  /** Called with each warning of the program and of the engine. */
  onWarning?: (message: string) => void;
  /** Called with a sentence on what a plugin would do, and nothing does here. */
  onUnserved?: (note: string) => void;
  /** Called with how many resources the program has registered. */
  onProgress?: (resources: number) => void;
}

/**
 * Node 20 never returns from printing, in colours, an error whose stack has a file right under `node_modules/@scope/`,
 * and the SDK prints each error of a program so, with such files from its source maps.
 */
const PLAIN_INSPECT = `import util from "node:util";
const { inspect } = util;
util.inspect = Object.assign((value, options) => inspect(value, { ...options, colors: false }), inspect);`;

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
    region: process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? DEFAULT_REGION,
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
    const command = commandFor(program, { address, dryRun, python: options.python });
    const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const ending = await run(command, program.folder, { timeoutMs, signal: stop.signal });
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
  python?: string;
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

/** In one word: the SDK looks for `--import` on its own to tell whether the program brings a loader. */
function preload(code: string): string {
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

function words(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}

function nodeCommand(program: Program, { address, dryRun }: Target): Command {
  const { typescript, tsconfig, nodeargs } = program.options;
  const args = ["--monitor", address, "--engine", address, "--organization", program.organization];
  args.push("--project", program.project, "--stack", program.stack, "--root-directory", program.root);
  args.push("--pwd", program.folder, "--parallel", "16");
  if (dryRun) args.push("--dry-run");
  return {
    file: process.execPath,
    args: [...words(nodeargs ?? ""), preload(PLAIN_INSPECT), nodeRunner(program), ...args, program.entry],
    env: environment(program, {
      PULUMI_NODEJS_TYPESCRIPT: String(typescript),
      PULUMI_NODEJS_TRANSPILE_ONLY: process.env.PULUMI_NODEJS_TRANSPILE_ONLY ?? "true",
      ...(dryRun ? {} : { PULUMI_NODEJS_DRY_RUN: "false" }),
      ...(tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig }),
    }),
  };
}

/** The runner of the program's own SDK, which is the one that its resources come from. */
function nodeRunner(program: Program): string {
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

/** The Python of the environment that the project names, or of the one that lies beside it. */
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
  const places = [root, ...upToRepository(folder)];
  const beside = places.flatMap((place) => [".venv", "venv"].map((name) => interpreter(join(place, name))));
  return beside.find((path) => path !== undefined) ?? "python3";
}

/** A folder and those above it, as far as the repository that it lies in. */
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
    const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString("utf8")).slice(-KEPT_OUTPUT);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const kill = (): void => void child.kill("SIGKILL");
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

const ENDING_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Sees to it that a program does not outlive us: it may never end by itself. Gives back what takes that off again. */
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
    return new ProgramError(
      `${interpreter}, the Python of ${program.folder}, has no 'pulumi' package: install the program's requirements, or ` +
        `activate the environment that has them`,
    );
  }
  const told = errors.length > 0 ? [...new Set(errors)].join("\n") : output;
  const text = withoutOurFrames(stripVTControlCharacters(told)).trim();
  if (text !== "") return new ProgramError(text);
  return new ProgramError(
    `the program in ${program.folder} ended with ${signal ?? `exit code ${String(code)}`} and said nothing`,
  );
}

/** A stack trace as far as it is the program's: neither Node's frames nor the SDK's. */
function withoutOurFrames(text: string): string {
  const foreign =
    /^\s+at .*(?:\(?node:|[/\\]node_modules[/\\]@pulumi[/\\](?:pulumi[/\\]|runtime[/\\]|cmd[/\\]|\w+\.ts:))/;
  return text
    .split("\n")
    .filter((line) => !foreign.test(line))
    .join("\n");
}
