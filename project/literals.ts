import { extname } from "node:path";
import type { Tree } from "@lezer/common";
import { parseSource } from "./parse";
import { isLiteral, unquoted } from "./syntax";

function sourceLiterals(text: string, tree: Tree): Set<string> {
  const found = new Set<string>();
  tree.iterate({
    enter: (node) => {
      const literal = isLiteral(node) ? unquoted(text.slice(node.from, node.to)) : undefined;
      if (literal !== undefined) {
        found.add(literal);
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
 * The string literals of a source, by the grammar of its language (TypeScript, JavaScript, Python, YAML). A source with
 * errors gives the literals of what can be read. `tree` is for a source that is parsed anyway.
 */
export function literalsOf(path: string, text: string, tree?: Tree): ReadonlySet<string> {
  switch (extname(path)) {
    case ".yaml":
    case ".yml":
      // Configuration is no source: what stands there is the user's to set, and may be a secret of theirs.
      return /(?:^|[\\/])Pulumi(\.[^\\/]*)?\.ya?ml$/.test(path) ? new Set() : yamlLiterals(text);
    default:
      return sourceLiterals(text, tree ?? parseSource(path, text));
  }
}
