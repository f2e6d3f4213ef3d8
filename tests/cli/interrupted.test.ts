import { spawn } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { COMMAND, ROOT, workshop } from "../kit/command";
import { venvPython } from "../kit/examples";

jest.setTimeout(60_000);
const { path, write } = workshop();

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await sleep(50);
  }
}

/** Runs the command on the program that is written, and ends it by a signal once the program runs. */
async function endBy(signal: NodeJS.Signals): Promise<void> {
  const command = spawn(process.execPath, [COMMAND, "check", path()], { stdio: "ignore" });
  const ended = new Promise((resolve) =>
    command.on("exit", (_code, by) => {
      resolve(by);
    }),
  );
  await until(() => existsSync(path("pid")));
  const pids = readFileSync(path("pid"), "utf8").split(" ").map(Number);
  expect(pids.map(isAlive)).toEqual(pids.map(() => true));
  command.kill(signal);
  expect(await ended).toBe(signal);
  await until(() => !pids.some(isAlive));
}

const SIGNALS = ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"] as const;

test.each(SIGNALS)("%s ends a program that never ends, and what it has started", async (signal) => {
  write("Pulumi.yaml", "name: endless\nruntime: {name: nodejs, options: {typescript: false}}\n");
  write("package.json", "{}");
  write(
    "index.js",
    `const { pid } = require("child_process").spawn("sleep", ["600"], { stdio: "ignore" });
require("fs").writeFileSync("pid.part", process.pid + " " + pid);
require("fs").renameSync("pid.part", "pid");
for (;;);`,
  );
  symlinkSync(join(ROOT, "node_modules"), path("node_modules"));
  await endBy(signal);
});

const inPython = venvPython === undefined ? test.skip : test;

inPython("SIGKILL ends a Python program that never ends, and what it has started", async () => {
  write("Pulumi.yaml", `name: endless\nruntime: {name: python, options: {virtualenv: "${join(ROOT, ".venv")}"}}\n`);
  write(
    "__main__.py",
    `import os, subprocess
child = subprocess.Popen(["sleep", "600"])
open("pid.part", "w").write(f"{os.getpid()} {child.pid}")
os.rename("pid.part", "pid")
while True:
    pass
`,
  );
  await endBy("SIGKILL");
});
