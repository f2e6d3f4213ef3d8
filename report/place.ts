import type { Report, SourcePosition } from "./report";

/** Where a finding is shown. */
export interface Place extends SourcePosition {
  /** True where the program's own line is known. */
  isExact: boolean;
}

/** Gives the place of a resource by its URN: where the program makes it, else the beginning of the report's file. */
export function placesOf({ resources, file }: Report): (urn: string | undefined) => Place {
  const sources = new Map(resources.flatMap(({ urn, source }) => (source ? [[urn, source] as const] : [])));
  return (urn) => {
    const source = urn === undefined ? undefined : sources.get(urn);
    return source ? { ...source, isExact: true } : { file, line: 1, isExact: false };
  };
}
