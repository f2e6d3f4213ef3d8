import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What @pulumi/aws says about a resource type. */
export interface ResourceFacts {
  /** Outputs that a program cannot set. */
  computed: string[];
  /** Inputs that AWS or the provider chooses where a program does not. */
  optionalComputed?: string[];
  /** The type takes tags. */
  tags?: true;
}

/** The text of a file of facts, from the sources as from the compiled files. */
function readFacts(name: string): string {
  const found = [join(__dirname, "../facts", name), join(__dirname, "../../facts", name)].find((path) =>
    existsSync(path),
  );
  if (found === undefined) throw new Error(`facts/${name} is missing from this installation of preflight`);
  return readFileSync(found, "utf8");
}

/** Text, number, truth, map; a list of one stands for a list, an object for an object. */
export type ResultShape = "s" | "n" | "b" | "m" | ResultShape[] | { [field: string]: ResultShape };

/** What AWS chooses inside of an input where a program does not: fields, and the shapes of fields that have such. */
export interface ChosenFields {
  fields?: string[];
  within?: Record<string, string>;
}

interface ChosenTable {
  /** By type, then by property: the shape of the property. */
  types: Record<string, Record<string, string> | undefined>;
  shapes: Record<string, ChosenFields | undefined>;
}

let resources: Record<string, ResourceFacts | undefined> | undefined;
let chosen: ChosenTable | undefined;
let functions: Record<string, Record<string, ResultShape> | undefined> | undefined;

export function resourceFacts(type: string): ResourceFacts | undefined {
  resources ??= (JSON.parse(readFacts("aws-resources.json")) as { types: NonNullable<typeof resources> }).types;
  return resources[type];
}

const chosenTable = (): ChosenTable => (chosen ??= JSON.parse(readFacts("aws-chosen-fields.json")) as ChosenTable);

/** The properties of a type inside of which AWS chooses something, each with its shape. */
export function chosenWithin(type: string): Readonly<Record<string, string>> {
  return chosenTable().types[type] ?? {};
}

/** What AWS chooses in a shape. */
export function chosenIn(shape: string): ChosenFields {
  return chosenTable().shapes[shape] ?? {};
}

/** The fields that a data source always answers. */
export function functionFacts(token: string): Record<string, ResultShape> | undefined {
  functions ??= (JSON.parse(readFacts("aws-functions.json")) as { functions: NonNullable<typeof functions> }).functions;
  return functions[token];
}
