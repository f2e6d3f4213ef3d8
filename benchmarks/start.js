// How long the pack takes until the engine can talk to it, against an empty @pulumi/policy pack: both are started in
// turns in one run, and the ratio of the medians is printed with its spread.
"use strict";
const { spawn } = require("node:child_process");
const { mkdtempSync, rmSync, symlinkSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { ratio, spread } = require("./measure");

const ROOT = join(__dirname, "..");
const ROUNDS = Number(process.argv[2] ?? 11);
const RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");

/** A pack without policies, beside the same installed SDK. */
function emptyPack() {
  const folder = mkdtempSync(join(tmpdir(), "preflight-bench-"));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "empty", version: "1.0.0", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), 'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });\n');
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}

/** Milliseconds from the start of the process to the line with its port. */
function timeToReady(folder) {
  return new Promise((done, fail) => {
    const started = process.hrtime.bigint();
    const child = spawn(process.execPath, [RUNNER, "127.0.0.1:1", folder], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.once("data", () => {
      done(Number(process.hrtime.bigint() - started) / 1e6);
      child.kill();
    });
    child.once("exit", (code) => code !== null && fail(new Error(`${folder} ended with ${String(code)}`)));
  });
}

async function main() {
  const empty = emptyPack();
  const times = { empty: [], preflight: [] };
  try {
    for (const folder of [empty, ROOT]) {
      await timeToReady(folder);
    }
    for (let round = 0; round < ROUNDS; round++) {
      times.empty.push(await timeToReady(empty));
      times.preflight.push(await timeToReady(ROOT));
    }
  } finally {
    rmSync(empty, { recursive: true });
  }
  console.log(`time to ready over ${String(ROUNDS)} alternating rounds (the port is printed)`);
  for (const [name, list] of Object.entries(times)) {
    console.log(`  ${name.padEnd(10)} ${spread(list, "ms")}`);
  }
  console.log(`  ${ratio(times.preflight, times.empty).text}`);
}

void main();
