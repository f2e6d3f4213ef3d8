// Fills the parts of Markdown files that are made from something else: between `<!-- generated: NAME ARGUMENT -->` and
// `<!-- end -->`.
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { block } from "./markdown";

const START = /^<!-- generated: (\S+)(?: (\S+))? -->$/;
const END = "<!-- end -->";

const FENCES: Readonly<Record<string, string>> = {
  ".yml": "yaml",
  ".yaml": "yaml",
  ".json": "json",
  ".sh": "sh",
  ".ts": "typescript",
  ".py": "python",
};

/** The Markdown of each part by its name, made from the argument behind the name. */
export type Parts = Readonly<Record<string, (argument: string) => string>>;

/** A whole file as a block of code. */
export function fileBlock(root: string, path: string): string {
  return block(FENCES[extname(path)] ?? "", readFileSync(join(root, path), "utf8").trimEnd());
}

/**
 * The text with its generated parts made again.
 * @throws where a part has an unknown name or no end
 */
export function filled(path: string, text: string, parts: Parts): string {
  const lines = text.split("\n");
  const out: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? "";
    out.push(line);
    const [, name, argument = ""] = START.exec(line) ?? [];
    if (name === undefined) {
      continue;
    }
    const end = lines.indexOf(END, index);
    if (end < 0) {
      throw new Error(`${path}:${String(index + 1)} has no ${END}`);
    }
    const part = parts[name];
    if (part === undefined) {
      throw new Error(
        `${path}:${String(index + 1)} names ${name}, but there are only ${Object.keys(parts).join(", ")}`,
      );
    }
    out.push("", part(argument).trimEnd(), "", END);
    index = end;
  }
  return out.join("\n");
}
