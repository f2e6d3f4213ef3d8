import { extname } from "node:path";
import type { Tree } from "@lezer/common";
import { csharpTexts } from "./csharp";
import { parseSource } from "./parse";
import { noTexts, type WrittenTexts } from "./text-parts";
import { textsIn } from "./written-texts";
import { yamlTexts } from "./yaml-texts";

/** Sources whose strings are read. */
export const READABLE = /\.(?:[cm]?[jt]s|[jt]sx|py|go|java|cs|ya?ml)$/;
/** Sources in languages that have no parser here, by the runtime that runs them. */
export const UNPARSED: Readonly<Record<string, RegExp>> = {
  dotnet: /\.(?:fsx?|vb)$/,
  java: /\.(?:kts?|scala|groovy|clj)$/,
};

/**
 * The strings of a source, by the grammar of its language: TypeScript, JavaScript, Python, Go, Java, C#, YAML. A source
 * with errors gives those that can be read. `tree` is for a source that is parsed anyway.
 */
export function writtenTexts(path: string, text: string, tree?: Tree): WrittenTexts {
  switch (extname(path)) {
    case ".yaml":
    case ".yml":
      // The settings of a stack are not a source: users set them, and they may be secrets of theirs.
      return /(?:^|[\\/])Pulumi\.[^\\/]*\.ya?ml$/.test(path) ? noTexts() : yamlTexts(text);
    case ".cs":
      return csharpTexts(text);
    default:
      return textsIn(text, tree ?? parseSource(path, text));
  }
}

/** The literals of a source. */
export const literalsOf = (path: string, text: string, tree?: Tree): ReadonlySet<string> =>
  writtenTexts(path, text, tree).literals;
