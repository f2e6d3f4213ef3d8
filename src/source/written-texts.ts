import type { SyntaxNode, Tree } from "@lezer/common";
import { isLiteral, unquoted } from "./syntax";
import { addText, noTexts, type TextPart, type WrittenTexts } from "./text-parts";

const SUMS: ReadonlySet<string> = new Set(["BinaryExpression", "BinaryExp"]);
const CALLS: ReadonlySet<string> = new Set(["CallExpression", "CallExpr", "MethodInvocation"]);
const ARGUMENTS: ReadonlySet<string> = new Set(["ArgList", "Arguments", "ArgumentList"]);
const LISTS: ReadonlySet<string> = new Set(["ArrayExpression", "LiteralValue", "ArrayInitializer"]);
const NUMBERS: ReadonlySet<string> = new Set(["Number", "IntegerLiteral"]);
const NAMES: ReadonlySet<string> = new Set(["VariableName", "Identifier"]);
const DEFINITIONS: ReadonlySet<string> = new Set(["VariableDefinition", "VariableName", "DefName", "Definition"]);
const ASSIGNMENTS: ReadonlySet<string> = new Set(["Equals", "AssignOp", "=", ":="]);
const COMPUTED: ReadonlySet<string> = new Set(["Interpolation", "FormatReplacement"]);

/** More levels of expressions than anyone writes, and few enough not to run out of stack. */
const DEEPEST = 100;

/** The strings that a source writes, by its syntax tree. */
export function textsIn(text: string, tree: Tree): WrittenTexts {
  const texts = noTexts();
  const read = new TextReader(text, tree);
  tree.iterate({
    enter: ({ node }) => {
      const raw = isLiteral(node) ? unquoted(text.slice(node.from, node.to)) : undefined;
      if (raw !== undefined) {
        texts.literals.add(raw);
      }
      if (raw !== undefined || (read.isComposed(node) && !read.isComposed(node.parent))) {
        const parts = read.partsOf(node);
        if (parts.some((part) => part !== undefined && part !== "")) {
          addText(texts, parts);
        }
      }
    },
  });
  return texts;
}

class TextReader {
  /** The expressions that variables are set to, absent where there are several. */
  private readonly constants = new Map<string, SyntaxNode | undefined>();

  constructor(
    private readonly text: string,
    tree: Tree,
  ) {
    tree.iterate({
      enter: ({ name, node }) => {
        const value = DEFINITIONS.has(name) ? assignedTo(node) : undefined;
        if (value) {
          const variable = this.textOf(node);
          this.constants.set(variable, this.constants.has(variable) ? undefined : value);
        }
      },
    });
  }

  /** True for an expression that puts a string together: a sum, a concatenation, a list that is joined. */
  isComposed(node: SyntaxNode | null): boolean {
    if (!node) {
      return false;
    }
    return (
      node.name === "ContinuedString" ||
      (SUMS.has(node.name) && this.isSum(node)) ||
      (CALLS.has(node.name) && /(?:concat|join)$/i.test(this.calleeOf(node)))
    );
  }

  partsOf(node: SyntaxNode, depth = 0): TextPart[] {
    const inner = (child: SyntaxNode): TextPart[] => this.partsOf(child, depth + 1);
    if (depth > DEEPEST) {
      return [undefined];
    }
    if (isLiteral(node)) {
      return this.literalParts(node, inner);
    }
    if (NUMBERS.has(node.name)) {
      return [this.textOf(node)];
    }
    if (NAMES.has(node.name)) {
      const value = this.constants.get(this.textOf(node));
      return value && depth < 10 ? this.partsOf(value, depth + 10) : [undefined];
    }
    if (this.isComposed(node)) {
      return CALLS.has(node.name) ? this.joinedParts(node, inner) : operandsOf(node).flatMap(inner);
    }
    const [only, ...others] = operandsOf(node);
    return node.name.startsWith("Parenthesized") && only && others.length === 0 ? inner(only) : [undefined];
  }

  /** The parts of a literal: characters between interpolations. */
  private literalParts(node: SyntaxNode, inner: (child: SyntaxNode) => TextPart[]): TextPart[] {
    const computed = childrenNamed(node, COMPUTED);
    if (computed.length === 0) {
      return [decoded(this.textOf(node))];
    }
    const literal = this.textOf(node);
    const quote = /^[a-zA-Z]{0,2}("""|'''|"|'|`)/.exec(literal);
    const end = node.to - (quote?.[1] !== undefined && literal.endsWith(quote[1]) ? quote[1].length : 0);
    let at = node.from + (quote?.[0].length ?? 0);
    const parts: TextPart[] = [];
    for (const child of computed) {
      const [expression] = operandsOf(child);
      parts.push(unescaped(this.text.slice(at, child.from)));
      parts.push(...(expression ? inner(expression) : [undefined]));
      at = child.to;
    }
    return [...parts, unescaped(this.text.slice(at, end))];
  }

  /** The parts of `"a".concat(b)`, `pulumi.concat(a, b)`, `["a", "b"].join("-")` and `"-".join(["a", "b"])`. */
  private joinedParts(node: SyntaxNode, inner: (child: SyntaxNode) => TextPart[]): TextPart[] {
    const list = node.getChildren("ArgList").concat(node.getChildren("Arguments"), node.getChildren("ArgumentList"))[0];
    const given = list ? operandsOf(list) : [];
    const owner = node.firstChild && (ARGUMENTS.has(node.firstChild.name) ? undefined : ownerOf(node.firstChild));
    if (/concat$/i.test(this.calleeOf(node))) {
      return [...(owner && isLiteral(owner) ? inner(owner) : []), ...given.flatMap(inner)];
    }
    const [elements, separator] =
      owner && LISTS.has(owner.name)
        ? [operandsOf(owner), given[0]]
        : given.length === 1 && given[0] && LISTS.has(given[0].name)
          ? [operandsOf(given[0]), owner ?? undefined]
          : [given.slice(1), given[0]];
    const between = separator ? inner(separator) : [","];
    return elements.flatMap((element, index) => (index === 0 ? inner(element) : [...between, ...inner(element)]));
  }

  private isSum(node: SyntaxNode): boolean {
    const operator = node.getChild("ArithOp");
    return operator !== null && this.textOf(operator) === "+";
  }

  private calleeOf(node: SyntaxNode): string {
    const list = node.lastChild;
    return this.text.slice(node.from, list ? list.from : node.to).trimEnd();
  }

  private textOf({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }
}

/** The object of a call of a method. */
const ownerOf = (callee: SyntaxNode): SyntaxNode =>
  /^(?:Member|Selector)/.test(callee.name) && callee.firstChild ? callee.firstChild : callee;

function childrenNamed(node: SyntaxNode, names: ReadonlySet<string>): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (names.has(child.name)) {
      found.push(child);
    }
  }
  return found;
}

/** The expressions directly below a node, without punctuation. */
function operandsOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^[A-Z]/.test(child.name) && !/(?:Op|Comment|Start|End|FormatConversion|FormatSpec)$/.test(child.name)) {
      found.push(child);
    }
  }
  return found;
}

/** The expression that a declaration or an assignment gives to a variable. */
function assignedTo(variable: SyntaxNode): SyntaxNode | undefined {
  let next = variable.nextSibling;
  while (next?.name.startsWith("Type")) {
    next = next.nextSibling;
  }
  return next && ASSIGNMENTS.has(next.name) ? (next.nextSibling ?? undefined) : undefined;
}

/** The characters that a literal represents. */
function decoded(literal: string): string {
  const raw = unquoted(literal) ?? literal;
  const isRaw = /^[a-z]?r/i.test(literal);
  return isRaw || !raw.includes("\\") ? raw : unescaped(raw);
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "" };
const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([^ux]))/gi;

/** Characters with the escapes of the languages that are read here. */
export const unescaped = (text: string): string =>
  text.includes("\\")
    ? text.replace(ESCAPE, (_, braces?: string, four?: string, two?: string, one?: string) => {
        const code = braces ?? four ?? two;
        return code === undefined ? (ESCAPES[String(one)] ?? String(one)) : String.fromCodePoint(hex(code));
      })
    : text;

const hex = (digits: string): number => Math.min(parseInt(digits, 16), 0x10ffff);
