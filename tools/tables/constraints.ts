// What AWS accepts of single properties: lengths, ranges, numbers of items, sets of values and patterns. Two sources: the
// schemas of CloudFormation (as cfn-lint has them), which must agree with the models of the APIs (as botocore has them),
// the looser limit of the two; and the input of the very operation that creates the resource, also where it alone has a
// limit, since the API checks that one itself.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { modelOf } from "./botocore";
import exceptions from "./constraints.json";
import {
  creation,
  memberOf,
  membersOf as membersOfShape,
  normalized,
  type Api,
  type ApiShape,
  type Members,
} from "./operations";
import { translated } from "./patterns";

/** What AWS accepts of a property. */
interface Limits {
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  values?: string[];
  /** A regular expression for the whole string. */
  pattern?: string;
  /** Of a list: what is accepted of each string in it. */
  items?: Limits;
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
const MOST_VALUES = 12;
const GROWING =
  /instance|node|class|version|runtime|region|engine|family|model|locale|language|country|algorithm|tier|polic|size|metric|storage|timezone|charset|protocol/i;

/** Documents, names and ids, and what the provider writes in another way than the API. */
const TRANSFORMED =
  /policy|document|definition|body|template|userdata|json|tags|schema$|arn|name$|prefix$|ids?$|ip$|address/i;

const { services, resources, apis, dropped } = exceptions as {
  services: Record<string, string>;
  resources: Record<string, string>;
  apis: Record<string, string | string[]>;
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
function namesakesIn({ shapes }: Api): Map<string, ApiShape[]> {
  const found = new Map<string, ApiShape[]>();
  for (const { members = {} } of Object.values(shapes)) {
    for (const [name, { shape }] of Object.entries(members)) {
      const target = shapes[shape];
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
const defined = (limits: { readonly [Key in keyof Limits]: Limits[Key] | undefined }): Limits =>
  Object.fromEntries(Object.entries<unknown>(limits).filter(([, value]) => value !== undefined));

function setOf(name: string, schema: CloudSchema, shapes: readonly ApiShape[]): string[] | undefined {
  const own = schema.enum;
  const others = shapes.map((shape) => shape.enum);
  if (own === undefined || shapes.length === 0 || others.includes(undefined) || GROWING.test(name)) {
    return undefined;
  }
  const all = [...new Set([...own, ...others.flat()].map(String))].sort();
  const isClosed = own.every((value) => typeof value === "string") && all.length > 1 && all.length <= MOST_VALUES;
  return isClosed ? all : undefined;
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

/** What the provider writes in another way than the operation's input: names are as they are there. */
const OTHERWISE =
  /policy|document|definition|body|template|userdata|json|tags|schema$|arn|ids?$|ip$|address|password|secret|token|privatekey/i;

/** The limits that the operation's own model has. */
function ownLimits(
  name: string,
  { type = "", enum: values, min, max, pattern, member }: ApiShape,
  api: Api["shapes"],
): Limits {
  switch (type) {
    case "integer":
    case "long":
    case "double":
    case "float":
      return defined({ minimum: min, maximum: max });
    case "list": {
      const element = member && api[member.shape];
      const items = element?.type === "string" && !OTHERWISE.test(name) ? ownLimits(name, element, api) : {};
      return defined({ minItems: min, maxItems: max, items: isOfUse(items) ? items : undefined });
    }
    case "string": {
      const set = values && setOf(name, { enum: values }, [{ enum: values }]);
      return set
        ? { values: set }
        : values
          ? {}
          : defined({ minLength: min, maxLength: max, pattern: pattern && translated(pattern) });
    }
    default:
      return {};
  }
}

/** The limits of the input of the operation that creates the resource, by path. */
function operationLimits(
  shape: Shape,
  members: Members,
  path: readonly string[],
  { shapes, api, resource }: { shapes: Record<string, Shape>; api: Api["shapes"]; resource: string },
): [string, Limits][] {
  return Object.entries(shape).flatMap(([name, ref]): [string, Limits][] => {
    const member = memberOf(name, members, resource);
    if (member === undefined) {
      return [];
    }
    const own = [...path, name];
    const limits = OTHERWISE.test(name) && member.type !== "list" ? {} : ownLimits(name, member, api);
    const inner =
      typeof ref === "string" && own.length < DEEPEST
        ? operationLimits(shapes[ref] ?? {}, membersOfShape(member, api), own, { shapes, api, resource })
        : [];
    return [...(isOfUse(limits) ? ([[own.join("."), limits]] as [string, Limits][]) : []), ...inner];
  });
}

/** A limit that rejects nothing. */
function isOfUse({
  minimum,
  maximum,
  minLength,
  maxLength,
  minItems,
  maxItems,
  values,
  pattern,
  items,
}: Limits): boolean {
  return (
    values !== undefined ||
    items !== undefined ||
    pattern !== undefined ||
    [minimum, maximum, maxLength, maxItems].some((limit) => limit !== undefined) ||
    (minLength ?? 0) > 1 ||
    (minItems ?? 0) > 1
  );
}

interface Walk {
  root: CloudSchema;
  shapes: Record<string, Shape>;
  /** Members of the same name anywhere in the API. */
  namesakes: ReadonlyMap<string, ApiShape[]>;
  api: Api["shapes"];
  readOnly: ReadonlySet<string>;
}

function limitsBelow(
  shape: Shape,
  schema: CloudSchema,
  path: readonly string[],
  walk: Walk & { members?: Members },
): [string, Limits][] {
  const { root, shapes, namesakes, api, members, readOnly } = walk;
  return Object.entries(shape).flatMap(([name, ref]): [string, Limits][] => {
    const found = propertyOf(name, schema.properties ?? {});
    if (!found || (path.length === 0 && readOnly.has(found[0]))) {
      return [];
    }
    const [key, raw] = found;
    const property = resolved(raw, root);
    const item = property.type === "array" && property.items ? resolved(property.items, root) : property;
    const own = [...path, name];
    const member = members && memberOf(name, members);
    const candidates = member ? [member] : (namesakes.get(normalized(key)) ?? []);
    const limits = TRANSFORMED.test(name) ? {} : limitsOf(name, property, candidates);
    const inner =
      typeof ref === "string" && own.length < DEEPEST
        ? limitsBelow(shapes[ref] ?? {}, item, own, {
            ...walk,
            ...(member ? { members: membersOfShape(member, api) } : { members: undefined }),
          })
        : [];
    return [...(isOfUse(limits) ? ([[own.join("."), limits]] as [string, Limits][]) : []), ...inner];
  });
}

/** Both, a limit that the second has only where the first has none of its kind. */
function merged(first: readonly [string, Limits][], second: readonly [string, Limits][]): [string, Limits][] {
  const found = new Map(first);
  for (const [path, limits] of second) {
    const own = found.get(path);
    found.set(path, own?.values ? own : { ...limits, ...own });
  }
  return [...found];
}

/** The folders of botocore with the APIs of a module, the main one first. */
function apisOf(module: string, service: string, folders: readonly string[]): readonly string[] {
  const names = new Map(folders.map((name) => [normalized(name), name]));
  const own = apis[module] ?? names.get(normalized(service)) ?? names.get(normalized(module)) ?? [];
  return typeof own === "string" ? [own] : own;
}

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
  const models = new Map<string, { api: Api; namesakes: Map<string, ApiShape[]> }>();
  const modelFor = (folder: string): { api: Api; namesakes: Map<string, ApiShape[]> } => {
    const api = models.get(folder)?.api ?? (modelOf(folders.botocore, folder) as Api);
    const known = models.get(folder) ?? { api, namesakes: namesakesIn(api) };
    models.set(folder, known);
    return known;
  };
  const tables: Record<string, TypeLimits> = {};
  const unmapped: string[] = [];
  let types = 0;
  for (const [type, shape] of Object.entries(pulumi.types).filter(([token]) => token.startsWith("aws:"))) {
    const [, module = "", resource = ""] = /^aws:([^/]+)\/[^:]+:(.*)$/.exec(type) ?? [];
    const schema = schemaOf(type, schemas);
    const service = (schema?.typeName ?? "").split("::")[1] ?? "";
    const ofModule = apisOf(module, service, apiFolders).map(modelFor);
    const [main] = ofModule;
    const operation = creation(
      resource,
      Object.keys(shape),
      ofModule.map(({ api }) => api),
    );
    if (main === undefined || (schema === undefined && operation === undefined)) {
      unmapped.push(type);
      continue;
    }
    const both = schema
      ? limitsBelow(shape, schema, [], {
          root: schema,
          shapes: pulumi.shapes,
          namesakes: main.namesakes,
          api: operation?.shapes ?? main.api.shapes,
          readOnly: new Set((schema.readOnlyProperties ?? []).map((path) => path.split("/")[2] ?? "")),
          ...(operation && { members: operation.members }),
        })
      : [];
    const ofOperation = operation
      ? operationLimits(shape, operation.members, [], { shapes: pulumi.shapes, api: operation.shapes, resource })
      : [];
    const kept = merged(both, ofOperation).filter(
      ([path]) => path !== namesOf[type]?.property && !Object.hasOwn(dropped, `${type} ${path}`),
    );
    if (kept.length > 0) {
      types += 1;
      (tables[module] ??= {})[type] = Object.fromEntries(kept.sort(([left], [right]) => (left < right ? -1 : 1)));
    }
  }
  return { tables, types, unmapped };
}
