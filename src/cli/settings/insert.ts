import { isDeepStrictEqual } from "node:util";
import { Document, isCollection, isMap, isScalar, isSeq, parseDocument, type Node, type Pair } from "yaml";
import { isObject } from "../../contract/read";
import { ProgramError } from "../../errors";

/** Something to put into a file of settings: a value where nothing is yet, or one more item of a list. */
export interface Addition {
  /** The keys that lead there. A list that is there already gets the items of `value`, a map its keys. */
  path: readonly string[];
  value: unknown;
}

/** A text with an addition, and how it reads there. */
export interface Inserted {
  text: string;
  /** The key lines that lead to it and were there before, then what is new. */
  shown: string[];
}

interface Splice {
  offset: number;
  inserted: string;
}

type Parents = readonly string[];

const STEP = 2;

/**
 * Puts a value into YAML or JSON by inserting text alone, so that all else keeps its layout and its comments to the
 * letter. What comes out is read again and compared with what was intended.
 */
export function inserted(file: string, text: string, { path, value }: Addition): Inserted {
  const before = parseDocument(text);
  const { node, depth } = deepest(before, path);
  const rest = path.slice(depth);
  const splice =
    rest.length === 0 && isSeq(node)
      ? intoList(text, node as Node, value as unknown[])
      : intoMap(text, node, nested(rest, value), path.slice(0, depth));
  const intended = withValue(before.toJS() as unknown, path, value);
  const result = splice && text.slice(0, splice.offset) + splice.inserted + text.slice(splice.offset);
  if (splice === undefined || result === undefined || !isDeepStrictEqual(readAgain(result), intended)) {
    throw new ProgramError(`${file} is laid out in a way that cannot be added to; write this into it yourself:
${block(nested(path, value))}`);
  }
  return { text: result, shown: shown(path.slice(0, depth), splice.inserted) };
}

function readAgain(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length === 0 ? (document.toJS() as unknown) : undefined;
}

/** The node furthest along the path that is there. */
function deepest(document: Document.Parsed, path: readonly string[]): { node: Node | null; depth: number } {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
    if (node !== undefined) {
      return { node, depth };
    }
  }
  return { node: document.contents, depth: 0 };
}

function nested(path: readonly string[], value: unknown): unknown {
  return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

function withValue(document: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) {
    return Array.isArray(document)
      ? [...(document as unknown[]), ...(value as unknown[])]
      : isObject(document) && isObject(value)
        ? { ...document, ...value }
        : value;
  }
  const object = (document ?? {}) as Record<string, unknown>;
  return { ...object, [key]: withValue(object[key], rest, value) };
}

function isNothing(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function intoMap(text: string, node: Node | null, value: unknown, parents: Parents): Splice | undefined {
  if (isNothing(node)) {
    const indent = parents.length === 0 ? 0 : columnOfKey(text, node) + STEP;
    return afterLine(text, node?.range?.[0] ?? text.length, indented(block(value), indent));
  }
  if (!isMap(node)) {
    return undefined;
  }
  if (node.flow === true) {
    return intoFlow(node, JSON.stringify(value).slice(1, -1));
  }
  const [start = 0] = (node as Node).range ?? [];
  return afterLine(text, endOf(node), indented(block(value), columnOf(text, start)));
}

function intoList(text: string, node: Node, items: readonly unknown[]): Splice | undefined {
  if (isCollection(node) && node.flow === true) {
    return intoFlow(node, JSON.stringify(items).slice(1, -1));
  }
  return afterLine(text, endOf(node), indented(block(items), columnOf(text, node.range?.[0] ?? 0)));
}

/** Before the bracket that ends a list or a map in brackets. */
function intoFlow(node: Node, inner: string): Splice | undefined {
  const end = (node.range?.[1] ?? 0) - 1;
  const last = isCollection(node) ? node.items.at(-1) : undefined;
  if (last === undefined) {
    return { offset: end, inserted: inner };
  }
  const offset = endOf((isPair(last) ? (last.value ?? last.key) : last) as Node);
  return { offset, inserted: `, ${inner}` };
}

function isPair(item: unknown): item is Pair {
  return typeof item === "object" && item !== null && "key" in item;
}

/** The end of a node; of a collection in block style, that of its last part. */
function endOf(node: Node): number {
  if (isCollection(node) && node.flow !== true) {
    const last = node.items.at(-1);
    const inner = isPair(last) ? (last.value ?? last.key) : last;
    return endOf(inner as Node);
  }
  return node.range?.[1] ?? 0;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf("\n", offset - 1) + 1);
}

/** The column of the key whose value is nothing. */
function columnOfKey(text: string, node: Node | null): number {
  const offset = node?.range?.[0] ?? 0;
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1);
  return /^\s*/.exec(line)?.[0].length ?? 0;
}

/** After the line of an offset. */
function afterLine(text: string, offset: number, lines: string): Splice {
  const end = text[offset - 1] === "\n" ? offset - 1 : text.indexOf("\n", offset);
  const isOpen = end < 0 && text !== "" && !text.endsWith("\n");
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const given = `${isOpen ? "\n" : ""}${lines}`.replaceAll("\n", newline);
  return { offset: end < 0 ? text.length : end + 1, inserted: given };
}

/** YAML in block style, with quotes where Pulumi's reader would take a string for something else. */
function block(value: unknown): string {
  return new Document(value, { version: "1.2", compat: "yaml-1.1", aliasDuplicateObjects: false }).toString({
    lineWidth: 0,
  });
}

function indented(text: string, columns: number): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(columns));
}

function shown(parents: Parents, added: string): string[] {
  const lines = added.replaceAll("\r", "").replace(/^\n/, "").trimEnd().split("\n");
  const above = parents.map((key, depth) => `  ${" ".repeat(depth * STEP)}${key}:`);
  return [...above, ...lines.map((line) => `+ ${line}`)];
}
