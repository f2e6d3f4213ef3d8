import type { SyntaxNode } from "@lezer/common";
import { PARTLY_KNOWN, readJson, UNKNOWN, type Value } from "../graph/value";
import { argumentsOf, calleeOf, pathOf } from "./calls";
import type { Source } from "./source";
import { childrenOf, nodesBelow, partsOf, unquoted } from "./syntax";

/** More levels than AWS accepts anywhere, and few enough not to run out of stack. */
const DEEPEST = 100;

/** What makes text of an object: `JSON.stringify`, `pulumi.jsonStringify`, `json.dumps`, `pulumi.Output.json_dumps`. */
const SERIALIZERS = /(?:^|\.)(?:JSON\.stringify|jsonStringify|json\.dumps|Output\.json_dumps)$/;

/** What every text with such an expression has. */
export const WRITES_DOCUMENT = /stringify|json_dumps|json\.dumps|interpolate|\.apply\(/i;

const INTERPOLATE = /(?:^|\.)interpolate$/;

const FUNCTIONS: ReadonlySet<string> = new Set(["ArrowFunction", "FunctionExpression", "LambdaExpression"]);

const NAMES: ReadonlySet<string> = new Set(["VariableDefinition", "VariableName", "PropertyDefinition"]);

/**
 * The document that an expression makes text of, as far as the source writes it out: what is computed is unknown in it.
 * Absent for an expression that makes no text of a document, and for one that is not read.
 */
export function documentWrittenIn(source: Source, node: SyntaxNode, depth = 0): Value | undefined {
  const inner = (next: SyntaxNode | undefined): Value | undefined =>
    next === undefined || depth > DEEPEST ? undefined : documentWrittenIn(source, next, depth + 1);
  switch (node.name) {
    case "ParenthesizedExpression":
      return inner(childrenOf(node)[1]);
    case "VariableName":
    case "PropertyDefinition": // a property that is given by its name alone
      return inner(constantOf(source, node));
    case "TaggedTemplateExpression": {
      const [tag, template] = childrenOf(node);
      return tag && template && INTERPOLATE.test(pathOf(source, tag))
        ? documentInTemplate(source, template)
        : undefined;
    }
    case "TemplateString":
      return documentInTemplate(source, node);
    case "CallExpression": {
      const callee = pathOf(source, calleeOf(node) ?? node);
      const [first, ...others] = argumentsOf(node);
      if (first === undefined) {
        return undefined;
      }
      // What computes a value of others that are not known yet: `id.apply(…)`, `pulumi.all([…]).apply(…)`.
      if (callee.endsWith(".apply")) {
        return others.length === 0 && FUNCTIONS.has(first.name) ? inner(resultOf(first)) : undefined;
      }
      // A second argument may leave properties out.
      const isWhole = others.length === 0 || others[0]?.name === "null";
      const value = SERIALIZERS.test(callee) && isWhole ? valueWrittenIn(source, first) : undefined;
      return typeof value === "object" ? value : undefined;
    }
    default:
      return undefined;
  }
}

/** In place of what is computed, in a text that is then read as JSON. */
const PLACEHOLDER = "\u0000";

/** The document that a template writes as JSON text. */
function documentInTemplate(source: Source, template: SyntaxNode): Value | undefined {
  const texts: string[] = [];
  let from = template.from + 1;
  for (const { from: start, to } of template.getChildren("Interpolation")) {
    texts.push(source.text.slice(from, start));
    from = to;
  }
  texts.push(source.text.slice(from, template.to - 1));
  // An escape may be a quote.
  if (texts.some((text) => text.includes("\\"))) {
    return undefined;
  }
  let isInString = false;
  const json = texts.map((text, index) => {
    isInString = isInString !== (text.split('"').length % 2 === 0);
    return index === texts.length - 1 ? text : text + (isInString ? PLACEHOLDER_IN_JSON : `"${PLACEHOLDER_IN_JSON}"`);
  });
  const value = readJson(json.join(""));
  return typeof value === "object" ? withPlaceholders(value) : undefined;
}

const PLACEHOLDER_IN_JSON = JSON.stringify(PLACEHOLDER).slice(1, -1);

function withPlaceholders(value: Value): Value {
  if (typeof value === "string") {
    return value.includes(PLACEHOLDER) ? UNKNOWN : value;
  }
  if (Array.isArray(value)) {
    return value.map(withPlaceholders);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value as Record<string, Value>).map(([key, item]): [string, Value] => [
    key,
    withPlaceholders(item),
  ]);
  const named = entries.filter(([key]) => !key.includes(PLACEHOLDER));
  const object: Record<string, Value> = Object.fromEntries(named);
  return named.length < entries.length ? partly(object) : object;
}

/** What a function of one expression returns. */
function resultOf(node: SyntaxNode): SyntaxNode | undefined {
  const last = childrenOf(node).at(-1);
  if (last?.name !== "Block") {
    return node.name === "FunctionExpression" ? undefined : last;
  }
  const [only, ...others] = childrenOf(last).filter(({ name }) => !/^[{}]$/.test(name));
  return others.length === 0 && only?.name === "ReturnStatement" ? childrenOf(only)[1] : undefined;
}

/** How a source uses a name. */
interface Name {
  /** The expressions that it is set to; absent for one that is not plain. */
  values: (SyntaxNode | undefined)[];
  /** How often it is written anywhere. */
  uses: number;
}

const names = new WeakMap<Source, ReadonlyMap<string, Name>>();

function namesIn(source: Source): ReadonlyMap<string, Name> {
  const known = names.get(source);
  if (known) {
    return known;
  }
  const found = new Map<string, Name>();
  for (const node of nodesBelow(source.root)) {
    if (NAMES.has(node.name)) {
      const text = source.textOf(node);
      const name = found.get(text) ?? { values: [], uses: 0 };
      name.uses += 1;
      if (isSet(node)) {
        name.values.push(assignedTo(source, node));
      }
      found.set(text, name);
    }
  }
  names.set(source, found);
  return found;
}

/** What a variable is set to, where the source has one definition of the name and nothing that sets it again. */
function constantOf(source: Source, variable: SyntaxNode): SyntaxNode | undefined {
  const { values = [] } = namesIn(source).get(source.textOf(variable)) ?? {};
  return values.length === 1 ? values[0] : undefined;
}

/** True where something else may change a variable's object: it is named at another place than its definition. */
const isUsedAgain = (source: Source, variable: SyntaxNode): boolean =>
  (namesIn(source).get(source.textOf(variable))?.uses ?? 0) > 2;

/** True where a name is given a value, in whatever way. */
function isSet({ name, parent, nextSibling, prevSibling }: SyntaxNode): boolean {
  if (name !== "VariableName") {
    return name === "VariableDefinition";
  }
  const within = parent?.name ?? "";
  const next = nextSibling?.name ?? "";
  return (
    // A named argument is followed by `=` too.
    (/^(?:AssignOp|Equals|UpdateOp|TypeDef)$/.test(next) && within !== "ArgList") ||
    /^(?:PostfixExpression|ParamList|NamedExpression|ScopeStatement|ArrayPattern|ObjectPattern)$/.test(within) ||
    /^(?:for|as|nonlocal|global)$/.test(prevSibling?.name ?? "")
  );
}

/** The expression of a plain definition: `const policy = …` and `policy = …`. */
function assignedTo(source: Source, node: SyntaxNode): SyntaxNode | undefined {
  const { parent } = node;
  if (parent?.name !== "VariableDeclaration" && parent?.name !== "AssignStatement") {
    return undefined;
  }
  const [keyword, ...rest] = childrenOf(parent);
  const own = parent.name === "AssignStatement" ? [keyword, ...rest] : rest;
  if (parent.name === "VariableDeclaration" && (keyword === undefined || source.textOf(keyword) !== "const")) {
    return undefined;
  }
  const [, ...parts] = own.filter((one) => one !== undefined && !/^(?:TypeAnnotation|TypeDef|;)$/.test(one.name));
  return parts.length === 2 && /^(?:Equals|AssignOp)$/.test(parts[0]?.name ?? "") ? parts[1] : undefined;
}

/** The value of an expression as far as it is written out; UNKNOWN for what is computed. */
function valueWrittenIn(source: Source, node: SyntaxNode, depth = 0): Value | undefined {
  if (depth > DEEPEST) {
    return UNKNOWN;
  }
  const inner = (next: SyntaxNode): Value | undefined => valueWrittenIn(source, next, depth + 1);
  switch (node.name) {
    case "String":
    case "TemplateString":
      return textOf(source, node);
    case "Number":
      return numberOf(source.textOf(node));
    case "UnaryExpression":
      return negative(source, node);
    case "BooleanLiteral":
    case "Boolean":
      return /^true$/i.test(source.textOf(node));
    case "null":
    case "None":
      return null;
    case "ParenthesizedExpression": {
      const [, only, end] = childrenOf(node);
      return only && end?.name === ")" ? inner(only) : UNKNOWN;
    }
    case "VariableName": {
      if (source.textOf(node) === "undefined") {
        return undefined;
      }
      const constant = constantOf(source, node);
      const value = constant === undefined ? UNKNOWN : inner(constant);
      return typeof value === "object" && value !== null && isUsedAgain(source, node) ? UNKNOWN : value;
    }
    case "ArrayExpression":
      return listOf(node, inner);
    case "ObjectExpression":
      return objectOf(source, node, inner);
    case "DictionaryExpression":
      return dictionaryOf(source, node, inner);
    default:
      return UNKNOWN;
  }
}

/** A literal's text; with an escape other than that of a quote, or a prefix, it is not read. */
function textOf(source: Source, node: SyntaxNode): Value {
  const literal = source.textOf(node);
  const isPlain = /^["'`]/.test(literal) && !/\\[^"'`]/.test(literal) && node.getChild("Interpolation") === null;
  return (isPlain ? unquoted(literal) : undefined) ?? UNKNOWN;
}

function numberOf(text: string): Value {
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : UNKNOWN;
}

function negative(source: Source, node: SyntaxNode): Value {
  const [sign, number] = childrenOf(node);
  const value =
    sign && source.textOf(sign) === "-" && number?.name === "Number" ? numberOf(source.textOf(number)) : null;
  return typeof value === "number" ? -value : UNKNOWN;
}

/** A list; with a spread, how many elements there are is not known. */
function listOf(node: SyntaxNode, inner: (node: SyntaxNode) => Value | undefined): Value {
  const parts = partsOf(node);
  return parts.every(({ length }) => length === 1)
    ? parts.flatMap((part) => part.map((item) => inner(item) ?? null))
    : UNKNOWN;
}

/** An object with properties of any name beside those that it writes. */
const partly = (object: Record<string, Value>): Value => Object.defineProperty(object, PARTLY_KNOWN, { value: true });

function objectOf(source: Source, node: SyntaxNode, inner: (node: SyntaxNode) => Value | undefined): Value {
  const object: Record<string, Value> = {};
  let isPartly = false;
  for (const [key, colon, value] of node.getChildren("Property").map(childrenOf)) {
    const name = key && (key.name === "String" ? unquoted(source.textOf(key)) : source.textOf(key));
    if (name === undefined || !/^(?:String|PropertyDefinition)$/.test(key?.name ?? "")) {
      // What a spread or a computed name brings may replace what is before it.
      Object.keys(object).forEach((one) => (object[one] = UNKNOWN));
      isPartly = true;
    } else {
      const written = colon === undefined ? shorthand(source, key) : value && inner(value);
      if (written === undefined) {
        Reflect.deleteProperty(object, name);
      } else {
        object[name] = colon === undefined || colon.name === ":" ? written : UNKNOWN;
      }
    }
  }
  return isPartly ? partly(object) : object;
}

/** The value of a property that is given by its name alone. */
function shorthand(source: Source, key: SyntaxNode | undefined): Value {
  const constant = key && constantOf(source, key);
  const value = constant && valueWrittenIn(source, constant, 1);
  return value === undefined || (typeof value === "object" && key && isUsedAgain(source, key)) ? UNKNOWN : value;
}

function dictionaryOf(source: Source, node: SyntaxNode, inner: (node: SyntaxNode) => Value | undefined): Value {
  const object: Record<string, Value> = {};
  let isPartly = false;
  for (const [key, colon, value, ...others] of partsOf(node)) {
    const name = key?.name === "String" ? textOf(source, key) : UNKNOWN;
    if (typeof name !== "string" || colon?.name !== ":" || others.length > 0) {
      Object.keys(object).forEach((one) => (object[one] = UNKNOWN));
      isPartly = true;
    } else {
      object[name] = value === undefined ? UNKNOWN : (inner(value) ?? null);
    }
  }
  return isPartly ? partly(object) : object;
}
