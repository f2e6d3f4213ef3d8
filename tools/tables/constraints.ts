// What AWS accepts of single properties: lengths, ranges, numbers of items and sets of values, where the schemas of
// CloudFormation (as cfn-lint has them) and the models of the APIs (as botocore has them) both have a limit. Where the two
// differ, the looser one counts.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modelOf, type Model } from "./botocore";
import exceptions from "./constraints.json";

/** What AWS accepts of a property. */
interface Limits {
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  values?: string[];
}

/** A part of a schema of CloudFormation, as far as it is read here. */
interface CloudSchema extends Omit<Limits, "values"> {
  typeName?: string;
  type?: string | string[];
  $ref?: string;
  items?: CloudSchema;
  properties?: Record<string, CloudSchema>;
  definitions?: Record<string, CloudSchema>;
  readOnlyProperties?: string[];
  enum?: unknown[];
}

/** A shape of an API's model, as far as it is read here. */
interface ApiShape {
  type?: string;
  enum?: string[];
  min?: number;
  max?: number;
  members?: Record<string, { shape: string }>;
}

type Shape = Record<string, string | 1>;

/** The types of @pulumi/aws and their shapes, as src/testing/aws-schema.json has them. */
export interface PulumiSchema {
  types: Record<string, Shape>;
  shapes: Record<string, Shape>;
}

/** The limits of each property path, by type. */
type TypeLimits = Record<string, Record<string, Limits>>;

/** A table for each module of @pulumi/aws, and what is left out. */
export interface ConstraintTables {
  tables: Record<string, TypeLimits>;
  types: number;
  unmapped: string[];
}

const DEEPEST = 4;

/** A set with more values, or one about what AWS adds to, grows too often to be of use. */
const MOST_VALUES = 8;
const GROWING =
  /instance|node|class|version|runtime|region|engine|family|model|locale|language|country|algorithm|tier|polic|size|metric|storage|timezone|charset|protocol/i;

/** Documents, names and ids, and what the provider writes in another way than the API. */
const TRANSFORMED =
  /policy|document|definition|body|template|userdata|json|tags|schema$|arn|name$|prefix$|ids?$|ip$|address/i;

const normalized = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

const { services, resources, apis, dropped } = exceptions as {
  services: Record<string, string>;
  resources: Record<string, string>;
  apis: Record<string, string>;
  dropped: Record<string, string>;
};

/** The schemas of CloudFormation's types, by their names without case. */
function cloudSchemas(folder: string): Map<string, CloudSchema> {
  const resourceFolder = join(folder, "cfnlint/data/schemas/resources");
  const files = readdirSync(resourceFolder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const found = new Map<string, CloudSchema>();
  const inUse = new Set(
    Object.values(
      JSON.parse(readFileSync(join(folder, "cfnlint/data/schemas/providers/us-east-1.json"), "utf8")) as Record<
        string,
        string
      >,
    ),
  );
  for (const file of files.filter((name) => inUse.has(name.replace(/\.json$/, "")))) {
    const schema = JSON.parse(readFileSync(join(resourceFolder, file), "utf8")) as CloudSchema;
    const [, service = "", resource = ""] = (schema.typeName ?? "").split("::");
    found.set(`${normalized(service)} ${normalized(resource)}`, schema);
  }
  return found;
}

/** The schema of CloudFormation that a type of @pulumi/aws has; absent where there is none of its name. */
function schemaOf(type: string, schemas: ReadonlyMap<string, CloudSchema>): CloudSchema | undefined {
  const [, module = "", resource = ""] = /^aws:([^/]+)\/[^:]+:(.*)$/.exec(type) ?? [];
  const own = resources[type];
  if (own !== undefined) {
    const [, service = "", name = ""] = own.split("::");
    return schemas.get(`${normalized(service)} ${normalized(name)}`);
  }
  const service = normalized(services[module] ?? module);
  return schemas.get(`${service} ${normalized(resource)}`);
}

/** The members of all shapes of an API, by their names without case. */
function membersOf({ shapes }: Model): Map<string, ApiShape[]> {
  const found = new Map<string, ApiShape[]>();
  const all = shapes as Record<string, ApiShape>;
  for (const { members = {} } of Object.values(all)) {
    for (const [name, { shape }] of Object.entries(members)) {
      const target = all[shape];
      if (target) {
        const key = normalized(name);
        found.set(key, [...(found.get(key) ?? []), target]);
      }
    }
  }
  return found;
}

/** The property of CloudFormation with the same name; lists have plural names in @pulumi/aws. */
function propertyOf(name: string, properties: Record<string, CloudSchema>): [string, CloudSchema] | undefined {
  const own = normalized(name);
  const entries = Object.entries(properties);
  return (
    entries.find(([key]) => normalized(key) === own) ??
    entries.find(([key]) => `${normalized(key)}s` === own || normalized(key) === `${own}s`)
  );
}

function resolved(schema: CloudSchema, root: CloudSchema): CloudSchema {
  const name = /^#\/definitions\/(.*)$/.exec(schema.$ref ?? "")?.[1];
  return name === undefined ? schema : (root.definitions?.[name] ?? schema);
}

const smallest = (values: readonly (number | undefined)[]): number | undefined =>
  values.includes(undefined) || values.length === 0 ? undefined : Math.min(...(values as number[]));
const greatest = (values: readonly (number | undefined)[]): number | undefined =>
  values.includes(undefined) || values.length === 0 ? undefined : Math.max(...(values as number[]));

/** Keys with a value. */
const defined = (limits: Limits): Limits =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));

function setOf(name: string, schema: CloudSchema, shapes: readonly ApiShape[]): string[] | undefined {
  const own = schema.enum;
  const others = shapes.map((shape) => shape.enum);
  if (own === undefined || shapes.length === 0 || others.includes(undefined) || GROWING.test(name)) {
    return undefined;
  }
  const all = [...new Set([...own, ...others.flat()].map(String))].sort();
  const isClosed = own.every((value) => typeof value === "string") && all.length <= MOST_VALUES;
  return isClosed && !all.some((value) => /\d/.test(value)) ? all : undefined;
}

/** The limits that both sources have of a property, the looser of each. */
function limitsOf(name: string, schema: CloudSchema, candidates: readonly ApiShape[]): Limits {
  const ofType = (...types: string[]): ApiShape[] => candidates.filter(({ type = "" }) => types.includes(type));
  switch (schema.type) {
    case "integer":
    case "number": {
      const numbers = ofType("integer", "long", "double", "float");
      return defined({
        minimum: smallest([schema.minimum, ...numbers.map(({ min }) => min)].slice(numbers.length === 0 ? 1 : 0)),
        maximum: greatest([schema.maximum, ...numbers.map(({ max }) => max)].slice(numbers.length === 0 ? 1 : 0)),
      });
    }
    case "string": {
      const strings = ofType("string");
      const values = setOf(name, schema, strings);
      if (values !== undefined) {
        return { values };
      }
      return defined({
        minLength: smallest([schema.minLength, ...strings.map(({ min }) => min)].slice(strings.length === 0 ? 1 : 0)),
        maxLength: greatest([schema.maxLength, ...strings.map(({ max }) => max)].slice(strings.length === 0 ? 1 : 0)),
      });
    }
    case "array": {
      const lists = ofType("list");
      return defined({
        minItems: smallest([schema.minItems, ...lists.map(({ min }) => min)].slice(lists.length === 0 ? 1 : 0)),
        maxItems: greatest([schema.maxItems, ...lists.map(({ max }) => max)].slice(lists.length === 0 ? 1 : 0)),
      });
    }
    default:
      return {};
  }
}

/** A limit that rejects nothing. */
function isOfUse({ minimum, maximum, minLength, maxLength, minItems, maxItems, values }: Limits): boolean {
  return (
    values !== undefined ||
    [minimum, maximum, maxLength, maxItems].some((limit) => limit !== undefined) ||
    (minLength ?? 0) > 1 ||
    (minItems ?? 0) > 1
  );
}

interface Walk {
  root: CloudSchema;
  shapes: Record<string, Shape>;
  members: ReadonlyMap<string, ApiShape[]>;
  readOnly: ReadonlySet<string>;
}

function limitsBelow(shape: Shape, schema: CloudSchema, path: readonly string[], walk: Walk): [string, Limits][] {
  const { root, shapes, members, readOnly } = walk;
  return Object.entries(shape).flatMap(([name, ref]): [string, Limits][] => {
    const found = propertyOf(name, schema.properties ?? {});
    if (!found || (path.length === 0 && readOnly.has(found[0]))) {
      return [];
    }
    const [key, raw] = found;
    const property = resolved(raw, root);
    const item = property.type === "array" && property.items ? resolved(property.items, root) : property;
    const own = [...path, name];
    const limits = TRANSFORMED.test(name) ? {} : limitsOf(name, property, members.get(normalized(key)) ?? []);
    const inner =
      typeof ref === "string" && own.length < DEEPEST ? limitsBelow(shapes[ref] ?? {}, item, own, walk) : [];
    return [...(isOfUse(limits) ? ([[own.join("."), limits]] as [string, Limits][]) : []), ...inner];
  });
}

const apiOf = (module: string, service: string, folders: readonly string[]): string | undefined => {
  const own = apis[module];
  const names = new Map(folders.map((name) => [normalized(name), name]));
  return own ?? names.get(normalized(service)) ?? names.get(normalized(module));
};

/** The limits of single properties, by module and type. Names that other tables own are left out. */
export function constraintTables(
  pulumi: PulumiSchema,
  folders: { lint: string; botocore: string },
  namesOf: Readonly<Record<string, { property: string }>>,
): ConstraintTables {
  const schemas = cloudSchemas(folders.lint);
  const apiFolders = readdirSync(join(folders.botocore, "botocore/data")).filter(
    (name) => existsSync(join(folders.botocore, "botocore/data", name)) && !name.includes("."),
  );
  const models = new Map<string, Map<string, ApiShape[]>>();
  const membersFor = (api: string): Map<string, ApiShape[]> => {
    const known = models.get(api) ?? membersOf(modelOf(folders.botocore, api));
    models.set(api, known);
    return known;
  };
  const tables: Record<string, TypeLimits> = {};
  const unmapped: string[] = [];
  let types = 0;
  for (const [type, shape] of Object.entries(pulumi.types).filter(([token]) => token.startsWith("aws:"))) {
    const module = /^aws:([^/]+)\//.exec(type)?.[1] ?? "";
    const schema = schemaOf(type, schemas);
    const service = (schema?.typeName ?? "").split("::")[1] ?? "";
    const api = schema && apiOf(module, service, apiFolders);
    if (!schema || api === undefined) {
      unmapped.push(type);
      continue;
    }
    const readOnly = new Set((schema.readOnlyProperties ?? []).map((path) => path.split("/")[2] ?? ""));
    const limits = limitsBelow(shape, schema, [], {
      root: schema,
      shapes: pulumi.shapes,
      members: membersFor(api),
      readOnly,
    });
    const kept = limits.filter(
      ([path]) => path !== namesOf[type]?.property && !Object.hasOwn(dropped, `${type} ${path}`),
    );
    if (kept.length > 0) {
      types += 1;
      (tables[module] ??= {})[type] = Object.fromEntries(kept.sort(([left], [right]) => (left < right ? -1 : 1)));
    }
  }
  return { tables, types, unmapped };
}
