import type { SyntaxNode, Tree } from "@lezer/common";
import type { HandlerSource } from "../../src/aws/functions/function-code";

// Parsers are loaded when a function's code is first looked at: most runs never do.
/* eslint-disable @typescript-eslint/no-require-imports */
const parse = {
  javascript: (text: string): Tree =>
    (require("@lezer/javascript") as typeof import("@lezer/javascript")).parser.parse(text),
  python: (text: string): Tree => (require("@lezer/python") as typeof import("@lezer/python")).parser.parse(text),
};
/* eslint-enable @typescript-eslint/no-require-imports */

// Both runs of a check have the same code, and so do many functions of a stack.
const answers = new Map<string, boolean>();

/**
 * True when the handler is found in its source and does nothing but log and return what does not depend on the event,
 * or a greeting. False for everything that it does not understand.
 */
export function isStub(source: HandlerSource): boolean {
  const key = [source.language, source.handler, source.text].join("\n");
  const answer = answers.get(key) ?? readsAsStub(source);
  answers.set(key, answer);
  return answer;
}

function readsAsStub({ language, text, handler }: HandlerSource): boolean {
  const top = children(parse[language](text).topNode);
  const fn = language === "python" ? definedFunction(top, text, handler) : exportedFunction(top, text, handler);
  return fn !== undefined && new Reader(text, top).isStub(fn);
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    found.push(child);
  }
  return found;
}

const slice = (text: string, node: SyntaxNode | null | undefined): string =>
  node ? text.slice(node.from, node.to) : "";

/** The function of this name that a Python module defines. */
function definedFunction(top: SyntaxNode[], text: string, name: string): SyntaxNode | undefined {
  return top.findLast(
    (node) => node.name === "FunctionDefinition" && slice(text, node.getChild("VariableName")) === name,
  );
}

/** The function that a JavaScript module exports under this name, in the ways of CommonJS and of ECMAScript. */
function exportedFunction(top: SyntaxNode[], text: string, name: string): SyntaxNode | undefined {
  const declared = new Map<string, SyntaxNode>();
  let exported: SyntaxNode | undefined;
  for (const statement of top) {
    const isExport = statement.name === "ExportDeclaration";
    const declaration = isExport
      ? (statement.getChild("FunctionDeclaration") ?? statement.getChild("VariableDeclaration"))
      : statement;
    const value =
      declaration?.name === "FunctionDeclaration" ? declaration : declaration?.getChild("Equals")?.nextSibling;
    const declaredName = slice(text, declaration?.getChild("VariableDefinition"));
    if (value) {
      declared.set(declaredName, value);
    }
    exported =
      (isExport && declaredName === name ? value : undefined) ??
      statement
        .getChild("ExportGroup")
        ?.getChildren("VariableName")
        .find((node) => slice(text, node) === name) ??
      assignedExport(statement, text, name) ??
      exported;
  }
  const isName = exported?.name === "VariableName" || exported?.name === "PropertyDefinition";
  const fn = isName ? declared.get(slice(text, exported)) : exported;
  return fn && /^(?:FunctionDeclaration|FunctionExpression|ArrowFunction|Property)$/.test(fn.name) ? fn : undefined;
}

// `exports.handler = …`, `module.exports.handler = …`, `module.exports = { handler, … }`.
function assignedExport(statement: SyntaxNode, text: string, name: string): SyntaxNode | undefined {
  const assignment = statement.name === "ExpressionStatement" ? statement.getChild("AssignmentExpression") : null;
  const target = slice(text, assignment?.firstChild);
  const value = assignment?.lastChild ?? undefined;
  if (target === `exports.${name}` || target === `module.exports.${name}`) {
    return value;
  }
  const property =
    target === "module.exports"
      ? value?.getChildren("Property").find((one) => slice(text, one.getChild("PropertyDefinition")) === name)
      : undefined;
  return property?.lastChild?.name === "Block" ? property : (property?.lastChild ?? undefined);
}

/** The effect of an expression or statement: the greatest of its parts. */
enum Kind {
  /** The same for every event: literals, times, the environment, logs. */
  Constant,
  FromEvent,
  /** It does something, or the reader does not understand it. */
  Effect,
}

const greatest = (kinds: Kind[]): Kind => kinds.reduce((left, right) => (left > right ? left : right), Kind.Constant);

// Nodes of both grammars whose effect is that of their parts.
const INERT = new Set(
  (
    "Block Body StatementGroup ExpressionStatement PassStatement ThrowStatement RaiseStatement CatchClause " +
    "FinallyClause ForOfSpec ForInSpec ObjectExpression Property PropertyName ArrayExpression " +
    "DictionaryExpression TupleExpression ParenthesizedExpression UnaryExpression BinaryExpression AwaitExpression " +
    "ConditionalExpression MemberExpression ArgList TemplateString Interpolation InterpolationStart InterpolationEnd " +
    "Escape FormatString FormatReplacement FormatSpec FormatConversion ContinuedString String Number BooleanLiteral " +
    "Boolean None Comment LineComment BlockComment Equals AssignOp ArithOp CompareOp LogicOp BitOp Spread " +
    "VariableDefinition ObjectPattern PatternProperty ArrayPattern TypeDef"
  ).split(" "),
);

const GLOBALS =
  "undefined NaN Infinity JSON console process Date Promise os json datetime time timezone str int float list dict";

const LOG = /^(?:print|(?:console|_?log(?:ger|ging)?)\.\w+)$/i;
const ERROR = /^\w*(?:Error|Exception)$/;
const PURE = new Set(
  (
    "JSON.stringify JSON.parse String Number Promise.resolve Date.now json.dumps json.loads str int float list dict " +
    "len repr os.getenv time.time datetime.now datetime.utcnow datetime.datetime.now datetime.datetime.utcnow"
  ).split(" "),
);
const PURE_METHODS = new Set(["toISOString", "toString", "getTime", "isoformat", "strftime", "format", "get"]);

const GREETING = /["'`]\s*hello\b/i;

class Reader {
  private readonly names: Map<string, Kind>;
  /** Functions that take the result: the callback, or those of the context. */
  private readonly callbacks = new Set<string>();
  private result = Kind.Constant;

  constructor(
    private readonly text: string,
    top: SyntaxNode[],
  ) {
    this.names = new Map(GLOBALS.split(" ").map((name) => [name, Kind.Constant]));
    for (const statement of top) {
      const declaration = statement.getChild("VariableDeclaration") ?? statement;
      if (declaration.name === "VariableDeclaration" || declaration.name === "AssignStatement") {
        this.declare(declaration);
      }
    }
  }

  isStub(fn: SyntaxNode): boolean {
    const [event, context, callback] = this.parametersOf(fn);
    event?.forEach((name) => this.names.set(name, Kind.FromEvent));
    context?.forEach((name) => this.names.set(name, Kind.Constant));
    [...(callback ?? []), ...["succeed", "done", "fail"].map((method) => `${context?.[0] ?? ""}.${method}`)].forEach(
      (name) => this.callbacks.add(name),
    );
    const body = fn.lastChild ?? fn;
    const kind = this.kindOf(body);
    const isExpression = body.name !== "Block" && body.name !== "Body";
    const result = isExpression ? kind : this.result;
    return kind !== Kind.Effect && (result === Kind.Constant || GREETING.test(slice(this.text, body)));
  }

  // The names in each parameter; a pattern has several.
  private parametersOf(fn: SyntaxNode): string[][] {
    const parameters: string[][] = [[]];
    for (const node of children(fn.getChild("ParamList") ?? fn)) {
      if (node.name === ",") {
        parameters.push([]);
      } else if (node.name !== "TypeDef") {
        parameters.at(-1)?.push(...this.namesIn(node));
      }
    }
    return parameters;
  }

  private namesIn(node: SyntaxNode): string[] {
    return /^Variable(?:Name|Definition)$/.test(node.name)
      ? [slice(this.text, node)]
      : children(node).flatMap((child) => this.namesIn(child));
  }

  private kindOf(node: SyntaxNode): Kind {
    switch (node.name) {
      case "VariableName":
        return this.names.get(slice(this.text, node)) ?? Kind.Effect;
      case "PropertyDefinition":
        // `{ name }` is short for `{ name: name }`.
        return node.nextSibling ? Kind.Constant : (this.names.get(slice(this.text, node)) ?? Kind.Effect);
      case "CallExpression":
        return this.call(node);
      case "NewExpression":
        return this.construct(node);
      case "VariableDeclaration":
      case "AssignStatement":
        return this.declare(node);
      case "ReturnStatement":
        return this.giveResult(this.parts(children(node)));
      case "ForStatement":
        return this.loop(node);
      case "TryStatement":
        return this.attempt(node);
      case "ImportStatement":
        return Kind.Constant;
      case "ArgList":
        // The name before `=` is that of a parameter.
        return this.parts(children(node).filter(({ nextSibling }) => nextSibling?.name !== "AssignOp"));
      default: {
        const isToken = !/^[A-Z]/.test(node.name) && !node.type.isError && node.name !== "delete";
        return isToken || INERT.has(node.name) ? this.parts(children(node)) : Kind.Effect;
      }
    }
  }

  private parts(nodes: SyntaxNode[]): Kind {
    return greatest(nodes.map((node) => this.kindOf(node)));
  }

  private giveResult(kind: Kind): Kind {
    this.result = greatest([this.result, kind]);
    return kind;
  }

  private call(node: SyntaxNode): Kind {
    const callee = node.firstChild ?? node;
    const name = slice(this.text, callee).replace(/\s+/g, "");
    const given = this.parts(node.getChildren("ArgList"));
    if (LOG.test(name)) {
      return given === Kind.Effect ? Kind.Effect : Kind.Constant;
    }
    if (PURE.has(name) || ERROR.test(name)) {
      return given;
    }
    if (this.callbacks.has(name)) {
      return this.giveResult(given);
    }
    return callee.name === "MemberExpression" && PURE_METHODS.has(slice(this.text, callee.lastChild))
      ? greatest([this.kindOf(callee), given])
      : Kind.Effect;
  }

  private construct(node: SyntaxNode): Kind {
    const name = slice(this.text, node.getChild("VariableName"));
    return name === "Date" || ERROR.test(name) ? this.parts(node.getChildren("ArgList")) : Kind.Effect;
  }

  private declare(node: SyntaxNode): Kind {
    const all = children(node);
    const values = all.slice(all.findLastIndex(({ name }) => name === "AssignOp") + 1);
    const targets = all.slice(0, all.length - values.length);
    const kind = targets.some(({ name }) => /^[A-Z]/.test(name) && !/^(?:VariableName|AssignOp|TypeDef)$/.test(name))
      ? Kind.Effect
      : this.parts(values);
    const declared = node.name === "VariableDeclaration" ? all.filter(isDefinition) : targets;
    declared.flatMap((target) => this.namesIn(target)).forEach((name) => this.names.set(name, kind));
    return kind;
  }

  private loop(node: SyntaxNode): Kind {
    const spec = node.getChild("ForOfSpec") ?? node.getChild("ForInSpec");
    const all = children(node);
    const targets = spec
      ? children(spec).filter(isDefinition)
      : all.slice(
          0,
          all.findIndex(({ name }) => name === "in"),
        );
    targets.flatMap((target) => this.namesIn(target)).forEach((name) => this.names.set(name, Kind.FromEvent));
    return this.parts(all);
  }

  private attempt(node: SyntaxNode): Kind {
    const all = children(node);
    const caught = [
      ...all.filter(({ name }) => name === "VariableName"),
      ...node.getChildren("CatchClause").flatMap(children),
    ];
    caught
      .filter(({ name }) => name.startsWith("Variable"))
      .forEach((target) => this.names.set(slice(this.text, target), Kind.Constant));
    return this.parts(all.filter(({ name }) => /^(?:Block|Body|CatchClause|FinallyClause)$/.test(name)));
  }
}

function isDefinition({ name }: SyntaxNode): boolean {
  return name === "VariableDefinition" || name === "ObjectPattern" || name === "ArrayPattern";
}
