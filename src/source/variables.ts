import type { SyntaxNode } from "@lezer/common";
import { componentTypesOf } from "../graph/components";
import type { Resource } from "../graph/resource";
import { grouped } from "../graph/stack";
import { classOf } from "../graph/tokens";
import { argumentsOf, namedArgumentsOf } from "./calls";
import type { ProjectFiles } from "./project-files";
import type { Call } from "./calls";
import type { Source } from "./source";
import { isLiteral, unquoted } from "./syntax";

/**
 * The variable that a program assigns a resource to, where its source shows exactly one call with the resource's class and
 * logical name; in YAML that is the logical name itself. Absent where it is not certain.
 */
export function variableOf(files: ProjectFiles | undefined, { type, name }: Resource): string | undefined {
  if (files === undefined) {
    return undefined;
  }
  if (files.settings?.runtime === "yaml") {
    return /^\w+$/.test(name) ? name : undefined;
  }
  const found = constructionsIn(files).get(keyOf(typeNameOf(type), name)) ?? [];
  return found.length === 1 ? found[0]?.variable : undefined;
}

/** The same for the resources of one program. */
export const variablesOf =
  (files: ProjectFiles | undefined) =>
  (resource: Resource): string | undefined =>
    variableOf(files, resource);

/**
 * True where a program's source creates the resource itself, under its literal name. A component with a class of the same
 * name may be what the source creates instead, so below one it is not certain.
 */
export function isCreatedInSource(files: ProjectFiles, resource: Resource): boolean {
  const { type, name } = resource;
  const className = typeNameOf(type);
  return (
    !componentTypesOf(resource).some((component) => typeNameOf(component) === className) &&
    (constructionsIn(files).get(keyOf(className, name)) ?? []).some(({ callee }) =>
      `.${classOf(type)}`.endsWith(`.${callee}`),
    )
  );
}

const typeNameOf = (type: string): string => type.slice(type.lastIndexOf(":") + 1);

/** A call that creates a resource under a literal name. */
interface Construction {
  key: string;
  callee: string;
  variable: string | undefined;
  source: Source;
  node: SyntaxNode;
}

/** What a program passes for a property of a resource, where its source shows exactly one call that can have created it. */
export function argumentFor(
  files: ProjectFiles,
  resource: Resource,
  isNamed: (argument: string) => boolean,
): { source: Source; node: SyntaxNode } | undefined {
  const found = constructionsIn(files).get(keyOf(typeNameOf(resource.type), resource.name)) ?? [];
  const [only] = found;
  if (only === undefined || found.length > 1 || !isCreatedInSource(files, resource)) {
    return undefined;
  }
  const { source, node } = only;
  const argument = namedArgumentsOf(source, node).find(({ name }) => isNamed(name));
  const value = argument && (argument.value ?? argument.node.firstChild ?? undefined);
  return value && { source, node: value };
}

const keyOf = (className: string, name: string): string => `${className} ${name}`;

const indexes = new WeakMap<ProjectFiles, ReadonlyMap<string, readonly Construction[]>>();

function constructionsIn(files: ProjectFiles): ReadonlyMap<string, readonly Construction[]> {
  let index = indexes.get(files);
  if (index === undefined) {
    const all = files.sources.flatMap((source) => source.calls.flatMap((call) => constructionOf(source, call) ?? []));
    index = grouped(all, ({ key }) => [key]);
    indexes.set(files, index);
  }
  return index;
}

function constructionOf(source: Source, call: Call): Construction | undefined {
  const className = call.callee.slice(call.callee.lastIndexOf(".") + 1);
  const name = /^[A-Z]/.test(className) ? nameGivenTo(source, call.node) : undefined;
  return name === undefined
    ? undefined
    : {
        key: keyOf(className, name),
        callee: call.callee,
        variable: targetOf(source, call.node),
        source,
        node: call.node,
      };
}

function nameGivenTo(source: Source, call: SyntaxNode): string | undefined {
  const named = namedArgumentsOf(source, call).find(({ name }) => name === "resource_name")?.value;
  const node = named ?? argumentsOf(call)[0];
  const literal = node && isLiteral(node) ? source.textOf(node) : "";
  return /\$\{|^[a-zA-Z]/.test(literal) ? undefined : unquoted(literal);
}

/** The variable that is assigned the result of a call: `const gateway = new …`, `gateway = …`. */
function targetOf(source: Source, call: SyntaxNode): string | undefined {
  const parent = call.parent?.name;
  if (parent !== "VariableDeclaration" && parent !== "AssignmentExpression" && parent !== "AssignStatement") {
    return undefined;
  }
  let node = call.prevSibling;
  let isAssigned = false;
  while (node && !/^Variable(?:Definition|Name)$/.test(node.name)) {
    isAssigned ||= node.name === "Equals" || node.name === "AssignOp";
    if (!/^(?:Equals|AssignOp|TypeAnnotation|TypeDef)$/.test(node.name) && !node.name.endsWith("Comment")) {
      return undefined;
    }
    node = node.prevSibling;
  }
  // Of several variables on the left it is not known which one gets the resource.
  const isAlone = parent === "VariableDeclaration" || node?.prevSibling === null;
  const variable = node && isAssigned && isAlone ? source.textOf(node) : undefined;
  // The runner turns TypeScript's names into Python's, so a Python name in another style would come out wrong.
  return variable !== undefined && source.language === "python" && /[a-z\d][A-Z]/.test(variable) ? undefined : variable;
}
