import { containersOf } from "../aws/containers/environments";
import { ECS_TASK_DEFINITION } from "../aws/type-tokens";
import type { Resource } from "../graph/resource";
import { UNKNOWN } from "../graph/value";
import type { View } from "../graph/view";
import type { Context, ResourceCheck } from "./rule";

/** A check of each container of a task definition; undecided while it is not known which containers there are. */
export const eachContainer = (check: (container: View, context: Context, task: Resource) => void): ResourceCheck => ({
  types: [ECS_TASK_DEFINITION],
  check(task, context) {
    const containers = containersOf(task);
    if (containers === UNKNOWN) {
      context.undecided(task, "containerDefinitions");
    } else {
      for (const container of containers) {
        check(container, context, task);
      }
    }
  },
});

/** How a message names a container: `The container web`. */
export function nameOfContainer(container: View): string {
  const name = container.str("name");
  return typeof name === "string" && name !== "" ? `The container ${name}` : "A container";
}
