// How long `preflight check` of a program takes with both of its runs, against one run: in turns, over the examples, and
// how much processor time it takes beside the programs. Prints the ratio of the medians with its spread.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { option, quantile, ratio, spread } from "./measure";

const ROOT = join(__dirname, "../..");
const EXAMPLES = ["blue-green", "fastcart", "payment-migration", "product-catalog", "multi-environment"];
const LIMIT_RATIO = 1.2;
const LIMIT_OWN_MS = 600;
const ROUNDS = Number(option("--rounds") ?? 5);

interface Checked {
  /** Of the clock. */
  time: number;
  /** Of the processor, without the program's. */
  own: number;
}

function checked(folder: string, program: string, ...more: string[]): Checked {
  const file = join(folder, "own");
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--require", join(__dirname, "own-time.js"), join(ROOT, "dist/src/cli/main.js"), "check", program, ...more],
    { cwd: ROOT, env: { ...process.env, PREFLIGHT_BENCH_TIME: file }, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const time = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0 && status !== 1) {
    throw new Error(`preflight ended with ${String(status)}: ${stderr}`);
  }
  return { time, own: Number(readFileSync(file, "utf8")) };
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "preflight-bench-"));
  try {
    console.log(`preflight check of a program, over ${String(ROUNDS)} alternating rounds`);
    for (const name of EXAMPLES) {
      measure(folder, name);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(folder: string, name: string): void {
  const program = `examples/${name}/flawed`;
  const one: Checked[] = [];
  const two: Checked[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const once = checked(folder, program, "--once");
    const twice = checked(folder, program);
    // The first round warms the disk's cache.
    if (round >= 0) {
      one.push(once);
      two.push(twice);
    }
  }
  const times = ratio(timesOf(two), timesOf(one));
  const own = two.map((run) => run.own);
  console.log(`  ${name}`);
  console.log(`    one run   ${spread(timesOf(one), "ms")}; two runs ${spread(timesOf(two), "ms")}`);
  console.log(`    ${times.text} (at most ${String(LIMIT_RATIO)}: ${verdict(times.middle <= LIMIT_RATIO)})`);
  console.log(
    `    processor time of its own ${spread(own, "ms")} (at most ${String(LIMIT_OWN_MS)}: ` +
      `${verdict(quantile(own, 0.5) <= LIMIT_OWN_MS)})`,
  );
}

const timesOf = (runs: readonly Checked[]): number[] => runs.map(({ time }) => time);
const verdict = (isMet: boolean): string => (isMet ? "met" : "missed");

main();
