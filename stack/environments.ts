import { FUNCTION } from "./functions";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";
import type { View } from "./view";

export const TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

const EVENT_SOURCE_MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";

/** An environment variable, or a secret that is handed over as one. */
export interface Variable {
  name: string;
  value: View;
}

/** The functions and task definitions that the stack manages. */
export function workloads(stack: Stack): Resource[] {
  return stack.ofType(FUNCTION, TASK_DEFINITION).filter(({ outside }) => !outside);
}

/** The containers of a task definition; unknown while its JSON text is, as in a preview where parts are computed. */
export function containersOf(task: Resource): View[] | Unknown {
  return task.json("containerDefinitions").list() ?? [];
}

/** The environment variables of a function, or of all containers of a task definition. */
export function environmentOf(workload: Resource): Variable[] | Unknown {
  if (workload.type === FUNCTION) {
    const entries = workload.entries("environment", "variables") ?? [];
    return known(entries) ? entries.map(([name, value]) => ({ name, value })) : UNKNOWN;
  }
  const containers = containersOf(workload);
  return known(containers) ? containers.flatMap((container) => pairs(container, "environment", "value")) : UNKNOWN;
}

/** What ECS itself fetches for the containers of a task definition: secrets, parameters, the key to a registry. */
export function secretsOf(task: Resource): Variable[] | Unknown {
  const containers = containersOf(task);
  return known(containers)
    ? containers.flatMap((container) => [
        ...pairs(container, "secrets", "valueFrom"),
        ...pairs(container.at("logConfiguration"), "secretOptions", "valueFrom"),
        { name: "repositoryCredentials", value: container.at("repositoryCredentials", "credentialsParameter") },
      ])
    : UNKNOWN;
}

function pairs(owner: View, list: string, value: string): Variable[] {
  const elements = owner.list(list) ?? [];
  return known(elements)
    ? elements.map((element) => ({
        name: known(element.str("name")) ? String(element.str("name")) : "",
        value: element.at(value),
      }))
    : [];
}

/** The places that name what makes Lambda call a function: streams, queues, a table's changes. */
export function eventSourcesOf(stack: Stack, fn: Resource): View[] {
  return stack.referrers(fn, "functionName", EVENT_SOURCE_MAPPING).map((mapping) => mapping.at("eventSourceArn"));
}

/** True for a task definition that runs on Fargate, where no instance lends its role to the tasks. */
export function isForFargate(task: Resource): boolean {
  const compatibilities = task.list("requiresCompatibilities");
  return known(compatibilities) && compatibilities.some((one) => one.str() === "FARGATE");
}

// Properties of which the text stands for the resource; what else it has (a domain name, a port) does not.
const NAMES = ["id", "arn", "name", "bucket", "url"] as const;
const BEFORE = /[\w.-]$/;
const AFTER = /^[\w.-]/;

/** True when a text names the resource, by itself or as a part such as the bucket of `s3://bucket/folder`. */
export function mentions(text: string, resource: Resource): boolean {
  return [resource.outputs, resource].some((view) => view.texts(NAMES).some((name) => hasWord(text, name)));
}

/** True when a text contains a name as a whole, and not as a part of a longer one. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!BEFORE.test(text.slice(Math.max(0, at - 1), at)) && !AFTER.test(text.slice(end, end + 1))) {
      return true;
    }
  }
  return false;
}
