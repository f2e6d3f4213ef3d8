import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RecordedStack } from "../../src/graph/recorded";
import { recordingOf } from "./recordings";
import type { Shape } from "../../src/testing/stack";

export { withReadBack } from "./recordings";

export type Kind = "flawed" | "fixed";

/** The examples that mirror a document, each with a profile of its name. */
export const PROFILES = [
  "blue-green",
  "fastcart",
  "payment-migration",
  "product-catalog",
  "multi-environment",
] as const;
export type Profile = (typeof PROFILES)[number];

/**
 * Beside those, one that shows what AWS rejects, two of several regions (one with providers, one with `region`), and one
 * whose parts lack each other.
 */
export const EXAMPLES = [...PROFILES, "rejected", "multi-region", "multi-region-python", "whole-architecture"] as const;
export type Example = (typeof EXAMPLES)[number];

/** The interpreter that `npm test` has given the SDK; absent where that could not be done. */
export const venvPython = [join(__dirname, "../../.venv/bin/python")].find((path) => existsSync(path));

const IN_PYTHON: ReadonlySet<Example> = new Set(["product-catalog", "multi-environment", "multi-region-python"]);

/** False for an example in Python where there is no Python with the SDK. */
export const canRun = (name: Example): boolean => !IN_PYTHON.has(name) || venvPython !== undefined;

/** `describe` for an example; one in Python is skipped under its name where there is no Python with the SDK. */
export function describeExample(name: Example, suite: () => void, title: string = name): void {
  if (!canRun(name)) {
    describe.skip(`${title} (needs .venv with the Python SDK: npm run python-examples)`, suite);
  } else {
    describe(title, suite);
  }
}

export const exampleFolder = (name: Example, kind: Kind): string => join(__dirname, "../../examples", name, kind);

/** What an example registers on the local engine, as in a first preview or as after an update. */
export function example(name: Example, kind: Kind, shape: Shape = "preview"): Promise<RecordedStack> {
  return recordingOf(exampleFolder(name, kind), shape);
}
