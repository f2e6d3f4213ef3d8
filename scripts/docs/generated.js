// Fills the parts of Markdown files that are made from something else: between `<!-- generated: NAME ARGUMENT -->` and
// `<!-- end -->`.
"use strict";
const { readFileSync } = require("node:fs");
const { extname, join } = require("node:path");
const { block } = require("./markdown");

const START = /^<!-- generated: (\S+)(?: (\S+))? -->$/;
const END = "<!-- end -->";

const FENCES = { ".yml": "yaml", ".yaml": "yaml", ".json": "json", ".sh": "sh", ".ts": "typescript", ".py": "python" };

/** A whole file as a block of code. */
function fileBlock(root, path) {
  return block(FENCES[extname(path)] ?? "", readFileSync(join(root, path), "utf8").trimEnd());
}

/**
 * The text with its generated parts made anew. `parts` gives the Markdown of each by name.
 * @throws where a part has no maker or no end
 */
function filled(path, text, parts) {
  const lines = text.split("\n");
  const out = [];
  for (let index = 0; index < lines.length; index++) {
    out.push(lines[index]);
    const [whole, name, argument] = START.exec(lines[index]) ?? [];
    if (whole === undefined) {
      continue;
    }
    const end = lines.indexOf(END, index);
    if (parts[name] === undefined || end < 0) {
      throw new Error(
        end < 0
          ? `${path}:${String(index + 1)} has no ${END}`
          : `${path}:${String(index + 1)} wants ${name}, which is none of ${Object.keys(parts).join(", ")}`,
      );
    }
    out.push("", parts[name](argument).trimEnd(), "", END);
    index = end;
  }
  return out.join("\n");
}

module.exports = { fileBlock, filled };
