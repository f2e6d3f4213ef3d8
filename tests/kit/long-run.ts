import { readFileSync } from "node:fs";
import type { RecordedStack } from "../../src/graph/recorded";
import type { PackServer } from "./pack-server";
import { requestsOf } from "./wire-bytes";

/** How many calls are under way at a time, as with the engine's. */
const PARALLEL = 50;
const CANCELLED_EVERY = 10;
const WITHIN = 300_000;

/** What a long run of one process shows. */
export interface LongRun {
  /** The calls whose answer was another one in another order. */
  differing: number;
  /** Megabytes that the process holds after each call for the stack. */
  megabytes: number[];
}

/** Megabytes of a process; on Linux, where the kernel shows them. */
function megabytesOf(pid: number): number {
  const [, kilobytes = NaN] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

/** The answers to the calls about single resources, of which many are under way at a time and some are cancelled. */
async function analyzed(server: PackServer, requests: readonly Buffer[]): Promise<Buffer[]> {
  const answers: Buffer[] = [];
  for (let start = 0; start < requests.length; start += PARALLEL) {
    const batch = requests.slice(start, start + PARALLEL);
    const cancelled = batch.filter((_, index) => index % CANCELLED_EVERY === 0);
    const [own] = await Promise.all([
      Promise.all(batch.map((request) => server.send("Analyze", request, WITHIN))),
      Promise.allSettled(cancelled.map((request) => server.send("Analyze", request, 1))),
    ]);
    answers.push(...own);
  }
  return answers;
}

/**
 * Sends a stack to one process again and again, each time in the opposite order: its resources in parallel, some of the
 * calls cancelled, then the stack, which is cancelled once as well.
 */
export async function longRun(server: PackServer, recorded: RecordedStack, times: number): Promise<LongRun> {
  const forwards = requestsOf(recorded);
  const backwards = requestsOf({ ...recorded, resources: [...recorded.resources].reverse() });
  const megabytes: number[] = [];
  let first: Buffer[] | undefined;
  let differing = 0;
  for (let round = 0; round < times; round++) {
    const isForwards = round % 2 === 0;
    const { resources, stack } = isForwards ? forwards : backwards;
    const found = await analyzed(server, resources);
    const answers = isForwards ? found : found.reverse();
    await server.send("AnalyzeStack", stack, 1).catch(() => undefined);
    answers.push(await server.send("AnalyzeStack", stack, WITHIN));
    megabytes.push(megabytesOf(server.pid));
    first ??= answers;
    const before = first;
    differing += answers.filter((answer, index) => before[index]?.equals(answer) !== true).length;
  }
  return { differing, megabytes };
}
