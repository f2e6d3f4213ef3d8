/** What @pulumi/aws declares of a resource type. */
interface TypeRow {
  /** Outputs that a program cannot set. */
  computed: readonly string[];
  /** Inputs that AWS or the provider chooses where a program does not. */
  optionalComputed?: readonly string[];
  /** The type takes tags. */
  tags?: true;
  /** An argument takes files or archives. */
  assets?: true;
}

/** The shape of a result: string, number, boolean, map; a list of one element is a list, an object an object. */
export type ResultShape = "s" | "n" | "b" | "m" | ResultShape[] | { [field: string]: ResultShape };

/** What AWS chooses inside of an input where a program does not: fields, and the shapes of fields that have such. */
export interface ChosenFields {
  fields?: readonly string[];
  within?: Readonly<Record<string, string>>;
}

interface ChosenTable {
  /** By type, then by property: the shape of the property. */
  types: Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
  shapes: Readonly<Record<string, ChosenFields | undefined>>;
}

type Shapes = Readonly<Record<string, Readonly<Record<string, ResultShape>> | undefined>>;

/** Shapes of what AWS computes, as far as they are not strings. */
interface OutputShapes {
  types: Shapes;
  /** By the name of an input's shape: the fields in it that AWS chooses. */
  chosen: Shapes;
}

/** Keeps what is loaded: a call of `require` costs more than the look into a table. */
function once<T>(load: () => T): () => T {
  let loaded: { table: T } | undefined;
  return () => (loaded ??= { table: load() }).table;
}

/* eslint-disable @typescript-eslint/no-require-imports -- large: an import would load them at the pack's start */
const typesTable = once(
  () => (require("./data/aws-resources.json") as { types: Readonly<Record<string, TypeRow | undefined>> }).types,
);
const chosenTable = once(() => require("./data/aws-chosen-fields.json") as ChosenTable);
const functionsTable = once(() => (require("./data/aws-functions.json") as { functions: Shapes }).functions);
const outputShapesTable = once(() => require("./data/aws-output-shapes.json") as OutputShapes);
/* eslint-enable @typescript-eslint/no-require-imports */

/** The row of a resource type by its current token; absent for a type that @pulumi/aws does not have. */
export function typeRow(type: string): TypeRow | undefined {
  const rows = typesTable();
  return Object.hasOwn(rows, type) ? rows[type] : undefined;
}

/** The properties of a type in which AWS chooses something, each with its shape. */
export function chosenWithin(type: string): Readonly<Record<string, string>> {
  return chosenTable().types[type] ?? {};
}

/** What AWS chooses in a shape. */
export function chosenIn(shape: string): ChosenFields {
  return chosenTable().shapes[shape] ?? {};
}

/** The shape of an output that AWS computes; absent for a string. */
export function outputShape(type: string, property: string): ResultShape | undefined {
  return outputShapesTable().types[type]?.[property];
}

/** The shape of a field that AWS chooses inside of an input, by its path: `vpcConfig.vpcId`; absent for a string. */
export function chosenShape(type: string, path: string): ResultShape | undefined {
  const [property = "", ...fields] = path.split(".");
  const last = fields.pop() ?? "";
  const shape = fields.reduce<string | undefined>(
    (name, field) => (name === undefined ? undefined : chosenIn(name).within?.[field]),
    chosenWithin(type)[property],
  );
  return shape === undefined ? undefined : outputShapesTable().chosen[shape]?.[last];
}

/** The fields that a data source always returns, by its token. */
export function functionResult(token: string): Readonly<Record<string, ResultShape>> | undefined {
  return functionsTable()[token];
}

/** True for a type with the argument `tags`. */
export function hasTags(type: string): boolean {
  return typeRow(type)?.tags === true;
}

/** True for a type that takes over the provider's default tags. */
export function inheritsTags(type: string): boolean {
  return typeRow(type)?.computed.includes("tagsAll") === true;
}

/** True for a type whose resources are in a region; false for global services such as IAM and CloudFront. */
export function isRegional(type: string): boolean {
  return typeRow(type)?.optionalComputed?.includes("region") === true;
}

/** True for a type whose argument `name` the provider chooses where a program does not. */
export function choosesName(type: string): boolean {
  return typeRow(type)?.optionalComputed?.includes("name") === true;
}

/** True for a type with an argument for files or archives, and for one that the table does not have. */
export function mayHoldAssets(type: string): boolean {
  const row = typeRow(type);
  return row === undefined || row.assets === true;
}
