// The scores of Stryker's report, by folder.

/** A report in the format of mutation-testing-report-schema, as far as it is read here. */
export interface MutationReport {
  files: Record<string, { mutants: { status: string; statusReason?: string }[] }>;
}

export interface Count {
  /** The mutants that count. */
  mutants: number;
  /** Those that a test noticed, or that ran without end. */
  found: number;
  /** Those that do not count, by reason. */
  leftOut: Record<string, number>;
}

const FOUND = new Set(["Killed", "Timeout"]);
const COUNTED = new Set([...FOUND, "Survived", "NoCoverage"]);

/** The folder of a source: `policies`, or the layer such as `src/graph`. */
const folderOf = (path: string): string => path.split("/", path.startsWith("src/") ? 2 : 1).join("/");

/** The counts of a report by folder, and of `all` of them. */
export function count(report: MutationReport): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const [path, { mutants }] of Object.entries(report.files)) {
    for (const { status, statusReason = status } of mutants) {
      for (const key of ["all", folderOf(path)]) {
        const one = counts.get(key) ?? { mutants: 0, found: 0, leftOut: {} };
        counts.set(key, one);
        if (COUNTED.has(status)) {
          one.mutants++;
          one.found += FOUND.has(status) ? 1 : 0;
        } else {
          one.leftOut[statusReason] = (one.leftOut[statusReason] ?? 0) + 1;
        }
      }
    }
  }
  return counts;
}
