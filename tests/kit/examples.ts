import { existsSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../engine/run";
import type { RecordedStack } from "../../stack/recorded";
import { madeUp, readBack } from "./made-up";
import type { Shape } from "./stack-builder";

export type Kind = "flawed" | "fixed";

export const PROFILES = [
  "blue-green",
  "fastcart",
  "payment-migration",
  "product-catalog",
  "multi-environment",
] as const;
export type Profile = (typeof PROFILES)[number];

/** The interpreter that `npm test` has given the SDK; absent where that could not be done. */
export const venvPython = [join(__dirname, "../../.venv/bin/python")].find((path) => existsSync(path));

const IN_PYTHON: ReadonlySet<Profile> = new Set(["product-catalog", "multi-environment"]);

/** `describe` for an example; one in Python is skipped under its name where there is no Python with the SDK. */
export function describeExample(profile: Profile, suite: () => void): void {
  if (IN_PYTHON.has(profile) && !venvPython) {
    describe.skip(`${profile} (needs .venv with the Python SDK: node scripts/python.js)`, suite);
  } else {
    describe(profile, suite);
  }
}

const runs = new Map<string, Promise<RecordedStack>>();

export const exampleFolder = (profile: Profile, kind: Kind): string => join(__dirname, "../../examples", profile, kind);

/** What an example registers on the local engine, as in a first preview or as after an update; run once a test file. */
export function example(profile: Profile, kind: Kind, shape: Shape = "preview"): Promise<RecordedStack> {
  const key = `${profile}/${kind}/${shape}`;
  let run = runs.get(key);
  if (!run) {
    run = runProgram(exampleFolder(profile, kind), shape === "up" ? { computed: madeUp } : {}).then((recorded) =>
      shape === "up" ? withReadBack(recorded) : recorded,
    );
    runs.set(key, run);
  }
  return run.then((recorded) => structuredClone(recorded));
}

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
