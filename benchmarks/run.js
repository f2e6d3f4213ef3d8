// What the pack costs while a program is deployed, beside the floor under any pack and beside @pulumi/awsguard: all
// started and asked in turns in one run. Prints medians, spreads and ratios, and with `--json FILE` writes them.
"use strict";
const { packs } = require("./packs");
const { keep, option, quantile, ratio, spread } = require("./measure");
const { measure, requestsFor } = require("./server");
const { previewOf } = require("./stack");

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
// The floor is not asked for more than tells something.
const LARGEST_FOR_ALL = 10_000;
const FLOOR = "floor";

/** Runs of each pack, in turns. */
async function inTurns(folders, rounds, requests) {
  const runs = Object.fromEntries(Object.keys(folders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, folder] of Object.entries(folders)) {
      runs[name].push(await measure(folder, requests));
    }
  }
  return runs;
}

const UNITS = { ready: "ms", resources: "ms", stack: "ms", run: "ms", cpu: "ms", megabytes: "MB" };

/** Prints what was measured, and answers it as rows. */
function tell(title, size, runs, fields) {
  console.log(title);
  return Object.keys(runs).flatMap((pack) =>
    fields.map((field) => {
      const [own, floor] = [runs[pack], runs[FLOOR] ?? []].map((list) => list.map((run) => run[field]));
      const compared = pack === FLOOR || floor.length === 0 ? undefined : ratio(own, floor);
      console.log(
        `  ${pack.padEnd(10)} ${field.padEnd(10)} ${spread(own, UNITS[field])}${compared ? `; ${compared.text}` : ""}`,
      );
      return { size, pack, field, median: quantile(own, 0.5), rounds: own.length, ratio: compared?.middle };
    }),
  );
}

async function main() {
  const names = process.argv.includes("--without-awsguard") ? [FLOOR, "preflight"] : [FLOOR, "preflight", "awsguard"];
  const { folders, remove } = packs(names);
  const own = { preflight: folders.preflight };
  const two = { [FLOOR]: folders[FLOOR], ...own };
  const rows = [];
  try {
    // The first start warms the disk's cache.
    await inTurns(folders, 1);
    rows.push(...tell("time to ready", 0, await inTurns(two, START_ROUNDS), ["ready"]));
    if (folders.awsguard) {
      rows.push(
        ...tell("time to ready, beside awsguard", 0, await inTurns({ awsguard: folders.awsguard }, 1), ["ready"]),
      );
    }
    for (const { size, rounds } of SIZES.filter(({ size }) => size <= Number(option("--largest") ?? Infinity))) {
      const requests = requestsFor(previewOf(size, SEED));
      const asked = size > LARGEST_FOR_ALL ? own : size === 1_000 ? folders : two;
      const runs = await inTurns(asked, rounds, requests);
      rows.push(...tell(`${String(size)} resources`, size, runs, ["resources", "stack", "run", "cpu", "megabytes"]));
    }
  } finally {
    remove();
  }
  keep(rows);
}

main().then(
  () => process.exit(),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
