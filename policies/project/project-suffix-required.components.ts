import type { SyntaxNode } from "@lezer/common";
import type { ProjectFiles } from "../../src/source/project-files";
import { pathOf } from "../../src/source/calls";
import { entryOf } from "../../src/source/program";
import type { Source } from "../../src/source/source";
import { childrenOf, nodesBelow, partsOf, unquoted } from "../../src/source/syntax";
import { isTest } from "../../src/source/tests";

/** A name that a caller gives a value for. */
export interface Member {
  name: string;
  required: boolean;
  source: Source;
  node: SyntaxNode;
}

/** What the caller of a component gives it, in its own parameters and in the types of those. */
export interface Arguments {
  members: readonly Member[];
  /** False where a type is not in the program's sources, so that there may be more. */
  complete: boolean;
}

/** A class that extends ComponentResource. */
export interface Component {
  name: string;
  source: Source;
  node: SyntaxNode;
}

const NOTHING: Arguments = { members: [], complete: true };
const NOT_FOUND: Arguments = { members: [], complete: false };

const joined = (parts: readonly Arguments[]): Arguments => ({
  members: parts.flatMap(({ members }) => members),
  complete: parts.every(({ complete }) => complete),
});

const withRequired = ({ members, complete }: Arguments, required: boolean): Arguments => ({
  members: members.map((member) => ({ ...member, required })),
  complete,
});

const DECLARATIONS = new Set(["ClassDeclaration", "ClassDefinition", "InterfaceDeclaration", "TypeAliasDeclaration"]);

function nameOf(source: Source, declaration: SyntaxNode): string | undefined {
  const name = ["VariableDefinition", "TypeDefinition", "VariableName"].map((kind) => declaration.getChild(kind));
  const found = name.find((node) => node !== null);
  return found ? source.textOf(found) : undefined;
}

/** The declarations of types and classes in the program, by name. */
class Declarations {
  private readonly found = new Map<string, Component>();

  constructor(sources: readonly Source[]) {
    for (const source of sources) {
      for (const node of nodesBelow(source.root)) {
        const name = DECLARATIONS.has(node.name) ? nameOf(source, node) : undefined;
        if (name !== undefined && !this.found.has(name)) {
          this.found.set(name, { name, source, node });
        }
      }
    }
  }

  get(name: string): Component | undefined {
    return this.found.get(name);
  }

  all(): Component[] {
    return [...this.found.values()];
  }
}

function isComponent({ source, node }: Component): boolean {
  const bases = node.getChild("ArgList") ? childrenOf(node.getChild("ArgList") ?? node) : childrenOf(node);
  return bases.some(
    (base) =>
      (base.name === "MemberExpression" || base.name === "VariableName") &&
      /(?:^|\.)ComponentResource$/.test(pathOf(source, base)),
  );
}

/** The components for the whole stack: those that the program creates itself, or else those named so. */
export function stackComponents(files: ProjectFiles): { component: Component; given: Arguments }[] {
  const sources = files.sources.filter((source) => !isTest(source));
  if (!sources.some(({ text }) => text.includes("ComponentResource"))) {
    return [];
  }
  const declarations = new Declarations(sources);
  const components = declarations.all().filter(isComponent);
  const entry = entryOf(files);
  const made = new Set(entry?.calls.map(({ callee }) => callee.split(".").at(-1)));
  const top = components.filter(({ name }) => made.has(name));
  const chosen = top.length > 0 ? top : components.filter(({ name }) => name.endsWith("Stack"));
  return chosen.map((component) => ({ component, given: constructed(component, declarations) }));
}

function constructed({ source, node }: Component, declarations: Declarations): Arguments {
  const method = methodsOf(node).find((one) => {
    const name = one.getChild("PropertyDefinition") ?? one.getChild("VariableName");
    return name && /^(?:constructor|__init__)$/.test(source.textOf(name));
  });
  const list = method?.getChild("ParamList");
  return list ? joined(partsOf(list).map((part) => parameter(source, part, declarations))) : NOT_FOUND;
}

function methodsOf(node: SyntaxNode): SyntaxNode[] {
  const body = node.getChild("ClassBody") ?? node.getChild("Body");
  return body ? [...body.getChildren("MethodDeclaration"), ...body.getChildren("FunctionDefinition")] : [];
}

const PLAIN = new Set(["str", "string", "ResourceOptions", "ComponentResourceOptions", "CustomResourceOptions"]);

function parameter(source: Source, part: readonly SyntaxNode[], declarations: Declarations): Arguments {
  const named = part.find(({ name }) => name === "VariableDefinition" || name === "VariableName");
  const annotation = part.find(({ name }) => name === "TypeAnnotation" || name === "TypeDef");
  const hasDefault = part.some(({ name }) => /^(?:Optional|Equals|AssignOp)$/.test(name));
  const own: Arguments = named
    ? {
        members: [
          { name: source.textOf(named), required: !hasDefault && !allowsNone(source, annotation), source, node: named },
        ],
        complete: true,
      }
    : NOTHING;
  const type = annotation && childrenOf(annotation).find(({ name }) => name !== ":");
  if (
    !type ||
    PLAIN.has(source.textOf(type).split(".").at(-1) ?? "") ||
    /ResourceOptions\b/.test(source.textOf(type))
  ) {
    return own;
  }
  const inner = membersOf(source, type, declarations, []);
  return joined([own, hasDefault || allowsNone(source, annotation) ? withRequired(inner, false) : inner]);
}

function allowsNone(source: Source, annotation: SyntaxNode | null | undefined): boolean {
  return annotation ? /\bundefined\b|\bNone\b|\bOptional\b|\bNotRequired\b/.test(source.textOf(annotation)) : false;
}

const BUILT_IN = new Set(["object", "TypedDict", "BaseModel", "NamedTuple", "Protocol", "ABC"]);

/** What a value of a type has to have. `seen` are the names on the way, so that a type that names itself ends. */
function membersOf(source: Source, type: SyntaxNode, declarations: Declarations, seen: readonly string[]): Arguments {
  const follow = (node: SyntaxNode): Arguments => membersOf(source, node, declarations, seen);
  switch (type.name) {
    case "ObjectType":
      return { members: type.getChildren("PropertyType").flatMap((node) => property(source, node)), complete: true };
    case "IntersectionType":
      return joined(
        childrenOf(type)
          .filter(({ name }) => name !== "LogicOp")
          .map(follow),
      );
    case "ParameterizedType": {
      const [inner] = partsOf(type.getChild("TypeArgList") ?? type)
        .flat()
        .filter(({ name }) => !/^[<>]$/.test(name));
      const wrapper = type.getChild("TypeName");
      const made = inner ? follow(inner) : NOT_FOUND;
      switch (wrapper ? source.textOf(wrapper) : "") {
        case "Readonly":
          return made;
        case "Partial":
          return withRequired(made, false);
        case "Required":
          return withRequired(made, true);
        default:
          return NOT_FOUND;
      }
    }
    // Python: `Optional[Args]`.
    case "MemberExpression": {
      const inner = childrenOf(type)
        .slice(1)
        .find(({ name }) => name === "VariableName" || name === "String");
      return inner ? follow(inner) : NOT_FOUND;
    }
    case "TypeName":
    case "VariableName":
      return declared(source.textOf(type), declarations, seen);
    case "String":
      return declared(unquoted(source.textOf(type)) ?? "", declarations, seen);
    default:
      return NOT_FOUND;
  }
}

function property(source: Source, node: SyntaxNode): Member[] {
  const key = node.getChild("PropertyDefinition") ?? node.getChild("String");
  const required = node.getChild("Optional") === null && !allowsNone(source, node.getChild("TypeAnnotation"));
  return key ? [{ name: source.textOf(key).replace(/["']/g, ""), required, source, node: key }] : [];
}

function declared(name: string, declarations: Declarations, seen: readonly string[]): Arguments {
  if (/^(?:str|int|bool|float|dict|list|Any|string|number|boolean)$/.test(name)) {
    return NOTHING;
  }
  const found = seen.includes(name) ? undefined : declarations.get(name);
  if (!found) {
    return NOT_FOUND;
  }
  const { source, node } = found;
  const path = [...seen, name];
  switch (node.name) {
    case "InterfaceDeclaration": {
      const types = childrenOf(node).filter((child) =>
        /^(?:ObjectType|TypeName|ParameterizedType|IndexedType)$/.test(child.name),
      );
      return joined(types.map((type) => membersOf(source, type, declarations, path)));
    }
    case "TypeAliasDeclaration": {
      const type = childrenOf(node).find(
        ({ name: kind }, index, all) => all[index - 1]?.name === "Equals" && kind !== ";",
      );
      return type ? membersOf(source, type, declarations, path) : NOT_FOUND;
    }
    case "ClassDefinition":
      return pythonClass(found, declarations, path);
    default:
      return NOT_FOUND;
  }
}

function pythonClass(found: Component, declarations: Declarations, seen: readonly string[]): Arguments {
  const { source, node } = found;
  const initializer = methodsOf(node).find((one) => nameOf(source, one) === "__init__");
  const list = initializer?.getChild("ParamList");
  if (list) {
    return joined(
      partsOf(list)
        .slice(1)
        .map((part) => parameter(source, part, declarations)),
    );
  }
  const bases = partsOf(node.getChild("ArgList") ?? node.getChild("Body") ?? node);
  const inherited = node.getChild("ArgList") === null ? [] : bases.filter((part) => part.length === 1).flat();
  const allOptional =
    node.getChild("ArgList") !== null && /\btotal\s*=\s*False\b/.test(source.textOf(node.getChild("ArgList") ?? node));
  const fields = (node.getChild("Body")?.getChildren("AssignStatement") ?? []).flatMap((field): Member[] => {
    const name = field.getChild("VariableName");
    const type = field.getChild("TypeDef");
    const required = field.getChild("AssignOp") === null && !allowsNone(source, type) && !allOptional;
    return name && type ? [{ name: source.textOf(name), required, source, node: name }] : [];
  });
  const parents = inherited
    .map((base) => pathOf(source, base).split(".").at(-1) ?? "")
    .filter((base) => !BUILT_IN.has(base))
    .map((base) => declared(base, declarations, seen));
  return joined([{ members: fields, complete: true }, ...parents]);
}
