// Tables from the data of cfn-lint, which its maintainers make from the APIs and the documentation of AWS.

/** A part of a JSON Schema of cfn-lint, as far as it is read here. */
export interface Schema {
  const?: unknown;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  propertyNames?: Schema;
  not?: Schema;
  if?: Schema;
  then?: Schema;
  allOf?: readonly Schema[];
  anyOf?: readonly Schema[];
}

/** cfn-lint's schemas of `EngineVersion`: all versions by engine, and those that are deprecated. */
export interface EngineSchemas {
  all: Schema;
  deprecated: Schema;
}

type Versions = Record<string, Record<string, { available: string; deprecated: string }>>;

const strings = (values: readonly unknown[] = []): string[] => values.map(String);

/** The versions of an engine in a schema, whether it states them as the condition or as the requirement. */
function versionsIn(schema: Schema, engine: string): string[] {
  return (schema.allOf ?? [])
    .filter((part) => part.if?.properties?.["Engine"]?.const === engine)
    .flatMap((part) => {
      const condition = part.if?.properties?.["EngineVersion"]?.enum;
      return strings(condition ?? part.then?.properties?.["EngineVersion"]?.enum);
    });
}

const byNumber = (left: string, right: string): number => left.localeCompare(right, "en", { numeric: true });

const numbersIn = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

/** The older version first, whatever is between its numbers. */
function byAge(left: string, right: string): number {
  const [a, b] = [numbersIn(left), numbersIn(right)];
  const index = a.findIndex((number, position) => number !== b[position]);
  return index < 0 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? 0);
}

/** The major version: the first number, or two for MySQL. */
const majorOf = (version: string, engine: string): string =>
  version
    .split(".", engine.includes("mysql") ? 2 : 1)
    .join(".")
    .replace(/-.*/, "");

/** The versions of each engine by major version; a major version alone is deprecated once nothing of it is available. */
export function engineVersions(engines: readonly string[], schemasOf: (engine: string) => EngineSchemas): Versions {
  return Object.fromEntries(
    engines.map((engine): [string, Versions[string]] => {
      const schemas = schemasOf(engine);
      const deprecated = new Set(versionsIn(schemas.deprecated, engine));
      const all = [...new Set([...versionsIn(schemas.all, engine), ...deprecated])].sort(byAge);
      const majors = [...new Set(all.map((version) => majorOf(version, engine)))];
      const rows = majors.map((major): [string, Versions[string][string]] => {
        const own = all.filter((version) => majorOf(version, engine) === major);
        const available = own.filter((version) => !deprecated.has(version) && version !== major);
        const gone = own.filter((version) => deprecated.has(version) && (version !== major || available.length === 0));
        return [major, { available: available.join(" "), deprecated: gone.join(" ") }];
      });
      return [engine, Object.fromEntries(rows)];
    }),
  );
}

/** cfn-lint's days of Lambda runtimes. */
export type RuntimeDays = Readonly<
  Record<string, { deprecated: string; "create-block": string | null; "update-block": string | null }>
>;

interface RuntimeRow {
  deprecated: string;
  createBlocked: string | null;
  updateBlocked: string | null;
}

/** The days of each runtime; a row that only the present table has stays. */
export function lambdaRuntimes(
  present: Readonly<Record<string, RuntimeRow>>,
  days: RuntimeDays,
): Record<string, RuntimeRow> {
  const listed = Object.entries(days).map(([name, one]): [string, RuntimeRow] => [
    name,
    { deprecated: one.deprecated, createBlocked: one["create-block"], updateBlocked: one["update-block"] },
  ]);
  const rows = { ...present, ...Object.fromEntries(listed) };
  return Object.fromEntries(Object.entries(rows).sort(([left], [right]) => byNumber(left, right)));
}

function numbersOf({ enum: listed, minimum = 0, maximum = 0, multipleOf = 1 }: Schema): number[] {
  return (
    listed?.map(Number) ??
    Array.from({ length: (maximum - minimum) / multipleOf + 1 }, (_, index) => minimum + index * multipleOf)
  );
}

/** The memory sizes, in MB, that Fargate offers for each size of CPU. */
export function fargateSizes(schema: Schema): Record<string, number[]> {
  return Object.fromEntries(
    (schema.then?.anyOf ?? []).map(({ properties }) => [
      String(properties?.["Cpu"]?.then?.enum?.[0]),
      numbersOf(properties?.["Memory"]?.then ?? {}),
    ]),
  );
}

/** The environment variables that Lambda keeps for itself. */
export const reservedVariables = ({ propertyNames }: Schema): Record<string, true> =>
  Object.fromEntries(
    strings(propertyNames?.not?.enum)
      .sort()
      .map((name) => [name, true] as const),
  );

/** cfn-lint's schema of a database cluster: the names that no master user can have, of every engine and by engine. */
export function reservedUsernames({ allOf = [] }: Schema): { every: string[]; engines: Record<string, string[]> } {
  const namesIn = (part: Schema | undefined): string[] => strings(part?.properties?.["MasterUsername"]?.not?.enum);
  const every = allOf.filter((part) => part.if === undefined).flatMap(namesIn);
  const engines = allOf.flatMap((part) =>
    strings(part.if?.properties?.["Engine"]?.enum).map((engine): [string, string[]] => [engine, namesIn(part.then)]),
  );
  return { every, engines: Object.fromEntries(engines.filter(([, names]) => names.length > 0)) };
}
