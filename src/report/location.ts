import type { Report, SourcePosition } from "./report";

/** Where a finding is shown. */
export interface SourceLocation extends SourcePosition {
  /** True where the program's own line is known. */
  isExact: boolean;
}

/** Gives the location of a resource by its URN: where the program creates it, else the beginning of its target's file. */
export function locationsOf(report: Report): (urn: string | undefined) => SourceLocation {
  const { resources, file, targets = [] } = report;
  const sources = new Map(resources.flatMap(({ urn, source }) => (source ? [[urn, source] as const] : [])));
  const fileOf = (urn: string): string =>
    targets.find(({ project, stack }) => urn.startsWith(`urn:pulumi:${stack}::${project}::`))?.file ?? file;
  return (urn = "") => {
    const source = sources.get(urn);
    return source ? { ...source, isExact: true } : { file: fileOf(urn), line: 1, isExact: false };
  };
}
