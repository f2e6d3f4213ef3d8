import type { SyntaxNode } from "@lezer/common";
import { argumentsOf, calleeOf, namedArgumentsOf, propertiesOf } from "../../src/source/calls";
import type { Source } from "../../src/source/source";
import { childrenOf, nodesBelow, partsOf, unquoted } from "../../src/source/syntax";

const SPLITTERS = /^(?:r?split|r?partition)$/;
const FUNCTIONS = new Set(["ArrowFunction", "FunctionExpression", "LambdaExpression"]);

/** A member expression in parts: `db.endpoint` has the key `endpoint`, `args[1]` the key `1`. */
interface Member {
  object: SyntaxNode;
  key: string;
}

function memberOf(source: Source, node: SyntaxNode | undefined): Member | undefined {
  if (node?.name === "PostfixExpression" || node?.name === "ParenthesizedExpression") {
    return memberOf(
      source,
      childrenOf(node).find(({ name }) => name !== "("),
    );
  }
  const [object, ...rest] = node?.name === "MemberExpression" ? childrenOf(node) : [];
  const key = rest.find(({ name }) => name === "PropertyName" || name === "Number" || name === "String");
  return object && key
    ? { object, key: key.name === "String" ? (unquoted(source.textOf(key)) ?? "") : source.textOf(key) }
    : undefined;
}

/** The last name of an expression: `endpoint` for `this.db.endpoint` and for a variable. */
function lastName(source: Source, node: SyntaxNode): string | undefined {
  return node.name === "VariableName" ? source.textOf(node) : memberOf(source, node)?.key;
}

const isEndpoint = (source: Source, node: SyntaxNode): boolean => {
  const name = lastName(source, node) ?? "";
  return name === "endpoint" || (node.name === "VariableName" && /endpoint$/i.test(name));
};

/** Which values of a combined output are endpoints, by their index or key; `""` is an output on its own. */
function endpointsOf(source: Source, output: SyntaxNode): ReadonlySet<string> {
  const callee = output.name === "CallExpression" ? calleeOf(output) : undefined;
  if (!callee || lastName(source, callee) !== "all") {
    return new Set(isEndpoint(source, output) ? [""] : []);
  }
  const given = argumentsOf(output);
  const [list] = given;
  const byPosition = list?.name === "ArrayExpression" ? partsOf(list).map(([node]) => node) : given;
  const named = list?.name === "ObjectExpression" ? propertiesOf(source, list) : namedArgumentsOf(source, output);
  return new Set([
    ...byPosition.flatMap((node, index) => (node && isEndpoint(source, node) ? [String(index)] : [])),
    ...named.flatMap(({ name, value }) =>
      (value ? isEndpoint(source, value) : /endpoint$/i.test(name)) ? [name] : [],
    ),
  ]);
}

/** What the parameter of a function calls each value: the whole by `""`, parts by index or key. */
function parameterNames(source: Source, fn: SyntaxNode): Map<string, string> {
  const names = new Map<string, string>();
  const list = fn.getChild("ParamList");
  const [parameter] = (list ? partsOf(list) : [])[0] ?? [];
  if (parameter?.name === "ArrayPattern") {
    partsOf(parameter).forEach(([part], index) => part && names.set(source.textOf(part), String(index)));
  } else if (parameter?.name === "ObjectPattern") {
    for (const property of parameter.getChildren("PatternProperty")) {
      const local = property.getChild("VariableDefinition");
      const key = property.getChild("PropertyName") ?? local;
      if (local && key) {
        names.set(source.textOf(local), source.textOf(key));
      }
    }
  } else if (parameter) {
    names.set(source.textOf(parameter), "");
  }
  return names;
}

/** The value of an output that an expression inside an apply has: `""` for the whole, an index or a key. */
function valueOf(source: Source, node: SyntaxNode, names: ReadonlyMap<string, string>): string | undefined {
  if (node.name === "VariableName") {
    return names.get(source.textOf(node));
  }
  const member = memberOf(source, node);
  return member && names.get(source.textOf(member.object)) === "" ? member.key : undefined;
}

/** The calls in an apply that split an endpoint at its colon. */
export function splitEndpointsIn(source: Source): SyntaxNode[] {
  if (![/\.apply\b/, /endpoint/i, /split|partition/].every((sign) => sign.test(source.text))) {
    return [];
  }
  return source.calls
    .filter(({ callee }) => callee.endsWith(".apply"))
    .flatMap(({ node }) => {
      const output = memberOf(source, calleeOf(node))?.object;
      const [fn] = argumentsOf(node);
      if (!output || !fn || !FUNCTIONS.has(fn.name)) {
        return [];
      }
      const endpoints = endpointsOf(source, output);
      const names = parameterNames(source, fn);
      return [...nodesBelow(fn)].filter((inner) => {
        const split = inner.name === "CallExpression" ? memberOf(source, calleeOf(inner)) : undefined;
        const value = split && SPLITTERS.test(split.key) ? valueOf(source, split.object, names) : undefined;
        const [separator] = value !== undefined && endpoints.has(value) ? argumentsOf(inner) : [];
        return separator?.name === "String" && unquoted(source.textOf(separator)) === ":";
      });
    });
}
