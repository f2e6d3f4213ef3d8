// The tables about @pulumi/aws, from the package that is installed here.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import type { Source } from "./sources";

const ROOT = join(__dirname, "../..");
/** How deep the answers of data sources are described. */
const RESULT_DEPTH = 3;

/** A property without a shape, or one whose shape has no names of its own. */
const PLAIN = 1;

/** The properties of an object, each with the name of its shape. */
type Shape = Record<string, typeof PLAIN | string>;

interface ResourceRow {
  computed: string[];
  optionalComputed?: string[];
  tags?: true;
  assets?: true;
}

interface Output {
  type: ts.TypeNode;
  /** True where a resource always has it. */
  always: boolean;
}

interface ResourceClass {
  token: string;
  computed: string[];
  inputs: Shape;
  optional: ReadonlySet<string>;
  outputs: ReadonlyMap<string, Output>;
  assets: boolean;
  /** The inputs that the class wraps in `pulumi.secret`, since the provider's schema marks them as sensitive. */
  marked: string[];
  /** The inputs that hold strings. */
  strings: ReadonlySet<string>;
}

/** The sensitive inputs of a resource: those that the schema marks, and strings whose name says that they are. */
interface SensitiveRow {
  marked?: string[];
  named?: string[];
}

/**
 * What AWS or the provider chooses inside of an input where the program does not: optional fields of a shape that it
 * always has afterwards. `within` are the fields in which there is more of that kind.
 */
interface Chosen {
  fields?: string[];
  within?: Record<string, string>;
}

/** What the answer of a data source looks like: a letter for a type, a list of one for a list. */
type ResultShape = "s" | "n" | "b" | "m" | [ResultShape] | { [field: string]: ResultShape };

type Interfaces = Map<string, ts.InterfaceDeclaration>;

/** The SDK marks whole inputs only, so what is inside of them is found by the name of the field. */
const SENSITIVE_NAME =
  /(?:passwords?|passphrase|secret|(?:private|secret|secretAccess|api|auth|preshared)Key|(?:access|auth|hec|id|jwt|oauth|refresh|secret|webIdentity)Token)(?:Wo)?$/i;

/** Files and archives, as arguments have them. */
const ASSET = /\basset\.(?:Asset|Archive)\b/;

function javascriptFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return javascriptFiles(path);
      }
      return entry.name.endsWith(".js") ? [path] : [];
    })
    .sort();
}

function parse(path: string): ts.SourceFile {
  const options = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(path, readFileSync(path, "utf8"), options);
}

function dotted(name: ts.EntityName): string {
  return ts.isIdentifier(name) ? name.text : `${dotted(name.left)}.${name.right.text}`;
}

/** The name of a member in a declaration of @pulumi/aws: an identifier always. */
function nameOf(member: ts.TypeElement | ts.ClassElement): string {
  if (member.name === undefined || !ts.isIdentifier(member.name)) {
    throw new Error("a member of @pulumi/aws has a name that is not an identifier");
  }
  return member.name.text;
}

/** The shape that a type comes down to: promises, lists and maps of a shape are that shape. */
function shapeOf(type: ts.TypeNode): typeof PLAIN | string {
  if (ts.isArrayTypeNode(type)) {
    return shapeOf(type.elementType);
  }
  if (ts.isParenthesizedTypeNode(type)) {
    return shapeOf(type.type);
  }
  if (ts.isUnionTypeNode(type)) {
    return type.types.map(shapeOf).find((shape) => shape !== PLAIN) ?? PLAIN;
  }
  if (ts.isTypeLiteralNode(type)) {
    const index = type.members.find(ts.isIndexSignatureDeclaration);
    return index === undefined ? PLAIN : shapeOf(index.type);
  }
  if (!ts.isTypeReferenceNode(type)) {
    return PLAIN;
  }
  const name = dotted(type.typeName);
  const [argument] = type.typeArguments ?? [];
  return name.startsWith("inputs.") ? name.slice("inputs.".length) : argument === undefined ? PLAIN : shapeOf(argument);
}

function shapeOfInterface({ members }: ts.InterfaceDeclaration): Shape {
  return Object.fromEntries(
    members.flatMap((member) =>
      ts.isPropertySignature(member) && member.type ? [[nameOf(member), shapeOf(member.type)]] : [],
    ),
  );
}

const isString = (type: ts.TypeNode, file: ts.SourceFile): boolean =>
  /\bstring\b/.test(type.getText(file)) && !/\bboolean\b|\binputs\./.test(type.getText(file));

/** The members of an interface that hold a string, several, or a map of them. */
const stringsIn = ({ members }: ts.InterfaceDeclaration, file: ts.SourceFile): string[] =>
  members.flatMap((member) =>
    ts.isPropertySignature(member) && member.type && isString(member.type, file) ? [nameOf(member)] : [],
  );

/** The interfaces of a file with namespaces, by name: `ec2.GetVpcCidrBlockAssociation`. */
function interfacesIn(statements: readonly ts.Statement[], prefix = "", found: Interfaces = new Map()): Interfaces {
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement)) {
      found.set(prefix + statement.name.text, statement);
    } else if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      interfacesIn(statement.body.statements, `${prefix}${statement.name.text}.`, found);
    }
  }
  return found;
}

const isUndefined = ({ kind }: ts.TypeNode): boolean => kind === ts.SyntaxKind.UndefinedKeyword;

/** The properties of a class. */
function outputsOf({ members }: ts.ClassDeclaration): Map<string, Output> {
  const outputs = new Map<string, Output>();
  for (const member of members) {
    if (ts.isPropertyDeclaration(member) && member.type && ts.isTypeReferenceNode(member.type)) {
      const [type] = member.type.typeArguments ?? [];
      if (type !== undefined) {
        outputs.set(nameOf(member), { type, always: !(ts.isUnionTypeNode(type) && type.types.some(isUndefined)) });
      }
    }
  }
  return outputs;
}

/** The resource of a compiled module. */
function resourceClass(path: string): ResourceClass | undefined {
  const code = readFileSync(path, "utf8");
  const type = /static __pulumiType = '([^']+)'/.exec(code)?.[1];
  const name = /^class (\w+) extends pulumi\./m.exec(code)?.[1];
  if (type === undefined || name === undefined) {
    return undefined;
  }
  const file = parse(path.replace(/\.js$/, ".d.ts"));
  const declared = file.statements.filter(ts.isClassDeclaration).find((one) => one.name?.text === name);
  const args = file.statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text === `${name}Args`);
  if (!declared || !args) {
    throw new Error(`${path} declares no ${name} with arguments`);
  }
  return {
    token: type.includes(":") ? type : `pulumi:providers:${type}`,
    computed: [...code.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map(([, key = ""]) => key),
    inputs: shapeOfInterface(args),
    optional: new Set(args.members.filter(({ questionToken }) => questionToken).map(nameOf)),
    outputs: outputsOf(declared),
    assets: args.members.some((member) => ASSET.test(member.getText(file))),
    marked: [...code.matchAll(/resourceInputs\["(\w+)"\] = .*\bpulumi\.secret\(/g)].map(([, key = ""]) => key),
    strings: new Set(stringsIn(args, file)),
  };
}

/** Optional inputs that the resource always has afterwards: AWS or the provider chooses where the program does not. */
function optionalComputed({ computed, outputs, optional }: ResourceClass): string[] {
  return [...outputs]
    .filter(([name, { always }]) => always && optional.has(name) && !computed.includes(name))
    .map(([name]) => name);
}

function resourceRow(resource: ResourceClass): ResourceRow {
  const optional = optionalComputed(resource).sort();
  return {
    computed: [...resource.computed].sort(),
    ...(optional.length > 0 && { optionalComputed: optional }),
    ...("tags" in resource.inputs && { tags: true }),
    ...(resource.assets && { assets: true }),
  };
}

/** What AWS computes of a resource and is more than a string. */
function outputShapes({ computed, outputs }: ResourceClass, chosen: readonly string[], interfaces: Interfaces) {
  return [...computed, ...chosen].flatMap((name): [string, ResultShape][] => {
    const output = outputs.get(name);
    const shape = output && resultShape(output.type, interfaces, RESULT_DEPTH);
    return shape === undefined || shape === "s" ? [] : [[name, shape]];
  });
}

/** The shapes that are reached from the resources; data sources have many more. */
function reachable(shapes: ReadonlyMap<string, Shape>, roots: Iterable<Shape>): Map<string, Shape> {
  const found = new Map<string, Shape>();
  const queue = [...roots];
  for (let shape = queue.pop(); shape !== undefined; shape = queue.pop()) {
    for (const ref of Object.values(shape)) {
      if (ref === PLAIN || found.has(ref)) {
        continue;
      }
      const next = shapes.get(ref);
      if (next === undefined) {
        throw new Error(`no shape ${ref} in types/input.d.ts`);
      }
      found.set(ref, next);
      queue.push(next);
    }
  }
  return found;
}

/** What an answer of this type looks like: `s`, `n`, `b`, `m` for string, number, boolean and map. */
function resultShape(type: ts.TypeNode, interfaces: Interfaces, depth: number): ResultShape {
  if (ts.isArrayTypeNode(type)) {
    return [resultShape(type.elementType, interfaces, depth)];
  }
  if (type.kind === ts.SyntaxKind.NumberKeyword) {
    return "n";
  }
  if (type.kind === ts.SyntaxKind.BooleanKeyword) {
    return "b";
  }
  if (ts.isUnionTypeNode(type)) {
    const given = type.types.find((one) => !isUndefined(one));
    return given === undefined ? "s" : resultShape(given, interfaces, depth);
  }
  if (ts.isTypeLiteralNode(type)) {
    return "m";
  }
  if (!ts.isTypeReferenceNode(type)) {
    return "s";
  }
  const declaration = interfaces.get(dotted(type.typeName).replace(/^outputs\./, ""));
  return declaration && depth > 0 ? resultFields(declaration, interfaces, depth - 1) : "m";
}

function resultFields(
  { members }: ts.InterfaceDeclaration,
  interfaces: Interfaces,
  depth: number,
): Record<string, ResultShape> {
  const fields = members.flatMap((member): [string, ResultShape][] =>
    ts.isPropertySignature(member) && member.type && !member.questionToken
      ? [[nameOf(member), resultShape(member.type, interfaces, depth)]]
      : [],
  );
  return Object.fromEntries(sorted(fields));
}

/** The data source of a compiled module. */
function dataSource(path: string, interfaces: Interfaces): [string, Record<string, ResultShape>] | undefined {
  const token = /runtime\.invoke\("([^"]+)"/.exec(readFileSync(path, "utf8"))?.[1];
  if (token === undefined) {
    return undefined;
  }
  const { statements } = parse(path.replace(/\.js$/, ".d.ts"));
  const result = statements.filter(ts.isInterfaceDeclaration).find((one) => one.name.text.endsWith("Result"));
  return result === undefined ? undefined : [token, resultFields(result, interfaces, RESULT_DEPTH)];
}

/** The fields of a shape that have a shape of their own. */
function refsOf(shape: Shape | undefined): [string, string][] {
  return Object.entries(shape ?? {}).flatMap(([name, ref]) => (ref === PLAIN ? [] : [[name, ref] as [string, string]]));
}

/** What is chosen inside of inputs, by shape. */
function chosenFields(
  inputs: Interfaces,
  outputs: Interfaces,
  shapes: ReadonlyMap<string, Shape>,
): Map<string, Chosen> {
  const own = new Map(
    [...inputs].map(([name, { members }]) => {
      const always = (outputs.get(name)?.members ?? ts.factory.createNodeArray<ts.TypeElement>())
        .filter(({ questionToken }) => !questionToken)
        .map(nameOf);
      const optional = members.filter(({ questionToken }) => questionToken).map(nameOf);
      return [name, optional.filter((field) => always.includes(field))] as const;
    }),
  );
  const leads = (name: string, seen: readonly string[] = []): boolean =>
    !seen.includes(name) &&
    ((own.get(name) ?? []).length > 0 || refsOf(shapes.get(name)).some(([, ref]) => leads(ref, [...seen, name])));
  return new Map(
    [...shapes.keys()]
      .filter((name) => leads(name))
      .map((name): [string, Chosen] => {
        const fields = [...(own.get(name) ?? [])].sort();
        const within = refsOf(shapes.get(name)).filter(([, ref]) => leads(ref));
        return [
          name,
          {
            ...(fields.length > 0 && { fields }),
            ...(within.length > 0 && { within: Object.fromEntries(sorted(within)) }),
          },
        ];
      }),
  );
}

/** Strings with a telling name below a shape, by their paths; a shape that contains itself is entered once. */
function namedBelow(
  shape: Shape,
  strings: ReadonlySet<string>,
  shapeOfName: (name: string) => { shape: Shape; strings: ReadonlySet<string> },
  seen: readonly string[] = [],
): string[] {
  return Object.entries(shape).flatMap(([key, ref]) => {
    if (ref === PLAIN) {
      return SENSITIVE_NAME.test(key) && strings.has(key) ? [key] : [];
    }
    if (seen.includes(ref)) {
      return [];
    }
    const below = shapeOfName(ref);
    return namedBelow(below.shape, below.strings, shapeOfName, [...seen, ref]).map((path) => `${key}.${path}`);
  });
}

function sorted<Value>(entries: Iterable<[string, Value]>): [string, Value][] {
  return [...entries].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

const sortedShape = (shape: Shape): Shape => Object.fromEntries(sorted(Object.entries(shape)));

/** A part of a table, one line for each entry. */
function section(name: string, entries: Iterable<[string, unknown]>): string {
  const lines = sorted(entries).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `${JSON.stringify(name)}:{\n${lines.join(",\n")}\n}`;
}

/** The tables about @pulumi/aws by their paths. */
export function pulumiAwsTables({ name, version, date }: Source): Record<string, string> {
  const folder = dirname(require.resolve("@pulumi/aws/package.json", { paths: [ROOT] }));
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  if (manifest.version !== version) {
    throw new Error(`${name} ${manifest.version} is installed, but tools/tables/sources.json names ${version}`);
  }
  const head = `{"source":"${name} ${version}","date":"${date}","strength":"generated",\n`;

  const rows = new Map<string, ResourceRow>();
  const inputs = new Map<string, Shape>();
  const outputs = new Map<string, string[]>();
  const interfaces = interfacesIn(parse(join(folder, "types/output.d.ts")).statements);
  const functions = new Map<string, Record<string, ResultShape>>();
  const computed = new Map<string, Record<string, ResultShape>>();
  const classes: ResourceClass[] = [];
  for (const path of javascriptFiles(folder)) {
    const source = dataSource(path, interfaces);
    if (source !== undefined) {
      functions.set(...source);
    }
    const resource = resourceClass(path);
    if (resource === undefined || inputs.has(resource.token)) {
      continue;
    }
    const { token } = resource;
    if (!token.startsWith("pulumi:")) {
      const row = resourceRow(resource);
      rows.set(token, row);
      const typed = outputShapes(resource, row.optionalComputed ?? [], interfaces);
      if (typed.length > 0) {
        computed.set(token, Object.fromEntries(sorted(typed)));
      }
    }
    classes.push(resource);
    inputs.set(token, sortedShape(resource.inputs));
    outputs.set(token, [...resource.outputs.keys()].filter((key) => !(key in resource.inputs)).sort());
  }

  const inputFile = parse(join(folder, "types/input.d.ts"));
  const { statements, text } = inputFile;
  if (ASSET.test(text)) {
    throw new Error("an asset is inside of an argument, where resourceRow does not look");
  }
  const declared = interfacesIn(statements);
  const shapes = new Map([...declared].map(([key, one]) => [key, shapeOfInterface(one)]));
  const reached = reachable(shapes, inputs.values());
  const used = [...reached].map(([key, shape]): [string, Shape] => [key, sortedShape(shape)]);
  const chosen = chosenFields(declared, interfaces, reached);
  const leading = [...inputs].flatMap(([token, shape]): [string, Record<string, string>][] => {
    const within = refsOf(shape).filter(([, ref]) => chosen.has(ref));
    return within.length === 0 ? [] : [[token, Object.fromEntries(within)]];
  });
  const chosenShapes = [...chosen].flatMap(([name, { fields = [] }]): [string, Record<string, ResultShape>][] => {
    const declaration = interfaces.get(name);
    const all = declaration ? resultFields(declaration, interfaces, RESULT_DEPTH) : {};
    const typed = Object.entries(all).filter(([field, shape]) => fields.includes(field) && shape !== "s");
    return typed.length > 0 ? [[name, Object.fromEntries(typed)]] : [];
  });
  const stringsOf = new Map([...declared].map(([key, one]) => [key, new Set(stringsIn(one, inputFile))]));
  const sensitive = classes.flatMap(({ token, marked, inputs: shape, strings }): [string, SensitiveRow][] => {
    const found = namedBelow(shape, strings, (name) => ({
      shape: reached.get(name) ?? {},
      strings: stringsOf.get(name) ?? new Set(),
    }));
    const named = found.filter((path) => !marked.includes(path)).sort();
    return marked.length + named.length === 0
      ? []
      : [[token, { ...(marked.length > 0 && { marked: [...marked].sort() }), ...(named.length > 0 && { named }) }]];
  });
  return {
    "src/aws/data/aws-output-shapes.json": `${head}${section("types", computed)},\n${section("chosen", chosenShapes)}}\n`,
    "src/aws/data/aws-resources.json": `${head}${section("types", rows)}}\n`,
    "src/aws/data/aws-functions.json": `${head}${section("functions", functions)}}\n`,
    "src/aws/data/aws-sensitive-arguments.json": `${head}${section("types", sensitive)}}\n`,
    "src/aws/data/aws-chosen-fields.json": `${head}${section("types", leading)},\n${section("shapes", chosen)}}\n`,
    "src/testing/aws-schema.json": `${head}${section("types", inputs)},\n${section("outputs", outputs)},\n${section("shapes", used)}}\n`,
  };
}
