import { parseAllDocuments } from "yaml";
import { table } from "../../src/aws/data/tables";
import { isProperty, propertiesOf, TYPES } from "../../src/testing/aws-schema";

/** A value of YAML, or of a literal in another language; what is no literal there is undefined. */
export type Plain = undefined | null | boolean | number | string | Plain[] | { [key: string]: Plain };

// The keys of a program in YAML, of its resources and of their options, as pulumi-yaml 1.25 takes them.
const PROGRAM = new Set(["config", "variables", "resources", "outputs", "name", "description", "runtime", "main"]);
/** What has one of these keys is a program, and else the arguments of a resource. */
const PARTS = ["config", "variables", "resources", "outputs"];
const RESOURCE = new Set(["type", "name", "defaultProvider", "properties", "options", "get"]);
const OPTIONS = new Set(
  (
    "additionalSecretOutputs aliases customTimeouts deleteBeforeReplace deletedWith dependsOn ignoreChanges import " +
    "parent pluginDownloadURL protect provider providers replaceOnChanges retainOnDelete version"
  ).split(" "),
);
const FUNCTIONS = new Set(
  (
    "assetArchive fileArchive fileAsset fromBase64 invoke join readFile remoteArchive remoteAsset secret select split " +
    "stringAsset toBase64 toJSON"
  ).split(" "),
);

/** What fixes use of other providers. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "random:RandomPassword": ["length", "special", "result"],
  "docker-build:Image": ["context", "push", "tags", "ref"],
};

const AWS_PROVIDER = "pulumi:providers:aws";
const PROVIDER_ARGUMENTS = ["region", "defaultTags", "allowedAccountIds"];

const { functions: FUNCTION_RESULTS } = table("aws-functions") as unknown as {
  functions: Record<string, object | undefined>;
};

const isObject = (value: Plain): value is Record<string, Plain> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: Plain): string => (typeof value === "string" ? value : JSON.stringify(value));

/** The whole token of `aws:rds:Instance`; undefined for what @pulumi/aws does not have. */
export function wholeToken(short: string): string | undefined {
  const [, module = "", name = ""] = /^aws:([\w-]+):(\w+)$/.exec(short) ?? [];
  const token = `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;
  return TYPES.includes(token) ? token : undefined;
}

/** The paths below a value that a type has no argument for. */
export function unknownArguments(type: string, value: Record<string, Plain>): string[] {
  const below = (inner: Plain, path: string): string[] => {
    if (Array.isArray(inner)) {
      return inner.flatMap((item) => below(item, path));
    }
    // What a function gives, and the statements of a policy, have keys of their own.
    if (!isObject(inner) || Object.keys(inner).some((key) => key.startsWith("fn::") || key === "Statement")) {
      return [];
    }
    return Object.entries(inner).flatMap(([key, item]) => {
      const full = path === "" ? key : `${path}.${key}`;
      const isKnown = path === "" ? propertiesOf(type).includes(key) : isProperty(type, full);
      return isKnown ? below(item, full) : [`${type} has no ${full}`];
    });
  };
  return below(value, "");
}

/** What is wrong with arguments that stand without their resource: none of the types has all of them. */
export function unknownFragment(value: Record<string, Plain>, types: readonly string[]): string[] {
  const wrong = types.map((type) => unknownArguments(type, value)).sort((a, b) => a.length - b.length);
  return wrong[0] ?? ["there is no type that it may be about"];
}

function functionProblems(value: Plain): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(functionProblems);
  }
  if (!isObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const name = /^fn::(\w+)$/.exec(key)?.[1];
    return [
      ...(key.startsWith("fn::") && !FUNCTIONS.has(name ?? "") ? [`there is no ${key}`] : []),
      ...(name === "invoke" ? invokeProblems(inner) : []),
      ...functionProblems(inner),
    ];
  });
}

function invokeProblems(call: Plain): string[] {
  const { function: named, return: result } = isObject(call) ? call : {};
  const [, module, name] = /^aws:(?:([\w-]+):)?(\w+)$/.exec(textOf(named)) ?? [];
  const known = FUNCTION_RESULTS[`aws:${module ?? "index"}/${String(name)}:${String(name)}`];
  if (known === undefined) {
    return [`there is no function ${textOf(named)}`];
  }
  return result === undefined || Object.hasOwn(known, textOf(result))
    ? []
    : [`${textOf(named)} gives no ${textOf(result)}`];
}

function referenceProblems(text: string, resources: Readonly<Record<string, string>>): string[] {
  return [...text.matchAll(/\$\{([^}]*)\}/g)].flatMap(([whole, access = ""]) => {
    const [name = "", property] = access.split(/[.[]/);
    if (!/^[A-Za-z][\w-]*$/.test(name)) {
      return [`${whole} is no reference`];
    }
    const type = resources[name];
    if (type === undefined || property === undefined) {
      return [];
    }
    const token = wholeToken(type);
    const isThere = token === undefined ? OTHERS[type]?.includes(property) : isProperty(token, property);
    return isThere === true ? [] : [`${type} has no ${property}`];
  });
}

function resourceProblems(name: string, resource: Plain): string[] {
  if (!isObject(resource)) {
    return [`${name} is no resource`];
  }
  const { type, properties = {}, options = {} } = resource;
  const strange = [
    ...Object.keys(resource).filter((key) => !RESOURCE.has(key)),
    ...Object.keys(options ?? {}).filter((key) => !OPTIONS.has(key)),
  ].map((key) => `a resource has no ${key}`);
  if (!isObject(properties)) {
    return [...strange, `the properties of ${name} are none`];
  }
  const token = wholeToken(textOf(type));
  const others = type === AWS_PROVIDER ? PROVIDER_ARGUMENTS : OTHERS[textOf(type)];
  if (token !== undefined) {
    return [...strange, ...unknownArguments(token, properties)];
  }
  return others === undefined
    ? [...strange, `there is no type ${textOf(type)}`]
    : [...strange, ...Object.keys(properties).filter((key) => !others.includes(key))];
}

function programProblems(program: Record<string, Plain>, resources: Record<string, Plain>): string[] {
  return [
    ...Object.keys(program)
      .filter((key) => !PROGRAM.has(key))
      .map((key) => `a program has no ${key}`),
    ...Object.entries(resources).flatMap(([name, one]) => resourceProblems(name, one)),
  ];
}

/**
 * What is wrong with a piece of a program in YAML: parts of a program (with one of its main keys, or named Pulumi.yaml
 * in a first line of comment), or arguments of a resource of one of `types`. Comments alone are right.
 */
export function yamlProblems(text: string, types: readonly string[]): string[] {
  return parseAllDocuments(text).flatMap((document) => {
    const value = document.toJS() as Plain;
    const wrong = [...document.errors, ...document.warnings].map(({ message }) => message);
    if (wrong.length > 0 || value === null) {
      return wrong;
    }
    if (!isObject(value)) {
      return [`${JSON.stringify(value)} has no keys`];
    }
    const isProgram = text.startsWith("# Pulumi.yaml\n") || PARTS.some((key) => key in value);
    const resources = isProgram && isObject(value["resources"]) ? value["resources"] : {};
    const typesOf = Object.fromEntries(
      Object.entries(resources).map(([name, one]) => [name, textOf(isObject(one) ? one["type"] : undefined)]),
    );
    return [
      ...(isProgram ? programProblems(value, resources) : unknownFragment(value, types)),
      ...functionProblems(value),
      ...referenceProblems(text, typesOf),
    ];
  });
}
