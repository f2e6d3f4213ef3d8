import { spawn } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { COMMAND, ROOT, workshop } from "../kit/command";

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

test.each(["SIGTERM", "SIGHUP", "SIGINT"] as const)("%s ends a program that never ends", async (signal) => {
  write("Pulumi.yaml", "name: endless\nruntime: {name: nodejs, options: {typescript: false}}\n");
  write("package.json", "{}");
  write(
    "index.js",
    `require("fs").writeFileSync("pid.part", String(process.pid));
require("fs").renameSync("pid.part", "pid");
for (;;);`,
  );
  symlinkSync(join(ROOT, "node_modules"), path("node_modules"));
  const command = spawn(process.execPath, [COMMAND, "check", path()], { stdio: "ignore" });
  const ended = new Promise((resolve) =>
    command.on("exit", (_code, by) => {
      resolve(by);
    }),
  );
  await until(() => existsSync(path("pid")));
  const program = Number(readFileSync(path("pid"), "utf8"));
  expect(isAlive(program)).toBe(true);
  command.kill(signal);
  expect(await ended).toBe(signal);
  await until(() => !isAlive(program));
});
