import type { RecordedStack } from "../../../src/graph/recorded";
import { shuffled } from "./random";

/** The same stack, sent in another order: its resources, and what each of them depends on. */
export function inAnotherOrder(recorded: RecordedStack, seed: number): RecordedStack {
  return {
    ...recorded,
    resources: shuffled(recorded.resources, ({ urn }) => urn, seed).map((resource) => ({
      ...resource,
      dependencies: shuffled(resource.dependencies, (urn) => urn, seed),
      propertyDependencies: Object.fromEntries(
        shuffled(Object.entries(resource.propertyDependencies), ([property]) => property, seed).map(
          ([property, urns]) => [property, shuffled(urns, (urn) => urn, seed)],
        ),
      ),
    })),
  };
}
