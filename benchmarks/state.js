// How long, and in how much memory, `preflight check` reads a large exported state, against an empty one: in turns in
// one run, and the ratio of the medians is printed with its spread.
"use strict";
const { spawnSync } = require("node:child_process");
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { keep, ratio, quantile, spread } = require("./measure");
const { exportedState } = require("./stack");

const ROOT = join(__dirname, "..");
const SIZE = 2_000;
const LIMIT_RATIO = 2.5;
const LIMIT_MEGABYTES = 400;
const ROUNDS = 7;

function checked(folder, file) {
  const memory = join(folder, "memory");
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(__dirname, "peak-memory.js"), join(ROOT, "dist/cli/main.js"), "check", join(folder, file)],
    { cwd: folder, env: { ...process.env, PREFLIGHT_BENCH_MEMORY: memory }, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const time = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0 && status !== 1) {
    throw new Error(`preflight ended with ${String(status)}: ${stderr}`);
  }
  return { time, megabytes: Number(readFileSync(memory, "utf8")) };
}

function main() {
  const folder = mkdtempSync(join(tmpdir(), "preflight-bench-"));
  const empty = { time: [], megabytes: [] };
  const large = { time: [], megabytes: [] };
  try {
    writeFileSync(join(folder, "empty.json"), JSON.stringify(exportedState(0)));
    writeFileSync(join(folder, "large.json"), JSON.stringify(exportedState(SIZE)));
    for (let round = -1; round < ROUNDS; round++) {
      for (const [file, kept] of [
        ["empty.json", empty],
        ["large.json", large],
      ]) {
        const { time, megabytes } = checked(folder, file);
        // The first round warms the disk's cache.
        if (round >= 0) {
          kept.time.push(time);
          kept.megabytes.push(megabytes);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const times = ratio(large.time, empty.time);
  const most = quantile(large.megabytes, 1);
  console.log(`preflight check on an exported state, over ${String(ROUNDS)} alternating rounds`);
  console.log(`  empty             ${spread(empty.time, "ms")}; ${spread(empty.megabytes, "MB")}`);
  console.log(`  ${String(SIZE)} resources    ${spread(large.time, "ms")}; ${spread(large.megabytes, "MB")}`);
  console.log(`  ${times.text} (at most ${String(LIMIT_RATIO)} is wanted: ${verdict(times.middle <= LIMIT_RATIO)})`);
  console.log(
    `  at most ${most.toFixed(0)} MB (${String(LIMIT_MEGABYTES)} is wanted: ${verdict(most <= LIMIT_MEGABYTES)})`,
  );
  keep({ size: SIZE, ratio: times.middle, megabytes: most });
}

const verdict = (isMet) => (isMet ? "met" : "missed");

main();
