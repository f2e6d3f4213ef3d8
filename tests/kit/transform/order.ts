import type { RecordedStack } from "../../../stack/recorded";
import { shuffled } from "./random";

/** The same stack, sent in another order: its resources, and what each of them depends on. */
export function inAnotherOrder(recorded: RecordedStack, seed: number): RecordedStack {
  return {
    ...recorded,
    resources: shuffled(recorded.resources, seed).map((resource) => ({
      ...resource,
      dependencies: shuffled(resource.dependencies, seed),
      propertyDependencies: Object.fromEntries(
        shuffled(Object.entries(resource.propertyDependencies), seed).map(([property, urns]) => [
          property,
          shuffled(urns, seed),
        ]),
      ),
    })),
  };
}
