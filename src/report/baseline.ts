import { grouped } from "../graph/stack";
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
  const left = grouped(baseline.findings, (finding) => [fingerprint(finding)]);
  const open = grouped(report.results.filter(canBeLeftOut), (result) => [fingerprint(result)]);
  const known = new Set<Result>();
  const unused = new Set(baseline.findings);
  for (const [key, results] of open) {
    for (const [result, finding] of matched(left.get(key) ?? [], results)) {
      known.add(result);
      unused.delete(finding);
    }
  }
  return {
    ...report,
    results: report.results.filter((result) => !known.has(result)),
    inBaseline: known.size,
    baseline: {
      known: report.results.filter((result) => known.has(result)),
      fixed: fixedOf([...unused], report),
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

type Compared = Pick<KnownFinding, "level" | "message" | "path">;

type Likeness = Record<"before" | "now", (one: Compared) => string>;

const inSame = (of: (one: Compared) => string[]): Likeness => {
  const key = (one: Compared): string => JSON.stringify(of(one));
  return { before: key, now: key };
};

/** What is the same, from the surest likeness to the least; in the end one that was mandatory and is advisory. */
const LIKENESSES: readonly Likeness[] = [
  inSame(({ level, message, path }) => [level, message, path]),
  inSame(({ level, message }) => [level, message]),
  inSame(({ level, path }) => [level, path]),
  inSame(({ level }) => [level]),
  { before: ({ level }) => `was ${level}`, now: ({ level }) => (level === "advisory" ? "was mandatory" : "") },
];

/** The results of one fingerprint that the findings of a baseline cover, each with the finding that covers it. */
function matched(findings: readonly KnownFinding[], results: readonly Result[]): Map<Result, KnownFinding> {
  const unused = new Set(findings);
  const covered = new Map<Result, KnownFinding>();
  for (const { before, now } of LIKENESSES) {
    if (unused.size === 0 || covered.size === results.length) {
      break;
    }
    const alike = new Map([...grouped([...unused], (one) => [before(one)])].map(([key, some]) => [key, new Set(some)]));
    for (const result of results.filter((one) => !covered.has(one))) {
      const candidates = alike.get(now(result));
      const finding = candidates && firstCovering(candidates, result);
      if (finding) {
        candidates.delete(finding);
        unused.delete(finding);
        covered.set(result, finding);
      }
    }
  }
  return covered;
}

// Most are about one resource, so that the first candidate covers them.
function firstCovering(candidates: ReadonlySet<KnownFinding>, result: Result): KnownFinding | undefined {
  for (const finding of candidates) {
    if (covers(finding, result)) {
      return finding;
    }
  }
  return undefined;
}

/** True where a finding is about all resources that a result is about. */
function covers(finding: KnownFinding, { alsoAt = [] }: Result): boolean {
  if (alsoAt.length === 0) {
    return true;
  }
  const known = new Set([finding.urn, ...(finding.alsoAt ?? []).map(({ urn }) => urn)]);
  return alsoAt.every(({ urn }) => known.has(urn));
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
