import { namedArgumentsOf } from "../source/calls";
import type { Source } from "../source/source";
import type { Report, SourcePosition } from "./report";

/** Where a finding is shown. */
export interface SourceLocation extends SourcePosition {
  /** True where the program's own line is known. */
  isExact: boolean;
}

/** What is located: a resource, and of it a property as the program writes it. */
export interface Locatable {
  urn?: string | undefined;
  codePath?: string;
}

export type Locate = (at: Locatable) => SourceLocation;

/** Gives a source of the program by its path in the report, the same one each time: it is parsed once. */
export type Sources = (file: string) => Source | undefined;

/**
 * Gives the location of a finding: its property where the program sets it, else where the program creates its resource,
 * else the beginning of its target's file.
 */
export function locationsOf(report: Report, sources?: Sources): Locate {
  const { resources, file, targets = [] } = report;
  const positions = new Map(resources.flatMap(({ urn, source }) => (source ? [[urn, source] as const] : [])));
  const fileOf = (urn: string): string =>
    targets.find(({ project, stack }) => urn.startsWith(`urn:pulumi:${stack}::${project}::`))?.file ?? file;
  // A loop creates many resources in one place.
  const known = new Map<string, SourcePosition>();
  return ({ urn = "", codePath = "" }) => {
    const position = positions.get(urn);
    if (position === undefined) {
      return { file: fileOf(urn), line: 1, isExact: false };
    }
    const [property = ""] = codePath.split(/[.[]/, 1);
    const key = JSON.stringify([position.file, position.line, property]);
    const found = known.get(key) ?? propertyPosition(sources?.(position.file), position, property) ?? position;
    known.set(key, found);
    return { ...found, isExact: true };
  };
}

/** Where the call that begins on a line sets a property. */
function propertyPosition(
  source: Source | undefined,
  { line }: SourcePosition,
  property: string,
): SourcePosition | undefined {
  if (source === undefined || property === "" || !/\.(?:[cm]?[jt]s|[jt]sx|py)$/.test(source.path)) {
    return undefined;
  }
  const { path: file, text } = source;
  const start = offsetOf(text, line);
  const end = offsetOf(text, line + 1);
  const found = source.calls
    .filter(({ node }) => node.from >= start && node.from < end)
    .flatMap(({ node }) => namedArgumentsOf(source, node))
    .find((argument) => argument.name === property);
  if (found === undefined) {
    return undefined;
  }
  const before = text.slice(0, found.node.from);
  return { file, line: before.split("\n").length, column: found.node.from - before.lastIndexOf("\n") };
}

/** Where a line begins. */
function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let current = 1; current < line; current++) {
    const next = text.indexOf("\n", at);
    if (next < 0) {
      return text.length;
    }
    at = next + 1;
  }
  return at;
}
