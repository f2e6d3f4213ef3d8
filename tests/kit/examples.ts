import { existsSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "../../engine/run";
import type { RecordedStack } from "../../stack/recorded";
import { madeUp, readBack } from "./made-up";
import type { Shape } from "./stack-builder";

export type Kind = "flawed" | "fixed";

/** The examples that mirror a document, each of which has a profile of its name. */
export const PROFILES = [
  "blue-green",
  "fastcart",
  "payment-migration",
  "product-catalog",
  "multi-environment",
] as const;
export type Profile = (typeof PROFILES)[number];

/** Beside those, one that shows what AWS rejects. */
export const EXAMPLES = [...PROFILES, "rejected"] as const;
export type Example = (typeof EXAMPLES)[number];

/** The interpreter that `npm test` has given the SDK; absent where that could not be done. */
export const venvPython = [join(__dirname, "../../.venv/bin/python")].find((path) => existsSync(path));

const IN_PYTHON: ReadonlySet<Example> = new Set(["product-catalog", "multi-environment"]);

/** `describe` for an example; one in Python is skipped under its name where there is no Python with the SDK. */
export function describeExample(name: Example, suite: () => void): void {
  if (IN_PYTHON.has(name) && !venvPython) {
    describe.skip(`${name} (needs .venv with the Python SDK: node scripts/python.js)`, suite);
  } else {
    describe(name, suite);
  }
}

const runs = new Map<string, Promise<RecordedStack>>();

export const exampleFolder = (name: Example, kind: Kind): string => join(__dirname, "../../examples", name, kind);

/** What an example registers on the local engine, as in a first preview or as after an update; run once a test file. */
export function example(name: Example, kind: Kind, shape: Shape = "preview"): Promise<RecordedStack> {
  const key = `${name}/${kind}/${shape}`;
  let run = runs.get(key);
  if (!run) {
    run = runProgram(exampleFolder(name, kind), shape === "up" ? { computed: madeUp } : {}).then((recorded) =>
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
