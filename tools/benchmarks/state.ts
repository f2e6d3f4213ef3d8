// How long, and in how much memory, `preflight check` reads a large exported state, against an empty one: in turns in
// one run, and the ratio of the medians is printed with its spread.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keep, quantile, ratio, spread } from "./measure";
import { exportedState } from "./stack";

const ROOT = join(__dirname, "../..");
const SIZE = 2_000;
const LIMIT_RATIO = 2.5;
const LIMIT_MEGABYTES = 400;
const ROUNDS = 7;

interface Checked {
  time: number;
  megabytes: number;
}

function checked(folder: string, file: string): Checked {
  const memory = join(folder, "memory");
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--require",
      join(__dirname, "peak-memory.js"),
      join(ROOT, "dist/src/cli/main.js"),
      "check",
      "--partial=empty-stack",
      join(folder, file),
    ],
    { cwd: folder, env: { ...process.env, PREFLIGHT_BENCH_MEMORY: memory }, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const time = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0 && status !== 1) {
    throw new Error(`preflight ended with ${String(status)}: ${stderr}`);
  }
  return { time, megabytes: Number(readFileSync(memory, "utf8")) };
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "preflight-bench-"));
  const empty: Record<keyof Checked, number[]> = { time: [], megabytes: [] };
  const large: Record<keyof Checked, number[]> = { time: [], megabytes: [] };
  try {
    writeFileSync(join(folder, "empty.json"), JSON.stringify(exportedState(0)));
    writeFileSync(join(folder, "large.json"), JSON.stringify(exportedState(SIZE)));
    for (let round = -1; round < ROUNDS; round++) {
      for (const [file, kept] of [
        ["empty.json", empty],
        ["large.json", large],
      ] as const) {
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
  console.log(`  ${times.text} (at most ${String(LIMIT_RATIO)} is expected: ${verdict(times.middle <= LIMIT_RATIO)})`);
  console.log(
    `  at most ${most.toFixed(0)} MB (${String(LIMIT_MEGABYTES)} is expected: ${verdict(most <= LIMIT_MEGABYTES)})`,
  );
  keep({ size: SIZE, ratio: times.middle, megabytes: most });
}

const verdict = (isMet: boolean): string => (isMet ? "met" : "missed");

main();
