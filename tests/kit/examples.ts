import { join } from "node:path";
import { runProgram } from "../../engine/run";
import type { RecordedStack } from "../../stack/recorded";
import { madeUp, readBack } from "./made-up";
import type { Shape } from "./stack-builder";

export type Kind = "flawed" | "fixed";

const runs = new Map<string, Promise<RecordedStack>>();

export const exampleFolder = (profile: string, kind: Kind): string => join(__dirname, "../../examples", profile, kind);

/** What an example registers on the local engine, as in a first preview or as after an update; run once a test file. */
export function example(profile: string, kind: Kind, shape: Shape = "preview"): Promise<RecordedStack> {
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

function withReadBack(recorded: RecordedStack): RecordedStack {
  return {
    ...recorded,
    resources: recorded.resources.map((resource) =>
      resource.custom
        ? { ...resource, outputs: readBack(resource.type, resource.outputs) as typeof resource.outputs }
        : resource,
    ),
  };
}
