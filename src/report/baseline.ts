import type { Result } from "../rules/run";
import { failingKinds } from "./counts";
import { fingerprint } from "./fingerprint";
import { serialized } from "./json";
import type { KnownFinding, Report } from "./report";

export type { KnownFinding } from "./report";

/** An earlier report. */
export interface Baseline {
  project: string;
  stack: string;
  findings: readonly KnownFinding[];
}

/**
 * The report without the findings that the baseline has. Each finding of the baseline covers one of the report:
 * of several at one path, the one with the same message or index is left out. One that was advisory does not cover
 * a mandatory one, and none covers one that is about further resources too.
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
    baseline: {
      known: report.results.filter((result) => known.has(result)),
      fixed: fixedOf([...left.values()].flat(), report),
    },
  };
}

/** Of the findings that only the baseline has, those that are fixed for sure: what found them has run, on all that there is. */
function fixedOf(left: readonly KnownFinding[], report: Report): KnownFinding[] {
  if (failingKinds(report).length > 0 || report.crashes.length > 0) {
    return [];
  }
  const checked = report.checked && new Set(report.checked);
  const found = new Set(report.results.map(fingerprint));
  const open = new Set(report.undecided.map(({ rule, urn }) => `${rule.id} ${urn}`));
  return left.filter(
    (finding) =>
      checked?.has(finding.rule.id) !== false &&
      !found.has(fingerprint(finding)) &&
      !open.has(`${finding.rule.id} ${finding.urn ?? ""}`),
  );
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
  const known = new Set([finding.urn, ...(finding.alsoAt ?? []).map(({ urn }) => urn)]);
  const isNew = (result.alsoAt ?? []).some(({ urn }) => !known.has(urn));
  return (finding.level === "mandatory" || result.level === "advisory") && !isNew;
}

// What is wrong with the contract would silence what it requires, and an exemption is always shown.
function canBeLeftOut({ rule, exemption }: Result): boolean {
  return rule.id !== "contract" && exemption === undefined;
}

/** All findings of a report, as a later one is compared with them: a line each, so that differences are easy to read. */
export function baselineText({ project, stack, results }: Report): string {
  const line = (document: object): string => serialized(document, 0).trimEnd();
  const findings = results.map(({ rule, constraint, level, urn, path, message, alsoAt }) =>
    line({
      rule: rule.id,
      ...(constraint && { constraint: { id: constraint.id } }),
      level,
      ...(path !== "" && { path }),
      ...(urn !== undefined && { resource: { urn } }),
      ...(alsoAt && { alsoAt: alsoAt.map((other) => ({ resource: { urn: other.urn } })) }),
      message,
    }),
  );
  const head = line({ version: 1, project, stack }).replace(/\}$/, "");
  const list = findings.length === 0 ? "[]" : `[\n${findings.join(",\n")}\n]`;
  return `${head},"findings":${list}}\n`;
}
