import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const ROOT = resolve(__dirname, "../..");
export const COMMAND = join(ROOT, "dist/src/cli/main.js");

export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** A folder of its own for each test of a file, and the command run in it as `npm ci` leaves it. */
export function workshop(): {
  path: (name?: string) => string;
  write: (name: string, text: string) => void;
  preflight: (...args: string[]) => CommandResult;
} {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "preflight-command-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const path = (name = "."): string => join(folder, name);
  return {
    path,
    write(name, text) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
    },
    preflight(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
        encoding: "utf8",
        cwd: folder,
        // What is typed comes from a terminal or not at all.
        input: "",
      });
      return { code: status, out: stdout, err: stderr };
    },
  };
}
