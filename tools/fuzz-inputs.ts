// Reads contracts, states, previews, event logs and YAML that no program would write, and counts those that end in one clear
// line or in a report: `npm run fuzz:inputs`, with `--count N` tries (100,000 by default) and from `--seed N` on. A hundred
// tries have one seed. The seeds that ever failed are kept in tests/cli/fuzz-seeds.json and are tried first.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { TRIES_A_SEED, trySeed } from "../tests/kit/odd-input-seeds";

const KEPT = join(__dirname, "../tests/cli/fuzz-seeds.json");
const FIRST_SEED = 20261129;
const SEEDS_BETWEEN_REPORTS = 50;

function main(): void {
  const { values } = parseArgs({
    options: { count: { type: "string", default: "100000" }, seed: { type: "string", default: String(FIRST_SEED) } },
  });
  const count = Number(values.count);
  const first = Number(values.seed);
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(first) || first < 0) {
    throw new Error("--count takes a number of tries from 1, and --seed a number from 0");
  }
  const kept = JSON.parse(readFileSync(KEPT, "utf8")) as number[];
  const seeds = [...kept, ...Array.from({ length: Math.ceil(count / TRIES_A_SEED) }, (_, index) => first + index)];
  const failed = new Set<number>();
  let failures = 0;
  seeds.forEach((seed, index) => {
    for (const failure of trySeed(seed)) {
      console.error(`seed ${String(seed)}: ${failure}`);
      failed.add(seed);
      failures++;
    }
    if ((index + 1) % SEEDS_BETWEEN_REPORTS === 0) {
      console.log(
        `${String((index + 1) * TRIES_A_SEED)} tries, the last seed ${String(seed)}, ${String(failures)} failed`,
      );
    }
  });
  const all = [...new Set([...kept, ...failed])].sort((left, right) => left - right);
  writeFileSync(KEPT, `${JSON.stringify(all)}\n`);
  console.log(`${String(seeds.length * TRIES_A_SEED)} tries, ${String(failures)} failed`);
  process.exitCode = failures === 0 ? 0 : 1;
}

main();
