import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readConfiguration } from "../../src/engine/program";
import { runProgram, type Computed } from "../../src/engine/run";
import type { RecordedStack, Wire } from "../../src/graph/recorded";
import { madeUp, OUTPUTS_BY_TYPE, readBack } from "./made-up";
import type { Shape } from "../../src/testing/stack";

const POLL_MS = 50;

/** A recording with what AWS reads back, as after an update. */
export function withReadBack(recorded: RecordedStack): RecordedStack {
  return {
    ...recorded,
    resources: recorded.resources.map((resource) =>
      resource.custom
        ? { ...resource, outputs: readBack(resource.type, resource.outputs) as typeof resource.outputs }
        : resource,
    ),
  };
}

async function run(folder: string, shape: Shape): Promise<RecordedStack> {
  if (shape === "preview") {
    return runProgram(folder);
  }
  const region = readConfiguration(folder).config["aws:region"];
  const computed: Computed = (resource, property) => madeUp(resource, property, resource.region ?? region) as Wire;
  return withReadBack(await runProgram(folder, { computed, outputsByType: OUTPUTS_BY_TYPE }));
}

/** Runs what several test files ask for once: the first of them makes the file, the others wait for it. */
async function shared(file: string, make: () => Promise<RecordedStack>): Promise<RecordedStack> {
  const lock = `${file}.lock`;
  while (!existsSync(file)) {
    try {
      mkdirSync(lock);
    } catch {
      await wait(POLL_MS);
      continue;
    }
    try {
      writeFileSync(`${lock}/made`, JSON.stringify(await make()));
      renameSync(`${lock}/made`, file);
    } finally {
      rmSync(lock, { recursive: true });
    }
  }
  return JSON.parse(readFileSync(file, "utf8")) as RecordedStack;
}

const recordings = new Map<string, Promise<RecordedStack>>();

/** What the program in a folder registers on the local engine, as in a first preview or as after an update. */
export async function recordingOf(folder: string, shape: Shape): Promise<RecordedStack> {
  // A region of the shell's counts for a program that names none.
  const key = [folder, shape, process.env["AWS_REGION"], process.env["AWS_DEFAULT_REGION"]].join("\n");
  let recording = recordings.get(key);
  if (!recording) {
    const together = process.env["PREFLIGHT_RECORDINGS"];
    const file = createHash("sha256").update(key).digest("hex");
    recording = together === undefined ? run(folder, shape) : shared(join(together, file), () => run(folder, shape));
    recordings.set(key, recording);
  }
  return structuredClone(await recording);
}
