import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Report } from "../report/report";
import { pathInside } from "../source/inside";
import { READABLE } from "../source/literals";

const LARGEST = 1_000_000;

const HIDDEN = "•";
/** What is shorter is a word like any other. */
const SHORTEST = 4;

/**
 * Reads the sources that a report names, with the credentials of the stack hidden: those of the program's folder and below
 * the working directory, and no others.
 */
export function sourceReader({
  file,
  credentials,
}: Pick<Report, "file" | "credentials">): (path: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  let texts: readonly string[] | undefined;
  const hide = (source: string): string => {
    // A key of several lines is written line by line.
    texts ??= [...new Set((credentials?.() ?? []).flatMap((text) => text.split(/\r?\n/)))].filter(
      (text) => text.length >= SHORTEST,
    );
    // Places in the source stay where they are.
    return texts.reduce((hidden, text) => hidden.replaceAll(text, HIDDEN.repeat(text.length)), source);
  };
  const roots = [process.cwd(), dirname(file)];
  return (path) => {
    if (!known.has(path)) {
      const source = READABLE.test(path) ? readInside(roots, path) : undefined;
      known.set(path, source === undefined ? undefined : hide(source));
    }
    return known.get(path);
  };
}

function readInside(roots: readonly string[], path: string): string | undefined {
  try {
    const real = realpathSync(path);
    const isInside = roots.some((root) => pathInside(realpathSync(root), real) !== undefined);
    return isInside && statSync(real).size <= LARGEST ? readFileSync(real, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
