import type { Result } from "../policies/run";
import { fingerprint, type Located } from "./fingerprint";
import type { Report } from "./report";

/** What of an earlier report is compared. */
export type KnownFinding = Located & Pick<Result, "level" | "message">;

/** An earlier report. */
export interface Baseline {
  project: string;
  stack: string;
  findings: readonly KnownFinding[];
}

/**
 * The report without the findings that the baseline has. Each finding of the baseline stands for one of the report:
 * of several at one place the one of the same message or index is left out. One that was advisory does not stand for
 * a mandatory one.
 */
export function withoutKnown(report: Report, baseline: Baseline): Report {
  const left = new Map<string, KnownFinding[]>();
  for (const finding of baseline.findings) {
    const key = fingerprint(finding);
    left.set(key, [...(left.get(key) ?? []), finding]);
  }
  const known = new Set<Result>();
  const open = report.results
    .filter(canBeLeftOut)
    .map((result) => ({ result, candidates: left.get(fingerprint(result)) }));
  for (const isSame of SAME) {
    for (const { result, candidates } of open.filter((one) => !known.has(one.result))) {
      const index = candidates?.findIndex((finding) => covers(finding, result) && isSame(finding, result)) ?? -1;
      if (index >= 0) {
        candidates?.splice(index, 1);
        known.add(result);
      }
    }
  }
  return {
    ...report,
    results: report.results.filter((result) => !known.has(result)),
    inBaseline: known.size,
  };
}

type Same = (finding: KnownFinding, result: Result) => boolean;

const sameMessage: Same = (finding, result) => finding.message === result.message;
const samePath: Same = (finding, result) => finding.path === result.path;
const sameLevel: Same = (finding, result) => finding.level === result.level;

/** From the surest likeness to the least. */
const SAME: readonly Same[] = [
  (finding, result) => sameLevel(finding, result) && sameMessage(finding, result) && samePath(finding, result),
  (finding, result) => sameLevel(finding, result) && sameMessage(finding, result),
  (finding, result) => sameLevel(finding, result) && samePath(finding, result),
  sameLevel,
  () => true,
];

function covers(finding: KnownFinding, result: Result): boolean {
  return finding.level === "mandatory" || result.level === "advisory";
}

// What is wrong with the contract would silence what it asks for, and an exemption is always shown.
function canBeLeftOut({ rule, exemption }: Result): boolean {
  return rule.id !== "contract" && exemption === undefined;
}
