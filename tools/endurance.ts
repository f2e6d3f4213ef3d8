// Sends a large stack to one process of the pack five times, in any order, in parallel and with cancelled calls:
// `npm run endurance`, with `--count N` resources (20,000 by default). Fails where an answer differs, or where the process
// holds a quarter more memory after the last time than after the second.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { longRun } from "../tests/kit/long-run";
import { PackServer } from "../tests/kit/pack-server";
import { previewOf } from "./benchmarks/stack";

const SEED = 20261130;
const TIMES = 5;
const MOST_GROWTH = 1.25;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { count: { type: "string", default: "20000" } } });
  const count = Number(values.count);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new Error("--count takes a number of resources from 1");
  }
  const resources = previewOf(count, SEED);
  const recorded = { project: "shop", stack: "prod", organization: "o", config: {}, resources };
  const server = await PackServer.start(recorded, { env: { PREFLIGHT_PROJECT: join(__dirname, "../docs") } });
  try {
    const { differing, megabytes } = await longRun(server, recorded, TIMES);
    const [, second = NaN] = megabytes;
    const growth = (megabytes.at(-1) ?? NaN) / second;
    console.log(`${String(count)} resources, ${String(TIMES)} times: ${String(differing)} answers differ`);
    console.log(`memory after each: ${megabytes.map((one) => `${one.toFixed(0)} MB`).join(", ")}`);
    process.exitCode = differing === 0 && growth <= MOST_GROWTH ? 0 : 1;
  } finally {
    server.stop();
  }
}

main().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 2;
});
