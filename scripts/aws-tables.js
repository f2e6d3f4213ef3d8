#!/usr/bin/env node
"use strict";
// Makes the tables about @pulumi/aws from the installed development dependency: `node scripts/aws-tables.js`.

const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const ts = require("typescript");

/** The day on which the tables were last made from a new release. */
const DATE = "2026-11-22";
const ROOT = join(__dirname, "..");
const RESOURCES = "facts/aws-resources.json";
const FUNCTIONS = "facts/aws-functions.json";
const CHOSEN = "facts/aws-chosen-fields.json";
const SCHEMA = "testing/aws-schema.json";
/** How deep the answers of data sources are described. */
const RESULT_DEPTH = 3;

/** A property that is no shape, or one whose shape has no names of its own. */
const PLAIN = 1;

/**
 * @typedef {{computed?: string[], optionalComputed?: string[], tags?: true, assets?: true}} ResourceRow
 * @typedef {Record<string, 1 | string>} Shape
 * @typedef {{token: string, computed: string[], inputs: Shape, optional: Set<string>, outputs: Map<string, boolean>, assets: boolean}} ResourceClass
 */

/** Files and archives, as arguments have them. */
const ASSET = /\basset\.(?:Asset|Archive)\b/;

/** @param {string} folder @returns {string[]} */
function javascriptFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== "node_modules")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return javascriptFiles(path);
      return entry.name.endsWith(".js") ? [path] : [];
    })
    .sort();
}

/** @param {string} path */
function parse(path) {
  const options = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(path, readFileSync(path, "utf8"), options);
}

/** @param {ts.EntityName | ts.Expression} name @returns {string} */
function dotted(name) {
  if (ts.isIdentifier(name)) return name.text;
  if (ts.isQualifiedName(name)) return `${dotted(name.left)}.${name.right.text}`;
  throw new Error(`unexpected name of kind ${ts.SyntaxKind[name.kind]}`);
}

/**
 * The shape that a type comes down to: promises, lists and maps of a shape are that shape.
 * @param {ts.TypeNode} type
 * @returns {1 | string}
 */
function shapeOf(type) {
  if (ts.isArrayTypeNode(type)) return shapeOf(type.elementType);
  if (ts.isParenthesizedTypeNode(type)) return shapeOf(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.map(shapeOf).find((shape) => shape !== PLAIN) ?? PLAIN;
  if (ts.isTypeLiteralNode(type)) {
    const index = type.members.find(ts.isIndexSignatureDeclaration);
    return index === undefined ? PLAIN : shapeOf(index.type);
  }
  if (!ts.isTypeReferenceNode(type)) return PLAIN;
  const name = dotted(type.typeName);
  if (name.startsWith("inputs.")) return name.slice("inputs.".length);
  return type.typeArguments === undefined ? PLAIN : shapeOf(type.typeArguments[0]);
}

/** @param {ts.InterfaceDeclaration} declaration @returns {Shape} */
function shapeOfInterface(declaration) {
  /** @type {Shape} */
  const shape = {};
  for (const member of declaration.members) {
    if (ts.isPropertySignature(member) && member.type) shape[member.name.text] = shapeOf(member.type);
  }
  return shape;
}

/** @param {ts.NodeArray<ts.Statement>} statements @param {string} prefix @param {Map<string, Shape>} shapes */
function collectShapes(statements, prefix, shapes) {
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement)) shapes.set(prefix + statement.name.text, shapeOfInterface(statement));
    else if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      collectShapes(statement.body.statements, `${prefix}${statement.name.text}.`, shapes);
    }
  }
}

/**
 * The properties of a class and, for each, whether a resource always has it.
 * @param {ts.ClassDeclaration} declaration
 */
function outputsOf(declaration) {
  /** @type {Map<string, boolean>} */
  const outputs = new Map();
  for (const member of declaration.members) {
    if (!ts.isPropertyDeclaration(member) || !member.type || !ts.isTypeReferenceNode(member.type)) continue;
    const type = member.type.typeArguments?.[0];
    const optional =
      type && ts.isUnionTypeNode(type) && type.types.some((t) => t.kind === ts.SyntaxKind.UndefinedKeyword);
    outputs.set(member.name.text, !optional);
  }
  return outputs;
}

/** @param {string} path the compiled module of a resource @returns {ResourceClass | undefined} */
function resourceClass(path) {
  const code = readFileSync(path, "utf8");
  const type = /static __pulumiType = '([^']+)'/.exec(code)?.[1];
  const name = /^class (\w+) extends pulumi\./m.exec(code)?.[1];
  if (type === undefined || name === undefined) return undefined;
  const file = parse(path.replace(/\.js$/, ".d.ts"));
  const { statements } = file;
  const declared = statements.find((s) => ts.isClassDeclaration(s) && s.name?.text === name);
  const args = statements.find((s) => ts.isInterfaceDeclaration(s) && s.name.text === `${name}Args`);
  if (!declared || !args) throw new Error(`${path} declares no ${name} with arguments`);
  return {
    token: type.includes(":") ? type : `pulumi:providers:${type}`,
    computed: [...code.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map((match) => match[1]),
    inputs: shapeOfInterface(args),
    optional: new Set(args.members.filter((member) => member.questionToken).map((member) => member.name.text)),
    outputs: outputsOf(declared),
    assets: args.members.some((member) => ASSET.test(member.getText(file))),
  };
}

/**
 * Optional inputs that the resource always has afterwards: AWS or the provider chooses where the program does not.
 * @param {ResourceClass} resource
 */
function optionalComputed({ computed, outputs, optional }) {
  return [...outputs]
    .filter(([name, always]) => always && optional.has(name) && !computed.includes(name))
    .map(([name]) => name);
}

/** @param {ResourceClass} resource @returns {ResourceRow} */
function resourceRow(resource) {
  const optional = optionalComputed(resource).sort();
  /** @type {ResourceRow} */
  const row = { computed: [...resource.computed].sort() };
  if (optional.length > 0) row.optionalComputed = optional;
  if ("tags" in resource.inputs) row.tags = true;
  if (resource.assets) row.assets = true;
  return row;
}

/**
 * The shapes that are reached from the resources; data sources have many more.
 * @param {Map<string, Shape>} shapes @param {Iterable<Shape>} roots
 */
function reachable(shapes, roots) {
  /** @type {Map<string, Shape>} */
  const found = new Map();
  const queue = [...roots];
  for (let shape = queue.pop(); shape !== undefined; shape = queue.pop()) {
    for (const ref of Object.values(shape)) {
      if (ref === PLAIN || found.has(ref)) continue;
      const next = shapes.get(ref);
      if (next === undefined) throw new Error(`no shape ${ref} in types/input.d.ts`);
      found.set(ref, next);
      queue.push(next);
    }
  }
  return found;
}

/**
 * The interfaces of a namespace file, such as `ec2.GetVpcCidrBlockAssociation`.
 * @param {ts.NodeArray<ts.Statement>} statements @param {string} prefix @param {Map<string, ts.InterfaceDeclaration>} found
 */
function collectInterfaces(statements, prefix, found) {
  for (const statement of statements) {
    if (ts.isInterfaceDeclaration(statement)) found.set(prefix + statement.name.text, statement);
    else if (ts.isModuleDeclaration(statement) && statement.body && ts.isModuleBlock(statement.body)) {
      collectInterfaces(statement.body.statements, `${prefix}${statement.name.text}.`, found);
    }
  }
  return found;
}

/**
 * What an answer of this type looks like: `s`, `n`, `b`, `m` for text, number, truth and map, a list of one for a list.
 * @param {ts.TypeNode} type @param {Map<string, ts.InterfaceDeclaration>} interfaces @param {number} depth
 * @returns {unknown}
 */
function resultShape(type, interfaces, depth) {
  if (ts.isArrayTypeNode(type)) return [resultShape(type.elementType, interfaces, depth)];
  if (type.kind === ts.SyntaxKind.NumberKeyword) return "n";
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return "b";
  if (ts.isTypeLiteralNode(type)) return "m";
  if (!ts.isTypeReferenceNode(type)) return "s";
  const declaration = interfaces.get(dotted(type.typeName).replace(/^outputs\./, ""));
  return declaration && depth > 0 ? resultFields(declaration, interfaces, depth - 1) : "m";
}

/** @param {ts.InterfaceDeclaration} declaration @param {Map<string, ts.InterfaceDeclaration>} interfaces @param {number} depth */
function resultFields(declaration, interfaces, depth) {
  const answered = declaration.members.filter((member) => ts.isPropertySignature(member) && !member.questionToken);
  return Object.fromEntries(sorted(answered.map((m) => [m.name.text, resultShape(m.type, interfaces, depth)])));
}

/** @param {string} path the compiled module of a data source @param {Map<string, ts.InterfaceDeclaration>} interfaces */
function dataSource(path, interfaces) {
  const token = /runtime\.invoke\("([^"]+)"/.exec(readFileSync(path, "utf8"))?.[1];
  if (token === undefined) return undefined;
  const statements = parse(path.replace(/\.js$/, ".d.ts")).statements;
  const result = statements.find((s) => ts.isInterfaceDeclaration(s) && s.name.text.endsWith("Result"));
  return result === undefined ? undefined : [token, resultFields(result, interfaces, RESULT_DEPTH)];
}

/**
 * What AWS or the provider chooses inside of an input where the program does not: optional fields of a shape that it
 * always has afterwards. `within` are the fields in which there is more of that kind.
 * @typedef {{fields?: string[], within?: Record<string, string>}} Chosen
 */

/**
 * @param {Map<string, ts.InterfaceDeclaration>} inputs @param {Map<string, ts.InterfaceDeclaration>} outputs
 * @param {Map<string, Shape>} shapes
 * @returns {Map<string, Chosen>} by shape
 */
function chosenFields(inputs, outputs, shapes) {
  const own = new Map(
    [...inputs].map(([name, { members }]) => {
      const always = (outputs.get(name)?.members ?? []).filter((m) => !m.questionToken).map((m) => m.name.text);
      return [name, members.filter((m) => m.questionToken && always.includes(m.name.text)).map((m) => m.name.text)];
    }),
  );
  const leads = (name, seen = []) =>
    !seen.includes(name) &&
    ((own.get(name) ?? []).length > 0 || refsOf(shapes.get(name)).some(([, ref]) => leads(ref, [...seen, name])));
  /** @type {[string, Chosen][]} */
  const found = [...shapes.keys()]
    .filter((name) => leads(name))
    .map((name) => {
      const fields = [...(own.get(name) ?? [])].sort();
      const within = refsOf(shapes.get(name)).filter(([, ref]) => leads(ref));
      return [
        name,
        {
          ...(fields.length > 0 && { fields }),
          ...(within.length > 0 && { within: Object.fromEntries(sorted(within)) }),
        },
      ];
    });
  return new Map(found);
}

/** @param {Shape | undefined} shape @returns {[string, string][]} the fields that have a shape of their own */
function refsOf(shape) {
  return Object.entries(shape ?? {}).filter(([, ref]) => ref !== PLAIN);
}

/** @template V @param {Iterable<[string, V]>} entries @returns {[string, V][]} */
function sorted(entries) {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** @param {Shape} shape */
function sortedShape(shape) {
  return Object.fromEntries(sorted(Object.entries(shape)));
}

/** @param {string} name @param {Iterable<[string, unknown]>} entries one line each */
function section(name, entries) {
  const lines = sorted(entries).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `${JSON.stringify(name)}:{\n${lines.join(",\n")}\n}`;
}

/** @returns {Record<string, string>} the text of each table by its path */
function makeTables() {
  const folder = dirname(require.resolve("@pulumi/aws/package.json"));
  const { name, version } = require("@pulumi/aws/package.json");
  const head = `{"source":"${name} ${version}","date":"${DATE}",\n`;

  /** @type {Map<string, ResourceRow>} */
  const rows = new Map();
  /** @type {Map<string, Shape>} */
  const inputs = new Map();
  /** @type {Map<string, string[]>} */
  const outputs = new Map();
  const interfaces = collectInterfaces(parse(join(folder, "types/output.d.ts")).statements, "", new Map());
  const functions = new Map();
  for (const path of javascriptFiles(folder)) {
    const source = dataSource(path, interfaces);
    if (source !== undefined) functions.set(...source);
    const resource = resourceClass(path);
    if (resource === undefined || inputs.has(resource.token)) continue;
    const { token } = resource;
    if (!token.startsWith("pulumi:")) rows.set(token, resourceRow(resource));
    inputs.set(token, sortedShape(resource.inputs));
    outputs.set(token, [...resource.outputs.keys()].filter((key) => !(key in resource.inputs)).sort());
  }

  /** @type {Map<string, Shape>} */
  const shapes = new Map();
  const { statements, text } = parse(join(folder, "types/input.d.ts"));
  if (ASSET.test(text)) throw new Error("an asset lies inside an argument, where resourceRow does not look");
  collectShapes(statements, "", shapes);
  const reached = reachable(shapes, inputs.values());
  const used = [...reached].map(([key, shape]) => [key, sortedShape(shape)]);
  const chosen = chosenFields(collectInterfaces(statements, "", new Map()), interfaces, reached);
  const leading = [...inputs].flatMap(([token, shape]) => {
    const within = refsOf(shape).filter(([, ref]) => chosen.has(ref));
    return within.length === 0 ? [] : [[token, Object.fromEntries(within)]];
  });
  return {
    [RESOURCES]: `${head}${section("types", rows)}}\n`,
    [FUNCTIONS]: `${head}${section("functions", functions)}}\n`,
    [CHOSEN]: `${head}${section("types", leading)},\n${section("shapes", chosen)}}\n`,
    [SCHEMA]: `${head}${section("types", inputs)},\n${section("outputs", outputs)},\n${section("shapes", used)}}\n`,
  };
}

module.exports = { makeTables };

if (require.main === module) {
  for (const [path, text] of Object.entries(makeTables())) writeFileSync(join(ROOT, path), text);
}
