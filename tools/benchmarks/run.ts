// What the pack costs while a program is deployed, beside the floor under any pack, beside itself without the patches of
// the SDK, and beside @pulumi/awsguard: all are started and called in turns in one run. Prints medians, spreads and
// ratios, and with `--json FILE` writes them. Options: `--largest N` resources, `--without-awsguard`. Only processor time
// (`cpu`) is comparable on a machine with other work to do.
import { keep, option, quantile, ratio, spread } from "./measure";
import { packs, type PackName } from "./packs";
import { measure, requestsFor, type Cost, type Requests } from "./server";
import { previewOf } from "./stack";
import type { BenchFigures } from "../docs/quality";

const SEED = 20_261_128;
const START_ROUNDS = 11;
/** Resources of a stack, and how often it is sent. */
const SIZES = [
  { size: 30, rounds: 7 },
  { size: 200, rounds: 7 },
  { size: 1_000, rounds: 5 },
  { size: 10_000, rounds: 3 },
  { size: 50_000, rounds: 1 },
];
// Only the pack itself is measured on larger stacks.
const LARGEST_FOR_ALL = 10_000;
const FLOOR = "floor";
const COMPARED: readonly PackName[] = [FLOOR, "preflight", "plain"];

const UNITS: Readonly<Record<keyof Cost, string>> = {
  ready: "ms",
  resources: "ms",
  stack: "ms",
  run: "ms",
  cpu: "ms",
  megabytes: "MB",
};

type Folders = Partial<Record<PackName, string>>;
type Runs = [pack: PackName, costs: Partial<Cost>[]][];

/** Runs of each pack, in turns. */
async function inTurns(folders: Folders, rounds: number, requests?: Requests): Promise<Runs> {
  const runs = new Map<PackName, Partial<Cost>[]>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, folder] of Object.entries(folders) as [PackName, string][]) {
      runs.set(name, [...(runs.get(name) ?? []), await measure(folder, requests)]);
    }
  }
  return [...runs];
}

const only = (folders: Folders, names: readonly PackName[]): Folders =>
  Object.fromEntries(names.filter((name) => folders[name] !== undefined).map((name) => [name, folders[name]]));

/** Prints what was measured, and returns it as rows. */
function print(title: string, size: number, runs: Runs, fields: readonly (keyof Cost)[]): BenchFigures["pack"] {
  const valuesOf = (costs: Partial<Cost>[], field: keyof Cost): number[] => costs.map((cost) => cost[field] ?? NaN);
  const floor = runs.find(([pack]) => pack === FLOOR)?.[1];
  console.log(title);
  return runs.flatMap(([pack, costs]) =>
    fields.map((field) => {
      const own = valuesOf(costs, field);
      const compared = pack === FLOOR || !floor ? undefined : ratio(own, valuesOf(floor, field));
      console.log(
        `  ${pack.padEnd(10)} ${field.padEnd(10)} ${spread(own, UNITS[field])}${compared ? `; ${compared.text}` : ""}`,
      );
      const row = { size, pack, field, median: quantile(own, 0.5), rounds: own.length };
      return compared ? { ...row, ratio: compared.middle } : row;
    }),
  );
}

async function main(): Promise<void> {
  const isAlone = process.argv.includes("--without-awsguard");
  const { folders, remove } = packs(isAlone ? COMPARED : [...COMPARED, "awsguard"]);
  const compared = only(folders, COMPARED);
  const rows: BenchFigures["pack"] = [];
  try {
    // The first start warms the disk's cache.
    await inTurns(folders, 1);
    rows.push(...print("time to ready", 0, await inTurns(compared, START_ROUNDS), ["ready"]));
    if (!isAlone) {
      const runs = await inTurns(only(folders, ["awsguard"]), 1);
      rows.push(...print("time to ready, beside awsguard", 0, runs, ["ready"]));
    }
    for (const { size, rounds } of SIZES.filter((one) => one.size <= Number(option("--largest") ?? Infinity))) {
      const requests = requestsFor(previewOf(size, SEED));
      const measured = size > LARGEST_FOR_ALL ? only(folders, ["preflight"]) : size === 1_000 ? folders : compared;
      const runs = await inTurns(measured, rounds, requests);
      rows.push(...print(`${String(size)} resources`, size, runs, ["resources", "stack", "run", "cpu", "megabytes"]));
    }
  } finally {
    remove();
  }
  keep(rows);
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
