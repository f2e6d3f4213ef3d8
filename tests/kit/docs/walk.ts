import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "../command";
import { linesOf } from "./commands";
import { isBlock, type Document } from "./documents";
import { NOT_RUN } from "./not-run";

const LEFT_OUT = new Set([".git", ".venv", "coverage", "dist", "node_modules", "package-lock.json"]);

/** A working copy of the repository as `git clone` and `npm ci` leave it, without the wait for either. */
export function cloneInto(folder: string): void {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => path === ROOT || !(dirname(path) === ROOT && LEFT_OUT.has(basename(path))),
  });
  for (const made of ["node_modules", "dist"]) {
    symlinkSync(join(ROOT, made), join(folder, made), "dir");
  }
}

interface Ran {
  code: number | null;
  output: string;
}

/** A reader who does what a document says, in an empty folder, with a shell that remembers where it is. */
class Reader {
  private readonly home = realpathSync(mkdtempSync(join(tmpdir(), "preflight-docs-")));
  private place = this.home;
  private code: number | null = 0;

  leave(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  write(name: string, text: string): void {
    const path = join(this.place, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Puts a file of the repository beside the reader. */
  copy(from: string, name: string): void {
    cpSync(join(ROOT, from), join(this.place, name));
  }

  clone(name: string): void {
    cloneInto(join(this.place, name));
  }

  /** Gives a program what `npm install` would. */
  install(folder: string): void {
    symlinkSync(join(ROOT, "node_modules"), join(this.place, folder, "node_modules"), "dir");
  }

  async run(line: string): Promise<Ran> {
    const where = join(this.home, ".place");
    const script = [
      `preflight() { "${process.execPath}" --require "${join(__dirname, "day.js")}" "${join(ROOT, "dist/src/cli/main.js")}" "$@"; }`,
      // A clone has the packages already.
      'npm() { [ "$1" = ci ] || command npm "$@"; }',
      `finish() { local code=$?; pwd > "${where}"; exit $code; }`,
      "trap finish EXIT",
      `(exit ${String(this.code ?? 1)})`,
      line,
    ].join("\n");
    const shell = spawn("bash", ["-c", `{ ${script}\n} 2>&1`], {
      cwd: this.place,
      stdio: ["ignore", "pipe", "inherit"],
      env: { PATH: process.env["PATH"], HOME: this.home, NO_COLOR: "1", COLUMNS: "100", CI: "true" },
    });
    const [output, [code]] = await Promise.all([text(shell.stdout), once(shell, "close") as Promise<[number | null]>]);
    this.place = readFileSync(where, "utf8").trimEnd();
    this.code = code;
    return { code, output: stripVTControlCharacters(output) };
  }
}

/** True for lines of output as a document shows them: `…` alone on a line stands for any lines. */
export function isShown(shown: readonly string[], printed: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) {
    return printed.length === 0;
  }
  if (first.trim() === "…") {
    return printed.some((_, index) => isShown(rest, printed.slice(index))) || rest.length === 0;
  }
  return printed.length > 0 && first.trimEnd() === printed[0]?.trimEnd() && isShown(rest, printed.slice(1));
}

interface Step {
  line: number;
  command: string;
  /** The lines that the document shows of its output; absent: it shows none. */
  shown?: string[];
}

/** The commands of a block of `console`, each with the output below it. */
export function stepsOfConsole(first: number, code: string): Step[] {
  const steps: Step[] = [];
  for (const [index, line] of code.trimEnd().split("\n").entries()) {
    const step = steps.at(-1);
    if (line.startsWith("$ ")) {
      steps.push({ line: first + index + 1, command: line.slice(2), shown: [] });
    } else if (step) {
      step.shown?.push(line);
    }
  }
  return steps;
}

function withoutEnds(lines: string[]): string[] {
  return lines
    .join("\n")
    .replace(/^\n+|\s+$/g, "")
    .split("\n");
}

/** What a document has a reader do: commands, and files to write. */
function* doings({ steps }: Document): Generator<Step | { file: string; code: string }> {
  for (const step of steps) {
    if (!isBlock(step)) {
      yield step;
    } else if (step.file !== undefined) {
      yield { file: step.file, code: step.code };
    } else if (step.language === "sh") {
      yield* linesOf(step.code).map((command) => ({ line: step.line, command }));
    } else if (step.language === "console") {
      yield* stepsOfConsole(step.line, step.code);
    }
  }
}

// Mandatory findings are what most of these commands are there to show.
const isFine = (command: string, code: number | null): boolean =>
  code === 0 || (code === 1 && /^(preflight|node \S+main\.js) (check|project|contract)\b/.test(command));

/** What a document would show of this output, with its cuts where they are; absent where that is not known. */
export function renewed(shown: readonly string[], printed: readonly string[]): string[] | undefined {
  const cut = shown.findIndex((line) => line.trim() === "…");
  if (cut < 0) {
    return [...printed];
  }
  const last = shown.findLastIndex((line) => line.trim() === "…");
  const [start, middle, end] = [shown.slice(0, cut), shown.slice(cut, last + 1), shown.slice(last + 1)];
  const lines = [...printed.slice(0, start.length), ...middle, ...(end.length > 0 ? printed.slice(-end.length) : [])];
  return isShown(lines, printed) ? lines : undefined;
}

/** What came of a walk. */
export interface Walked {
  /** What went otherwise than the document says, each with its line. */
  problems: string[];
  /** The document with what is printed in place of what it shows, as far as that is known. */
  fixed: string;
}

/** Does what a document says. */
export async function walk(document: Document, written: string): Promise<Walked> {
  const reader = new Reader();
  const problems: string[] = [];
  const lines = written.split("\n");
  // From the end, so that the lines of what comes before stay where they are.
  const changes: { line: number; shown: string[]; instead: string[] }[] = [];
  try {
    for (const step of doings(document)) {
      if ("file" in step) {
        reader.write(step.file, step.code);
        continue;
      }
      const { command, shown, line } = step;
      const left = NOT_RUN[command];
      if (left) {
        left.instead?.(reader);
        continue;
      }
      const { code, output } = await reader.run(command);
      const printed = withoutEnds(output.split("\n"));
      if (shown ? isShown(withoutEnds(shown), printed) : isFine(command, code)) {
        continue;
      }
      problems.push(`${document.path}:${String(line)}: ${command}\nends with ${String(code)} and prints\n${output}`);
      const instead = shown && renewed(withoutEnds(shown), printed);
      if (instead) {
        changes.unshift({ line, shown, instead });
      }
    }
  } finally {
    reader.leave();
  }
  changes.forEach(({ line, shown, instead }) => lines.splice(line, shown.length, ...instead));
  return { problems, fixed: lines.join("\n") };
}

export type { Reader };
