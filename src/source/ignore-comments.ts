import type { SyntaxNode } from "@lezer/common";
import { argumentsOf, calleeOf, namedArgumentsOf } from "./calls";
import { parseSource } from "./parse";
import type { ProjectFiles } from "./project-files";
import { Source } from "./source";
import { childrenOf, isLiteral, nodesBelow, partsOf, unquoted } from "./syntax";

/** What begins a comment that exempts the resource below it. */
export const IGNORE = "preflight-ignore";

/** A comment that exempts a resource from rules, as it is written. */
export interface IgnoreComment {
  /** `index.ts:12`. */
  place: string;
  /** What is after the keyword. */
  text: string;
  /** Patterns on the URNs of the resources below it; empty where there are none with a name that is written out. */
  resources: readonly string[];
}

/** The comments of a program that exempt resources, by the parse trees of its sources: TypeScript, JavaScript, Python, Go, YAML. */
export function ignoreCommentsIn(files: ProjectFiles): IgnoreComment[] {
  const found = files.sources.filter(({ text }) => text.includes(IGNORE)).flatMap(inSource);
  const others = files.paths.filter((path) => path.endsWith(".go") || isYamlProgram(path, files));
  return [
    ...found,
    ...others.flatMap((path) => {
      const text = files.read(path) ?? "";
      return text.includes(IGNORE) ? (path.endsWith(".go") ? inGo(path, text) : inYaml(path, text)) : [];
    }),
  ];
}

function isYamlProgram(path: string, { settings }: ProjectFiles): boolean {
  return settings?.runtime === "yaml" && /\.ya?ml$/.test(path) && !/^Pulumi\.[^/]+\.ya?ml$/.test(path);
}

/** A resource that a source creates. */
interface Construction {
  className: string;
  /** In the module of the class, where that is known: `rds`. */
  module?: string | undefined;
  /** A pattern on its name; absent where that is computed. */
  name: string | undefined;
}

/** A pattern on the URN of a resource. */
function patternOf({ className, module, name }: Construction): string[] {
  const type = module === undefined ? `*:${className}` : `*:{${module}/*,${module}}:${className}`;
  return name === undefined ? [] : [`${type}::${name}`];
}

/** Modules that the provider registers under another name. */
const RENAMED = /^(?:alb|lb|elb|applicationloadbalancing|elasticloadbalancing(?:v2)?)$/;

function moduleOf(name: string | undefined): string | undefined {
  const [, module] = /^aws\.(\w+)\.\w+$/.exec(name ?? "") ?? [];
  return module === undefined || RENAMED.test(module) ? undefined : module;
}

const escaped = (text: string): string => text.replaceAll(/[\\*?[\]{}]/g, "\\$&");

/** A literal as a pattern: what a template computes may be anything. */
function literalPattern(literal: string): string | undefined {
  const text = unquoted(literal);
  if (text === undefined) {
    return undefined;
  }
  const isTemplate = literal.startsWith("`");
  const isFormat = /^[rR]?[fF]/.test(literal);
  const parts = text.split(isTemplate ? /\$\{[^{}]*\}/ : isFormat ? /\{[^{}]*\}/ : /(?!)/);
  return parts.join("") === "" ? undefined : parts.map(escaped).join("*");
}

type Comment = Pick<IgnoreComment, "place" | "text">;

function commentAt(source: { path: string; text: string }, { from, to }: SyntaxNode): Comment | undefined {
  const whole = source.text.slice(from, to);
  const at = whole.indexOf(IGNORE);
  if (at < 0 || !/^[\s/#*]*$/.test(whole.slice(0, at))) {
    return undefined;
  }
  const line = source.text.slice(0, from + at).split("\n").length;
  const text = whole
    .slice(at + IGNORE.length)
    .split("\n", 1)
    .join("");
  return { place: `${source.path}:${String(line)}`, text: text.replace(/\*\/\s*$/, "").trim() };
}

/** The statement, property or item that a comment is above; absent for one behind code. */
function below(source: { text: string }, comment: SyntaxNode): SyntaxNode | undefined {
  const start = source.text.lastIndexOf("\n", comment.from - 1) + 1;
  if (source.text.slice(start, comment.from).trim() !== "") {
    return undefined;
  }
  let node = comment.nextSibling;
  while (node?.name.endsWith("Comment")) {
    node = node.nextSibling;
  }
  return node ?? undefined;
}

/** What has statements of its own: a comment above it is not above them. */
const BODIES = /^(?:Block|Body|ClassBody)$/;

interface Parsed {
  path: string;
  text: string;
  root: SyntaxNode;
}

function commentsIn(source: Parsed, construction: (node: SyntaxNode) => Construction | undefined): IgnoreComment[] {
  const found: IgnoreComment[] = [];
  for (const node of nodesBelow(source.root)) {
    const comment = node.name.endsWith("Comment") ? commentAt(source, node) : undefined;
    if (comment) {
      const statement = below(source, node);
      found.push({ ...comment, resources: statement ? resourcesIn(statement, construction) : [] });
    }
  }
  return found;
}

function resourcesIn(statement: SyntaxNode, construction: (node: SyntaxNode) => Construction | undefined): string[] {
  const found: string[] = [];
  const into = (node: SyntaxNode): boolean => {
    const created = construction(node);
    if (created) {
      found.push(...patternOf(created));
    }
    // What an argument creates has a comment of its own.
    return created === undefined && !BODIES.test(node.name);
  };
  // Each node decides whether the generator goes on below it.
  Array.from(nodesBelow(statement, into));
  return found;
}

function inSource(source: Source): IgnoreComment[] {
  const keyOf = ({ from, to }: SyntaxNode): string => `${String(from)}-${String(to)}`;
  const calls = new Map(source.calls.map((call) => [keyOf(call.node), call]));
  return commentsIn(source, (node) => {
    const call = /^(?:New|Call)Expression$/.test(node.name) ? calls.get(keyOf(node)) : undefined;
    const path = call?.callee ?? "";
    const className = path.slice(path.lastIndexOf(".") + 1);
    if (call === undefined || !/^[A-Z]\w*$/.test(className)) {
      return undefined;
    }
    const named = namedArgumentsOf(source, call.node).find(({ name }) => name === "resource_name")?.value;
    const given = named ?? argumentsOf(call.node)[0];
    const name = given && isLiteral(given) ? literalPattern(source.textOf(given)) : undefined;
    return { className, module: moduleOf(call.name), name };
  });
}

/** `ec2.NewVpc(ctx, "vpc", …)`. */
function inGo(path: string, text: string): IgnoreComment[] {
  const source = { path, text, root: parseSource(path, text).topNode };
  return commentsIn(source, (node) => {
    const callee = node.name === "CallExpr" ? calleeOf(node) : undefined;
    const [, module, className] = /^(\w+)\.New([A-Z]\w*)$/.exec(callee ? text.slice(callee.from, callee.to) : "") ?? [];
    if (className === undefined) {
      return undefined;
    }
    const list = node.getChild("Arguments");
    const [, name] = list ? partsOf(list) : [];
    const [literal] = name ?? [];
    const isPlain = name?.length === 1 && literal?.name === "String";
    return {
      className,
      module: moduleOf(`aws.${String(module)}.${className}`),
      name: isPlain ? literalPattern(text.slice(literal.from, literal.to)) : undefined,
    };
  });
}

/** A key of `resources` with a comment above it. */
function inYaml(path: string, text: string): IgnoreComment[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it as the pack starts
  const { isMap, isScalar, parseDocument } = require("yaml") as typeof import("yaml");
  const { contents } = parseDocument(text);
  const resources = isMap(contents) ? contents.get("resources", true) : undefined;
  if (!isMap(resources)) {
    return [];
  }
  return resources.items.flatMap(({ key, value }, index): IgnoreComment[] => {
    if (!isScalar(key) || !key.range) {
      return [];
    }
    // What is above the first key belongs to the map.
    const above = [index === 0 ? resources.commentBefore : undefined, key.commentBefore].join("\n");
    const type = isMap(value) ? value.get("type") : undefined;
    const given = isMap(value) ? value.get("name") : undefined;
    const [, className] = /:(\w+)$/.exec(typeof type === "string" ? type : "") ?? [];
    const [, module] = /^aws:(\w+)[/:]/.exec(typeof type === "string" ? type : "") ?? [];
    const name = escaped(typeof given === "string" ? given : String(key.value));
    const line = text.slice(0, text.lastIndexOf(IGNORE, key.range[0])).split("\n").length;
    return above
      .split("\n")
      .map((one) => one.trim())
      .filter((one) => one.startsWith(IGNORE))
      .map((one) => ({
        place: `${path}:${String(line)}`,
        text: one.slice(IGNORE.length).trim(),
        resources:
          className === undefined
            ? []
            : patternOf({ className, module: moduleOf(`aws.${module ?? ""}.${className}`), name }),
      }));
  });
}

/** Where a comment can be put above the statement that creates a resource. */
export interface IgnorePlace {
  path: string;
  /** The beginning of the statement's line. */
  offset: number;
  indent: string;
  /** What begins a comment. */
  mark: "//" | "#";
}

/** The statements that create a resource of this name, which is written out in the source. */
export function placesForIgnoring(files: ProjectFiles, name: string): IgnorePlace[] {
  const at = (path: string, text: string, from: number): IgnorePlace => {
    const offset = text.lastIndexOf("\n", from - 1) + 1;
    const indent = /^\s*/.exec(text.slice(offset, from))?.[0] ?? "";
    return { path, offset, indent, mark: /\.(?:py|ya?ml)$/.test(path) ? "#" : "//" };
  };
  const inCode = files.sources.flatMap((source) =>
    source.calls
      .filter(({ callee, node }) => {
        const named = namedArgumentsOf(source, node).find((one) => one.name === "resource_name")?.value;
        const given = named ?? argumentsOf(node)[0];
        const isNamed = given !== undefined && isLiteral(given) && unquoted(source.textOf(given)) === name;
        return isNamed && /(?:^|\.)[A-Z]\w*$/.test(callee);
      })
      .map(({ node }) => at(source.path, source.text, statementOf(node).from)),
  );
  const inOthers = files.paths
    .filter((path) => path.endsWith(".go"))
    .flatMap((path) => {
      const text = files.read(path) ?? "";
      return text.includes(`"${name}"`) ? goPlaces(path, text, name).map((from) => at(path, text, from)) : [];
    });
  const inYamlFiles = files.paths
    .filter((path) => isYamlProgram(path, files))
    .flatMap((path) => {
      const text = files.read(path) ?? "";
      return yamlPlaces(text, name).map((from) => at(path, text, from));
    });
  return [...inCode, ...inOthers, ...inYamlFiles];
}

/** The statement that an expression is in, or the property or item of a list where that is on a line of its own. */
function statementOf(node: SyntaxNode): SyntaxNode {
  let statement = node;
  while (statement.parent && !/^(?:Script|SourceFile|Block|Body|ClassBody)$/.test(statement.parent.name)) {
    statement = statement.parent;
  }
  return statement;
}

function goPlaces(path: string, text: string, name: string): number[] {
  const found: number[] = [];
  for (const node of nodesBelow(parseSource(path, text).topNode)) {
    const [callee, list] = node.name === "CallExpr" ? childrenOf(node) : [];
    const [, given] = list?.name === "Arguments" ? partsOf(list) : [];
    const [literal] = given ?? [];
    const isResource = callee !== undefined && /\.New[A-Z]\w*$/.test(text.slice(callee.from, callee.to));
    if (isResource && literal && unquoted(text.slice(literal.from, literal.to)) === name) {
      found.push(statementOf(node).from);
    }
  }
  return found;
}

function yamlPlaces(text: string, name: string): number[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it as the pack starts
  const { isMap, isScalar, parseDocument } = require("yaml") as typeof import("yaml");
  const { contents } = parseDocument(text);
  const resources = isMap(contents) ? contents.get("resources", true) : undefined;
  return (isMap(resources) ? resources.items : []).flatMap(({ key, value }) => {
    const given = isMap(value) ? value.get("name") : undefined;
    const isNamed = isScalar(key) && (typeof given === "string" ? given : key.value) === name;
    return isNamed && key.range ? [key.range[0]] : [];
  });
}
