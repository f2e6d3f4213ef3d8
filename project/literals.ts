import { extname } from "node:path";
import type { Tree } from "@lezer/common";

// Parsers are loaded when a rule first asks for sources: most runs never do.
/* eslint-disable @typescript-eslint/no-require-imports */
const parsers = {
  script: (text: string): Tree => {
    const { parser } = require("@lezer/javascript") as typeof import("@lezer/javascript");
    return parser.configure({ dialect: "ts" }).parse(text);
  },
  python: (text: string): Tree => (require("@lezer/python") as typeof import("@lezer/python")).parser.parse(text),
};
/* eslint-enable @typescript-eslint/no-require-imports */

const QUOTES = /^[a-zA-Z]{0,2}("""|'''|"|'|`)/;

function unquote(literal: string): string | undefined {
  const quote = QUOTES.exec(literal);
  if (!quote?.[1]) {
    return undefined;
  }
  return literal
    .slice(quote[0].length, literal.endsWith(quote[1]) ? -quote[1].length : undefined)
    .replace(/\\(["'`\\])/g, "$1");
}

function scriptLiterals(text: string, tree: Tree): Set<string> {
  const found = new Set<string>();
  tree.iterate({
    enter: (node) => {
      if (node.name === "String" || node.name === "TemplateString" || node.name === "FormatString") {
        const literal = unquote(text.slice(node.from, node.to));
        if (literal !== undefined) {
          found.add(literal);
        }
      }
    },
  });
  return found;
}

function yamlLiterals(text: string): Set<string> {
  const { parseAllDocuments, visit } = require("yaml") as typeof import("yaml"); // eslint-disable-line @typescript-eslint/no-require-imports
  const found = new Set<string>();
  for (const document of parseAllDocuments(text)) {
    visit(document, {
      Scalar: (_key, node) => {
        if (typeof node.value === "string") {
          found.add(node.value);
        }
      },
    });
  }
  return found;
}

/**
 * The string literals of a source, by the grammar of its language (TypeScript, JavaScript, Python, YAML); a file in
 * another language has none. A source with errors gives the literals of what can be read.
 */
export function literalsOf(path: string, text: string): ReadonlySet<string> {
  switch (extname(path)) {
    case ".py":
      return scriptLiterals(text, parsers.python(text));
    case ".yaml":
    case ".yml":
      // Configuration is no source: what stands there is the user's to set, and may be a secret of theirs.
      return /(?:^|[\\/])Pulumi(\.[^\\/]*)?\.ya?ml$/.test(path) ? new Set() : yamlLiterals(text);
    default:
      return scriptLiterals(text, parsers.script(text));
  }
}
