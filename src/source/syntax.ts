import type { SyntaxNode } from "@lezer/common";

/** A text with its syntax tree. */
export interface Parsed {
  /** `script` for TypeScript and JavaScript. */
  readonly language: "script" | "python";
  /** Its whole text. */
  readonly text: string;
  readonly root: SyntaxNode;
  /** What a node covers. */
  textOf(node: { from: number; to: number }): string;
}

/** The children of a node, punctuation and keywords included, comments not. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.name.endsWith("Comment")) {
      children.push(child);
    }
  }
  return children;
}

/** The nodes at or below `node`, in order; below one that `into` refuses nothing is looked at. */
export function* nodesBelow(node: SyntaxNode, into?: (node: SyntaxNode) => boolean): Generator<SyntaxNode> {
  // By hand: a generator of generators would cost a chain of calls for each node of a deep tree.
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (!into || into(next)) {
      for (let child = next.lastChild; child; child = child.prevSibling) {
        waiting.push(child);
      }
    }
  }
}

/**
 * The parts of a list in brackets or braces, each with what belongs to it, such as a name, `=` and a value. A gap is an
 * empty part, what a trailing comma leaves is not.
 */
export function partsOf(list: SyntaxNode): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const child of childrenOf(list)) {
    if (child.name === ",") {
      parts.push([]);
    } else if (!/^[()[\]{}]$/.test(child.name)) {
      parts.at(-1)?.push(child);
    }
  }
  return parts.at(-1)?.length === 0 ? parts.slice(0, -1) : parts;
}

const QUOTES = /^[a-zA-Z]{0,2}("""|'''|"|'|`)/;

const LITERALS = new Set(["String", "TemplateString", "FormatString", "StringLiteral", "TextBlock"]);

export const isLiteral = ({ name }: { name: string }): boolean => LITERALS.has(name);

/** The text between the quotes of a literal. */
export function unquoted(literal: string): string | undefined {
  const quote = QUOTES.exec(literal);
  if (!quote?.[1]) {
    return undefined;
  }
  return literal
    .slice(quote[0].length, literal.endsWith(quote[1]) ? -quote[1].length : undefined)
    .replace(/\\(["'`\\])/g, "$1");
}
