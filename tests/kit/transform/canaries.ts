import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RecordedResource, RecordedStack, Wire } from "../../../src/graph/recorded";
import { SIGNATURE } from "../../../src/graph/value";
import { credentialPlaces } from "./secrets";

/** A string in a resource's properties, or in JSON there. */
export interface TextPlace {
  resource: RecordedResource;
  /** The keys that lead to it; those of list elements are numbers. */
  path: readonly (string | number)[];
  /** What the object that holds it calls itself, as the variables of containers do. */
  name: string | undefined;
  text: string;
}

/** What shall stand in a place; absent where it stays. */
export type Plant = (place: TextPlace) => string | undefined;

function parsed(text: string): Wire | undefined {
  if (!/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    return JSON.parse(text) as Wire;
  } catch {
    return undefined;
  }
}

function changed(value: Wire, place: Omit<TextPlace, "text">, plant: Plant): Wire {
  if (typeof value === "string") {
    const planted = plant({ ...place, text: value });
    const inner = planted === undefined ? parsed(value) : undefined;
    return inner === undefined ? (planted ?? value) : JSON.stringify(changed(inner, place, plant));
  }
  const at = (key: string | number, name: string | undefined): Omit<TextPlace, "text"> => ({
    resource: place.resource,
    path: [...place.path, key],
    name,
  });
  if (Array.isArray(value)) {
    return value.map((item, index) => changed(item, at(index, undefined), plant));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const { name } = value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === SIGNATURE ? item : changed(item, at(key, typeof name === "string" ? name : undefined), plant),
    ]),
  );
}

/** The same stack with other texts in some places, in what a program passes and in what the engine holds. */
export function withTexts(recorded: RecordedStack, plant: Plant): RecordedStack {
  const resources = recorded.resources.map((resource) => {
    const place = { resource, path: [], name: undefined };
    const { inputs, outputs } = resource;
    return {
      ...resource,
      inputs: changed(inputs, place, plant) as typeof inputs,
      outputs: changed(outputs, place, plant) as typeof outputs,
    };
  });
  return { ...recorded, resources };
}

/** A place without the numbers of list elements: `users[].password`. */
export const pathOf = ({ path }: Pick<TextPlace, "path">): string =>
  path
    .map((key) => (typeof key === "number" ? "[]" : `.${key}`))
    .join("")
    .slice(1);

const AWS = dirname(require.resolve("@pulumi/aws/package.json"));
const marked = new Map<string, readonly string[]>();

/** The properties of a type that @pulumi/aws itself makes secrets. */
export function markedBySdk(type: string): readonly string[] {
  let known = marked.get(type);
  if (known === undefined) {
    const file = join(AWS, `${/^aws:([^:]+):/.exec(type)?.[1] ?? ""}.js`);
    const code = existsSync(file) ? readFileSync(file, "utf8") : "";
    known = JSON.parse(/additionalSecretOutputs: (\[[^\]]*\])/.exec(code)?.[1] ?? "[]") as string[];
    marked.set(type, known);
  }
  return known;
}

const SECRET_NAME =
  /(?:password|passwd|pwd|secret|token|credentials?|private_?key|api_?key|access_?key|secret_?string)s?$/i;
const SCRIPT = /^userData(?:Base64)?$/;
const VARIABLES = /(?:^|\.)(?:environment|environmentVariables|runtimeEnvironmentVariables|variables)\b/;
const ROOT = "pulumi:pulumi:Stack";

const withoutLists = (path: string): string => path.replaceAll("[]", "");

const secretProperties = (resource: RecordedResource): string[] => [
  ...markedBySdk(resource.type),
  ...credentialPlaces(resource),
];

/** True for an environment variable and an output of the stack: what they hold is shown whatever they are called. */
export function isVariable(place: TextPlace): boolean {
  const path = pathOf(place);
  return place.resource.type === ROOT || (VARIABLES.test(path) && !/\.(?:name|type)$/.test(path));
}

/** True for a place in which a secret belongs, by its type or by its name. */
export function isSecretPlace(place: TextPlace): boolean {
  const path = withoutLists(pathOf(place));
  const key = String(place.path.findLast((one) => typeof one === "string"));
  return (
    SCRIPT.test(key) ||
    (SECRET_NAME.test(key) && key !== "httpTokens") ||
    (place.name !== undefined && key === "value" && SECRET_NAME.test(place.name)) ||
    secretProperties(place.resource).some((secret) => `${path}.`.startsWith(`${withoutLists(secret)}.`))
  );
}

type Properties = Record<string, Wire>;

const isObject = (value: Wire | undefined): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with a text at the end of some keys, where nothing is there. */
function withText(properties: Properties, [key = "", ...rest]: readonly string[], text: string): Properties {
  const there = properties[key];
  if (rest.length === 0) {
    return { ...properties, [key]: there ?? text };
  }
  return there === undefined || isObject(there)
    ? { ...properties, [key]: withText(there ?? {}, rest, text) }
    : properties;
}

const VARIABLE_NAMES = ["DB_PASSWORD", "DATABASE_URL", "API_TOKEN"];

function withContainerVariables(definitions: Wire, text: string): Wire {
  const containers = typeof definitions === "string" ? parsed(definitions) : undefined;
  const more = VARIABLE_NAMES.map((name) => ({ name, value: text }));
  return Array.isArray(containers)
    ? JSON.stringify(
        containers.map((container) =>
          isObject(container)
            ? {
                ...container,
                environment: [...(Array.isArray(container["environment"]) ? container["environment"] : []), ...more],
                command: ["serve", `--password=${text}`],
              }
            : container,
        ),
      )
    : definitions;
}

/** The same stack with a text in each place in which a secret belongs and nothing is, and in variables beside the others. */
export function withSecretPlaces(recorded: RecordedStack, text: string): RecordedStack {
  const resources = recorded.resources.map((resource) => {
    const variables = VARIABLE_NAMES.map((name) => `environment.variables.${name}`);
    const places = [
      ...secretProperties(resource).filter((place) => !place.includes("[]")),
      ...(resource.type === "aws:lambda/function:Function" ? variables : []),
      ...(resource.type === ROOT ? VARIABLE_NAMES : []),
      ...(isObject(resource.inputs["tags"]) ? ["tags.AdminPassword"] : []),
      ...(/:(?:Instance|LaunchTemplate)$/.test(resource.type) && resource.type.startsWith("aws:ec2/")
        ? ["userData"]
        : []),
    ];
    const added = (properties: Properties): Properties => {
      const full = places.reduce((before, place) => withText(before, place.split("."), text), properties);
      const { containerDefinitions } = full;
      return containerDefinitions === undefined
        ? full
        : { ...full, containerDefinitions: withContainerVariables(containerDefinitions, text) };
    };
    return { ...resource, inputs: added(resource.inputs), outputs: added(resource.outputs) };
  });
  return { ...recorded, resources };
}
