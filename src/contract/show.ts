import type { SchemaNode } from "./schema";

const LONGEST = 40;
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}/;

/** True for capitals and digits without a space: more likely a password or a key than a value of the contract. */
function looksSecret(text: string): boolean {
  return /^(?=.*\d)(?=.*[A-Z])\S{8,}$/.test(text) && !TIMESTAMP.test(text);
}

function showText(text: string): string {
  if (looksSecret(text)) {
    return `a string of ${String(text.length)} characters`;
  }
  return JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
}

/** A value as a message may show it: short, on one line, and not when it looks like a secret. */
export function show(value: unknown): string {
  if (typeof value === "string") {
    return showText(value);
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? "an empty list" : "a list";
  }
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

/** A key as a message may show it: bare where it is a plain word, otherwise like a value. */
export function showKey(key: string): string {
  return /^[\w*?|-]+$/.test(key) && key.length <= LONGEST && !looksSecret(key) ? key : showText(key);
}

/** The path of a value for readers: `exemptions[0].until`. Numbers are indexes of lists. */
export function showPath(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${String(part)}]` : text === "" ? showKey(part) : `${text}.${showKey(part)}`,
    "",
  );
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], conjunction: "and" | "or"): string {
  return words.length < 2
    ? words.join("")
    : [words.slice(0, -1).join(", "), ...words.slice(-1)].join(` ${conjunction} `);
}

function bounds({ minimum, maximum }: SchemaNode): string {
  if (minimum === undefined) {
    return "";
  }
  return maximum === undefined ? ` of at least ${show(minimum)}` : ` from ${show(minimum)} to ${show(maximum)}`;
}

const NAMES: Readonly<Record<string, string>> = {
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  string: "text",
  array: "a list",
  object: "an object",
  null: "null, which takes it out",
};

function examplesOf(node: SchemaNode, type: string): string {
  const fitting = (node.examples ?? []).filter((example) => kindOf(example) === type);
  return fitting.length === 0
    ? ""
    : ` such as ${listed(
        fitting.map((example) => JSON.stringify(example)),
        "or",
      )}`;
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : typeof value;
}

function allowedOf(node: SchemaNode, type: string): string {
  const name = node.format === "date" ? "a day" : String(NAMES[type]);
  return name + bounds(node) + examplesOf(node, type);
}

/** What a node of the schema takes, in words: `a whole number from 1 to 35`, `text such as "us-east-1"`. */
export function allowed(node: SchemaNode): string {
  if (node.enum !== undefined) {
    const values = node.enum.map(String);
    return values.length === 1 ? values.join("") : `one of ${values.join(", ")}`;
  }
  return listed(
    [node.type ?? []].flat().map((type) => allowedOf(node, type)),
    "or",
  );
}
