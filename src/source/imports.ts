import type { SyntaxNode } from "@lezer/common";
import { childrenOf, nodesBelow, type Parsed, unquoted } from "./syntax";

/** What a source takes from another one or from a package. */
export interface Import {
  /** As it is written: `@pulumi/aws`, `./network`, `pulumi_aws.ec2`, `..lib`. */
  module: string;
  /** What is taken by name; in Python these may be modules. */
  names: readonly string[];
  /** Local names, with what they stand for in full. */
  bindings: readonly (readonly [local: string, full: string])[];
  /** True where only types are taken, so that nothing is loaded. */
  typeOnly: boolean;
  /** @internal */
  node: SyntaxNode;
}

/** A module's name as calls are written after it: `aws.ec2` for `@pulumi/aws/ec2` and `pulumi_aws.ec2`. */
function fullName(module: string): string {
  return module
    .replace(/^node:/, "")
    .replace(/^@pulumi\/(aws|pulumi)(?=\/|$)/, "$1")
    .replace(/^pulumi_aws(?=\.|$)/, "aws")
    .replaceAll("/", ".");
}

const isName = ({ name }: SyntaxNode): boolean =>
  name === "VariableName" || name === "VariableDefinition" || name === "default";

interface Named {
  name: string;
  local: string;
  typeOnly: boolean;
}

/** The names of a list such as `a, b as c, type D`. */
function namesIn(source: Parsed, nodes: readonly SyntaxNode[]): Named[] {
  const found: Named[] = [];
  let isType = false;
  let renames = false;
  for (const node of nodes) {
    const last = found.at(-1);
    if (node.name === "type") {
      isType = true;
    } else if (node.name === "as") {
      renames = true;
    } else if (isName(node) && renames && last) {
      last.local = source.textOf(node);
      renames = false;
    } else if (isName(node)) {
      const name = source.textOf(node);
      found.push({ name, local: name, typeOnly: isType });
      isType = false;
    }
  }
  return found;
}

function moduleOf(source: Parsed, node: SyntaxNode): string | undefined {
  const literal = node.getChild("String");
  return literal ? unquoted(source.textOf(literal)) : undefined;
}

/** `import a, { b as c } from "m"`, `import * as n from "m"`, `import "m"`, `export … from "m"`. */
function scriptDeclaration(source: Parsed, node: SyntaxNode): Import | undefined {
  const module = moduleOf(source, node);
  if (module === undefined) {
    return undefined;
  }
  const full = fullName(module);
  const group = node.getChild("ImportGroup");
  const named = group ? namesIn(source, childrenOf(group)) : [];
  const whole = node.getChildren("VariableDefinition").map((local) => source.textOf(local));
  const allTypes = named.length > 0 && whole.length === 0 && named.every(({ typeOnly }) => typeOnly);
  return {
    module,
    names: named.map(({ name }) => name),
    bindings: [
      ...whole.map((local) => [local, full] as const),
      ...named.map(({ name, local }) => [local, name === "default" ? full : `${full}.${name}`] as const),
    ],
    typeOnly: node.getChild("type") !== null || allTypes,
    node,
  };
}

/** `const a = require("m")`, `const { a, b: c } = require("m")`, `await import("m")`. */
function scriptCall(source: Parsed, node: SyntaxNode): Import | undefined {
  const callee = node.name === "CallExpression" ? node.firstChild : null;
  const isRequire = callee?.name === "VariableName" && source.textOf(callee) === "require";
  const holder = node.name === "DynamicImport" ? node : isRequire ? node.getChild("ArgList") : null;
  const module = holder ? moduleOf(source, holder) : undefined;
  if (module === undefined) {
    return undefined;
  }
  const full = fullName(module);
  const bound = node.parent?.name === "AwaitExpression" ? node.parent : node;
  const target = bound.prevSibling?.name === "Equals" ? bound.prevSibling.prevSibling : null;
  const names: string[] = [];
  const bindings: [string, string][] = [];
  if (target?.name === "VariableDefinition") {
    bindings.push([source.textOf(target), full]);
  }
  for (const property of target?.getChildren("PatternProperty") ?? []) {
    const local = property.getChild("VariableDefinition");
    const name = property.getChild("PropertyName") ?? local;
    if (local && name && property.getChild("Spread") === null) {
      names.push(source.textOf(name));
      bindings.push([source.textOf(local), `${full}.${source.textOf(name)}`]);
    }
  }
  return { module, names, bindings, typeOnly: false, node };
}

/** `import a.b as c, d` gives one for each module, `from m import a as b` one. */
function pythonStatement(source: Parsed, node: SyntaxNode): Import[] {
  const children = childrenOf(node);
  const start = children.findIndex(({ name }) => name === "import");
  const [first] = children;
  const keyword = children[start];
  if (!first || !keyword) {
    return [];
  }
  const rest = children.slice(start + 1);
  if (first.name === "from") {
    const module = source.text.slice(first.to, keyword.from).replace(/[\s\\]/g, "");
    const full = fullName(module);
    const named = namesIn(source, rest);
    const bindings = named.map(({ name, local }) => [local, `${full}.${name}`] as const);
    return [{ module, names: named.map(({ name }) => name), bindings, typeOnly: false, node }];
  }
  const found: Import[] = [];
  let parts: SyntaxNode[] = [];
  const finish = (): void => {
    const at = parts.findIndex(({ name }) => name === "as");
    const path = (at === -1 ? parts : parts.slice(0, at)).filter(isName).map((part) => source.textOf(part));
    const alias = at === -1 ? undefined : parts[at + 1];
    const module = path.join(".");
    const [head] = path;
    if (head !== undefined) {
      const binding: [string, string] = alias ? [source.textOf(alias), fullName(module)] : [head, fullName(head)];
      found.push({ module, names: [], bindings: [binding], typeOnly: false, node });
    }
    parts = [];
  };
  for (const child of rest) {
    if (child.name === ",") {
      finish();
    } else {
      parts.push(child);
    }
  }
  finish();
  return found;
}

function importsAt(source: Parsed, node: SyntaxNode): (Import | undefined)[] {
  switch (node.name) {
    case "ImportDeclaration":
    case "ExportDeclaration":
      return [scriptDeclaration(source, node)];
    case "DynamicImport":
      return [scriptCall(source, node)];
    case "CallExpression":
      return source.language === "script" ? [scriptCall(source, node)] : [];
    case "ImportStatement":
      return pythonStatement(source, node);
    default:
      return [];
  }
}

/** All that a source imports, also inside its functions. */
export function importsIn(source: Parsed): Import[] {
  return [...nodesBelow(source.root)].flatMap((node) => importsAt(source, node).filter((found) => found !== undefined));
}
