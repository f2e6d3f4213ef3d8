import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { grouped, type Stack } from "../../graph/stack";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";
import { ECS_TASK_DEFINITION, LAMBDA_EVENT_SOURCE_MAPPING, LAMBDA_FUNCTION } from "../type-tokens";

/** An environment variable, or a secret that is passed as one. */
export interface Variable {
  name: string;
  value: View;
}

/** The functions and task definitions that the stack manages. */
export function workloads(stack: Stack): Resource[] {
  return stack.managed(LAMBDA_FUNCTION, ECS_TASK_DEFINITION);
}

/** The containers of a task definition; unknown while its JSON is, as in a preview where parts of it are computed. */
export function containersOf(task: Resource): View[] | Unknown {
  return task.json("containerDefinitions").list() ?? [];
}

/** The environment variables of a function, or of all containers of a task definition. */
export function environmentOf(workload: Resource): Variable[] | Unknown {
  if (workload.type === LAMBDA_FUNCTION) {
    const entries = workload.entries("environment", "variables") ?? [];
    return known(entries) ? entries.map(([name, value]) => ({ name, value })) : UNKNOWN;
  }
  const containers = containersOf(workload);
  return known(containers) ? containers.flatMap((container) => pairs(container, "environment", "value")) : UNKNOWN;
}

/** What ECS fetches for the containers of a task definition: secrets, parameters, the credentials of a registry. */
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

/** The properties that name the event sources of a function: streams, queues, the stream of a table. */
export function eventSourcesOf(stack: Stack, fn: Resource): View[] {
  return stack
    .referrers(fn, "functionName", LAMBDA_EVENT_SOURCE_MAPPING)
    .map((mapping) => mapping.at("eventSourceArn"));
}

/** True for a task definition that runs on Fargate, where tasks cannot use the role of an instance. */
export function isForFargate(task: Resource): boolean {
  const compatibilities = task.list("requiresCompatibilities");
  return known(compatibilities) && compatibilities.some((one) => one.str() === "FARGATE");
}

/** Whether the containers of a task definition run on Windows. */
export function isForWindows(task: Resource): Certainty {
  const family = task.str("runtimePlatform", "operatingSystemFamily") ?? "LINUX";
  return family === UNKNOWN ? UNKNOWN : family.toUpperCase().startsWith("WINDOWS");
}

const ROOT = /^(?:root|0)(?::|$)/i;
const ADMINISTRATOR = /^(?:.*\\)?(?:ContainerAdministrator|Administrator)$/i;

/**
 * Whether a container runs as an ordinary user: its definition names one, which is not the administrator of its operating
 * system. Without a user the image decides, and most images run as the administrator.
 */
export function hasOrdinaryUser(container: View, onWindows: boolean): Certainty {
  const user = container.str("user");
  return user === UNKNOWN
    ? UNKNOWN
    : user !== undefined && user !== "" && !(onWindows ? ADMINISTRATOR : ROOT).test(user);
}

// Properties whose value identifies the resource; others (a domain name, a port) do not.
const NAMES = ["id", "arn", "name", "bucket", "url"] as const;
const BEFORE = /[\w.-]$/;
const AFTER = /^[\w.-]/;

/** True when a string names the resource, as a whole or as a part such as the bucket of `s3://bucket/folder`. */
export function mentions(text: string, resource: Resource): boolean {
  return [resource.outputs, resource].some((view) => view.texts(NAMES).some((name) => hasWord(text, name)));
}

/** The resources that a string mentions. */
export function mentionedBy(stack: Stack, text: string): Resource[] {
  const { byName, longest } = stack.once(indexNames);
  const found = new Set<Resource>();
  const starts = Array.from({ length: text.length }, (_, at) => at).filter(
    (at) => at === 0 || !BEFORE.test(text[at - 1] ?? ""),
  );
  for (const start of starts) {
    for (let end = start + 1; end <= text.length && end - start <= longest; end++) {
      if (!AFTER.test(text.slice(end, end + 1))) {
        byName.get(text.slice(start, end))?.forEach((resource) => found.add(resource));
      }
    }
  }
  return [...found];
}

function indexNames({ resources }: Stack): { byName: Map<string, Resource[]>; longest: number } {
  const byName = grouped(
    resources,
    (resource) => new Set([...resource.outputs.texts(NAMES), ...resource.texts(NAMES)]),
  );
  return { byName, longest: [...byName.keys()].reduce((most, { length }) => Math.max(most, length), 0) };
}

/** True when a string contains a name as a whole, and not as a part of a longer one. */
export function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    if (!BEFORE.test(text.slice(Math.max(0, at - 1), at)) && !AFTER.test(text.slice(end, end + 1))) {
      return true;
    }
  }
  return false;
}
