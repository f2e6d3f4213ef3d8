import type { SyntaxNode } from "@lezer/common";
import type { Import } from "./imports";
import { childrenOf, nodesBelow, type Parsed, partsOf, unquoted } from "./syntax";

/** A call of a function or a constructor. */
export interface Call {
  /** As it is written, without arguments: `aws.ec2.Eip`, `expect().toBe`, `this.db.endpoint.apply`. */
  callee: string;
  /** By the names of the packages: `aws.ec2.Eip`, `pulumi.runtime.setMocks`; absent for what is not imported. */
  name?: string;
  /** @internal */
  node: SyntaxNode;
}

const CALLS = new Set(["CallExpression", "NewExpression"]);

/** How an expression is written, without arguments and indexes: `aws.ec2.Eip`, `expect().not.toBe`, `this.db`. */
export function pathOf(source: Parsed, node: SyntaxNode): string {
  switch (node.name) {
    case "MemberExpression": {
      const [object, ...rest] = childrenOf(node);
      const property = rest.find(({ name }) => name === "PropertyName" || name === "PrivatePropertyName");
      const path = object ? pathOf(source, object) : "";
      return property ? `${path}.${source.textOf(property)}` : `${path}[]`;
    }
    case "CallExpression":
    case "NewExpression":
    case "TaggedTemplateExpression": {
      const callee = calleeOf(node);
      return callee ? `${pathOf(source, callee)}()` : "()";
    }
    // What only types and brackets wrap: `a!`, `(a)`, `await a`.
    case "PostfixExpression":
    case "ParenthesizedExpression":
    case "AwaitExpression": {
      const inner = childrenOf(node).find(({ name }) => !/^(\(|await|LogicOp)$/.test(name));
      return inner ? pathOf(source, inner) : "";
    }
    case "VariableName":
    case "this":
    case "super":
      return source.textOf(node);
    default:
      return "";
  }
}

/** What a call calls. */
export function calleeOf(call: SyntaxNode): SyntaxNode | undefined {
  return childrenOf(call).find(({ name }) => name !== "new" && name !== "await");
}

/** The name of a package's export that a local path refers to. */
function fullNameOf(path: string, bindings: ReadonlyMap<string, string>): string | undefined {
  const [head = "", ...rest] = path.split(".");
  const full = bindings.get(head);
  return full === undefined ? undefined : [full, ...rest].join(".");
}

export function callsIn(source: Parsed, imports: readonly Import[]): Call[] {
  const bindings = new Map(imports.flatMap((one) => one.bindings));
  const found: Call[] = [];
  for (const node of nodesBelow(source.root)) {
    const callee = CALLS.has(node.name) ? calleeOf(node) : undefined;
    if (callee) {
      const path = pathOf(source, callee);
      const name = fullNameOf(path, bindings);
      found.push({ callee: path, ...(name !== undefined && { name }), node });
    }
  }
  return found;
}

/** The arguments that are given by position. */
export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  const list = call.getChild("ArgList");
  return (list ? partsOf(list) : []).flatMap((part) => (part.length === 1 && part[0] ? [part[0]] : []));
}

/** A named argument: Python's keyword, or a property of an object that is passed. */
export interface NamedArgument {
  name: string;
  /** Absent where a property is given by its name alone. */
  value?: SyntaxNode;
  node: SyntaxNode;
}

/** The properties of an object that is written out, its own only. */
export function propertiesOf(source: Parsed, object: SyntaxNode): NamedArgument[] {
  return object.getChildren("Property").flatMap((node) => {
    const [key, colon, value] = childrenOf(node);
    const name = key && (key.name === "String" ? unquoted(source.textOf(key)) : source.textOf(key));
    if (!key || name === undefined || (key.name !== "PropertyDefinition" && key.name !== "String")) {
      return [];
    }
    return [{ name, node, ...(colon?.name === ":" && value && { value }) }];
  });
}

/** The arguments that are given by name. */
export function namedArgumentsOf(source: Parsed, call: SyntaxNode): NamedArgument[] {
  if (source.language === "script") {
    return argumentsOf(call)
      .filter(({ name }) => name === "ObjectExpression")
      .flatMap((object) => propertiesOf(source, object));
  }
  const list = call.getChild("ArgList");
  return (list ? partsOf(list) : []).flatMap(([key, equals, value]) =>
    key?.name === "VariableName" && equals?.name === "AssignOp" && value
      ? [{ name: source.textOf(key), value, node: key }]
      : [],
  );
}
