import { existsSync } from "node:fs";
import { join } from "node:path";
import type { RecordedStack } from "../../src/graph/recorded";
import { canRun, describeExample, exampleFolder, EXAMPLES, type Example } from "./examples";
import { recordingOf } from "./recordings";
import type { Shape } from "../../src/testing/stack";

/** A program that tests run on the local engine. */
export interface Program {
  /** Such as `blue-green/flawed`. */
  name: string;
  folder: string;
  example?: Example;
}

const GOOD = join(__dirname, "../good/fixtures");

// Those that need nothing of other stacks.
const good: Program[] = ["container-service", "queue-worker", "static-site"]
  .map((name) => ({ name: `good/${name}`, folder: join(GOOD, name) }))
  .filter(({ folder }) => existsSync(join(folder, "Pulumi.yaml")));

/** Its resources are those of multi-region, in another language. */
const SAME = "multi-region-python";

/** Every example, flawed and fixed, and the programs of ordinary good practice. */
export const programs: readonly Program[] = [
  ...EXAMPLES.filter((example) => example !== SAME).flatMap((example) =>
    (["flawed", "fixed"] as const).map((kind): Program => ({
      name: `${example}/${kind}`,
      folder: exampleFolder(example, kind),
      example,
    })),
  ),
  ...good,
];

/** Those that can be run here. */
export const runnable = programs.filter(({ example }) => example === undefined || canRun(example));

/**
 * What a program registers, as in a first preview or as after an update. One that has no contract of its own and is not
 * about contracts gets the profile that requires most, so that rules have more to report.
 */
export async function recording({ folder, example }: Program, shape: Shape): Promise<RecordedStack> {
  const recorded = await recordingOf(folder, shape);
  return example === undefined
    ? { ...recorded, config: { ...recorded.config, "preflight:profile": "strict" } }
    : recorded;
}

/** `describe` for each of some programs; those in Python are skipped under their names without Python. */
export function describePrograms(suite: (program: Program) => void, some: readonly Program[] = programs): void {
  for (const program of some) {
    if (program.example === undefined) {
      describe(program.name, () => {
        suite(program);
      });
    } else {
      describeExample(
        program.example,
        () => {
          suite(program);
        },
        program.name,
      );
    }
  }
}
