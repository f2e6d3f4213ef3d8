import { extname } from "node:path";
import type { Parser, Tree } from "@lezer/common";

const made = new Map<string, Parser>();

// Parsers are loaded when a rule first needs a syntax tree: most runs never do.
function kept(key: string, make: () => Parser): Parser {
  let parser = made.get(key);
  if (!parser) {
    parser = make();
    made.set(key, parser);
  }
  return parser;
}

/* eslint-disable @typescript-eslint/no-require-imports */
const script = (dialect: string): Parser =>
  (require("@lezer/javascript") as typeof import("@lezer/javascript")).parser.configure({ dialect });
const python = (): Parser => (require("@lezer/python") as typeof import("@lezer/python")).parser;
const go = (): Parser => (require("@lezer/go") as typeof import("@lezer/go")).parser;
const java = (): Parser => (require("@lezer/java") as typeof import("@lezer/java")).parser;
/* eslint-enable @typescript-eslint/no-require-imports */

const PARSERS: Readonly<Record<string, () => Parser>> = { ".py": python, ".go": go, ".java": java };

/** The syntax tree of a source, by the ending of its path: Python, Go, Java, else TypeScript or JavaScript. */
export function parseSource(path: string, text: string): Tree {
  const ending = extname(path);
  const make = PARSERS[ending];
  if (make) {
    return kept(ending, make).parse(text);
  }
  const dialect = /\.[jt]sx$/.test(path) ? "ts jsx" : "ts";
  return kept(dialect, () => script(dialect)).parse(text);
}
