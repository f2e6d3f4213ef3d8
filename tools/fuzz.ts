// Sends the pack's server stacks that no program would make, as the engine would, and counts those that it survives:
// `npm run fuzz`, with `--count N` resources (100,000 by default), from `--seed N` on, and with `--json FILE` for the
// counts. A hundred stacks have one seed, which is printed: to go on after an interruption, start from it; to see a
// failure again, try its seed alone with `--count 1`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sample, type Arbitrary } from "fast-check";
import type { RecordedStack } from "../src/graph/recorded";
import { EVERYTHING } from "../tests/kit/contracts";
import { Endurance, type Slowest } from "../tests/kit/endurance";
import { LARGE_STACKS } from "../tests/kit/large-stacks";
import { ODD_STACKS } from "../tests/kit/odd-stacks";

const FIRST_SEED = 20261122;
const STACKS_A_SEED = 100;
const SEEDS_BETWEEN_REPORTS = 5;
const ROOT = join(__dirname, "..");

const KINDS: [string, Arbitrary<RecordedStack>][] = Object.entries(ODD_STACKS);

interface Row {
  tried: number;
  survived: number;
  slowestMs: number;
  slowestStackMs: number;
}

function serverFor(seed: number): Endurance {
  const round = Math.floor(seed / KINDS.length);
  const contract = round % 2 === 0 ? {} : EVERYTHING;
  return new Endurance(
    { project: "shop", stack: "dev", organization: "o", config: { "preflight:contract": JSON.stringify(contract) } },
    {
      dryRun: round % 4 < 2,
      env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: join(ROOT, "examples/fastcart/flawed") },
    },
  );
}

class Tally {
  readonly kinds = new Map<string, Row>();

  add(kind: string, resources: number, survived: boolean, { resource, stack }: Slowest): void {
    const row = this.kinds.get(kind) ?? { tried: 0, survived: 0, slowestMs: 0, slowestStackMs: 0 };
    row.tried += resources;
    row.survived += survived ? resources : 0;
    row.slowestMs = Math.max(row.slowestMs, Math.round(resource));
    row.slowestStackMs = Math.max(row.slowestStackMs, Math.round(stack));
    this.kinds.set(kind, row);
  }

  total(column: keyof Row): number {
    return [...this.kinds.values()].reduce((sum, row) => sum + row[column], 0);
  }

  get failed(): number {
    return this.total("tried") - this.total("survived");
  }

  print(): void {
    const columns = ["tried", "survived", "slowestMs", "slowestStackMs"] as const;
    const titles = ["tried", "survived", "slowest call, ms", "slowest stack, ms"];
    console.log("".padEnd(44) + titles.map((title) => title.padStart(19)).join(""));
    for (const [kind, row] of this.kinds) {
      console.log(kind.padEnd(44) + columns.map((column) => String(row[column]).padStart(19)).join(""));
    }
    const totals = (["tried", "survived"] as const).map((column) => String(this.total(column)).padStart(19));
    console.log("all".padEnd(44) + totals.join(""));
  }
}

async function tryStack(endurance: Endurance, kind: string, recorded: RecordedStack, tally: Tally, where: string) {
  let survived = true;
  try {
    await endurance.survive(recorded);
  } catch (error) {
    survived = false;
    console.error(`${where}, ${kind}: ${(error as Error).message.slice(0, 1_000)}`);
  }
  tally.add(kind, recorded.resources.length, survived, endurance.slowest);
}

async function trySeed(seed: number, tally: Tally): Promise<void> {
  const [kind, stacks] = KINDS[seed % KINDS.length] ?? [];
  if (kind === undefined || stacks === undefined) {
    return;
  }
  const endurance = serverFor(seed);
  try {
    for (const [index, recorded] of sample(stacks, { seed, numRuns: STACKS_A_SEED }).entries()) {
      await tryStack(endurance, kind, recorded, tally, `seed ${String(seed)}, stack ${String(index)}`);
    }
  } finally {
    endurance.stop();
  }
}

async function tryLargeStacks(tally: Tally): Promise<void> {
  for (const [kind, make] of Object.entries(LARGE_STACKS)) {
    const endurance = serverFor(0);
    try {
      await tryStack(endurance, kind, make(), tally, "large stacks");
    } finally {
      endurance.stop();
    }
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "100000" },
      seed: { type: "string", default: String(FIRST_SEED) },
      json: { type: "string" },
    },
  });
  const count = Number(values.count);
  const firstSeed = Number(values.seed);
  if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(firstSeed) || firstSeed < 0) {
    throw new Error("--count takes a number of resources from 1, and --seed a number from 0");
  }
  const tally = new Tally();
  let seed = firstSeed;
  for (; tally.total("tried") < count; seed++) {
    if ((seed - firstSeed) % SEEDS_BETWEEN_REPORTS === 0) {
      console.log(
        `seed ${String(seed)}: ${String(tally.total("tried"))} resources tried, ${String(tally.failed)} failed`,
      );
    }
    await trySeed(seed, tally);
  }
  await tryLargeStacks(tally);
  tally.print();
  if (values.json !== undefined) {
    const counts = {
      seeds: [firstSeed, seed - 1],
      tried: tally.total("tried"),
      survived: tally.total("survived"),
      kinds: Object.fromEntries(tally.kinds),
    };
    writeFileSync(values.json, `${JSON.stringify(counts, undefined, 2)}\n`);
  }
  process.exitCode = tally.failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 2;
});
