import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ROOT, type CommandResult } from "./command";

/** What is in this folder beside the repository's own files. */
const NOT_CLONED = new Set([".git", ".venv", "coverage", "dist", "node_modules", "sbom.cdx.json"]);

/** Runs npm in a folder, without settings of a user. */
export function npm(folder: string, ...args: string[]): CommandResult {
  const { status, stdout, stderr } = spawnSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
    // npm is a script on Windows.
    shell: process.platform === "win32",
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder as a clone of this repository would be after `npm ci`; nothing that is packed in it touches this one. */
export function cloneTo(folder: string): string {
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => path === ROOT || !NOT_CLONED.has(basename(path)) || path.startsWith(join(ROOT, "tests")),
  });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}

/** A new folder in which a tarball was installed without development dependencies. */
export function installTo(folder: string, tarball: string): string {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", private: true }));
  const { code, err } = npm(folder, "install", "--omit=dev", "--no-audit", "--no-fund", tarball);
  if (code !== 0) {
    throw new Error(`npm install ended with ${String(code)}: ${err}`);
  }
  return folder;
}

/** The paths in a tarball of npm, without the folder `package/` in which they all lie. */
export function filesIn(tarball: string): string[] {
  const { stdout } = spawnSync("tar", ["-tzf", tarball], { encoding: "utf8", maxBuffer: 16 * 1024 * 1024 });
  return stdout
    .split("\n")
    .filter((line) => line !== "" && !line.endsWith("/"))
    .map((line) => line.replace(/^package\//, ""))
    .sort();
}

/** True where a registry answers npm. */
export const isRegistryThere =
  spawnSync("npm", ["ping", "--fetch-retries=0", "--fetch-timeout=10000"], { shell: process.platform === "win32" })
    .status === 0;

/** `describe` where a registry answers npm; otherwise the suite is skipped under its name. */
export const describeWithRegistry: (name: string, suite: () => void) => void = isRegistryThere
  ? describe
  : (name, suite) => {
      describe.skip(`${name} (needs a registry for npm install)`, suite);
    };
