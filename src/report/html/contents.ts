import { CATEGORIES, SEVERITIES, type Category, type Severity } from "../../rules/rule";
import type { Result } from "../../rules/run";
import type { Compliance } from "../compliance";
import { isExempted } from "../counts";
import { readable } from "../for-readers";
import { frameOf, sourcesOf, type Frame } from "../frame";
import { sectionsOf, type RuleGroup } from "../groups";
import { locationsOf, type Locate, type Sources } from "../location";
import type { KnownFinding, Report, SourcePosition } from "../report";
import { nodesOf, type MapNodes } from "./selection";
import type { Group, Mark, ShownFinding, State } from "./shown";

/** How many findings the page holds: more make browsers slow. */
export const MOST_FINDINGS = 2_000;
/** How many of them have lines of their source, the worst first. */
const MOST_FRAMES = 400;
/** How many rows other lists have. */
export const MOST_ROWS = 500;
const MOST_EVIDENCE = 20;
/** How many further resources of one finding can be chosen. */
const MOST_ALSO = 20;

/** What of a report the page holds, with every string of the program as people may read it. */
export interface Contents {
  /** The report without its findings and resources. */
  report: Report;
  /** In the order in which they are to be read. */
  groups: Group[];
  /** What the baseline has and the stack has not any more. */
  fixed: readonly KnownFinding[];
  totals: {
    mandatory: number;
    advisory: number;
    exempted: number;
    known: number;
    fixed: number;
    undecided: number;
    resources: number;
    resourcesWithFindings: number;
  };
  /** True where the report is compared with a baseline. */
  isCompared: boolean;
  map: MapNodes;
}

export interface PageOptions {
  /** Gives a source of the program by its path in the report. */
  read?: (file: string) => string | undefined;
}

/** Every category that has findings, in the catalogue's order. */
export function categoriesOf(groups: readonly Group[]): Category[] {
  const present = new Set(groups.map(({ rule }) => rule.category));
  return CATEGORIES.filter((category) => present.has(category));
}

/** How many findings of some groups there are, whether the page holds them or not. */
export const totalOf = (groups: readonly Group[]): number => groups.reduce((sum, { total }) => sum + total, 0);

/** How many findings of each severity there are, the worst first, without those that none has. */
export function severityTotals(groups: readonly Group[]): [severity: Severity, count: number][] {
  return SEVERITIES.map((severity): [Severity, number] => [
    severity,
    totalOf(groups.filter(({ rule }) => rule.severity === severity)),
  ]).filter(([, count]) => count > 0);
}

/** How many findings of each rule are shown, so that every rule has some and the page stays small. */
export function allowance(sizes: readonly number[], most: number): number {
  let left = most;
  for (const [index, size] of [...sizes].sort((one, other) => one - other).entries()) {
    const share = Math.floor(left / (sizes.length - index));
    if (size > share) {
      return Math.max(1, share);
    }
    left -= size;
  }
  return Infinity;
}

interface Counted extends RuleGroup {
  mark: Mark;
  state: State;
}

function counted(results: readonly Result[], state: State): Counted[] {
  const { mandatory, advisory, exempted } = sectionsOf(results);
  const as = (mark: Mark, groups: readonly RuleGroup[]): Counted[] =>
    groups.map((group) => ({ ...group, mark, state }));
  return [...as("mandatory", mandatory), ...as("advisory", advisory), ...as("exempted", exempted)];
}

/** Makes what the page shows of each finding. */
class Shower {
  private readonly keys = new Map<string, string>();
  private readonly locate: Locate;
  private shown = 0;
  private frames = 0;

  constructor(
    report: Report,
    private readonly sourceOf: Sources,
  ) {
    this.locate = locationsOf(report, sourceOf);
  }

  show(result: Result): ShownFinding {
    const { urn = "", alsoAt = [] } = result;
    const { isExact, ...source } = this.locate(result);
    const frame = isExact ? this.frame(source) : undefined;
    return {
      ...result,
      id: `f${String(++this.shown)}`,
      resourceKeys: [this.keyOf(urn), ...alsoAt.slice(0, MOST_ALSO).map((other) => this.keyOf(other.urn))],
      ...(isExact && { source: frame ? { file: source.file, line: frame.line } : source }),
      ...(frame && { frame }),
    };
  }

  private keyOf(urn: string): string {
    const key = this.keys.get(urn) ?? `r${String(this.keys.size + 1)}`;
    this.keys.set(urn, key);
    return key;
  }

  private frame(source: SourcePosition): Frame | undefined {
    const file = this.frames < MOST_FRAMES ? this.sourceOf(source.file) : undefined;
    if (file === undefined) {
      return undefined;
    }
    this.frames += 1;
    return frameOf(file, source);
  }
}

function groupsOf(report: Report, { read }: PageOptions): Group[] {
  const all = [...counted(report.results, "new"), ...counted(report.baseline?.known ?? [], "known")];
  const most = allowance(
    all.map(({ results }) => results.length),
    MOST_FINDINGS,
  );
  const shower = new Shower(report, sourcesOf(read));
  return all.map(({ rule, mark, state, results }) => ({
    id: `${state === "known" ? "known-" : ""}${mark}-${rule.id}`,
    rule,
    mark,
    state,
    findings: results.slice(0, most).map((result) => shower.show(result)),
    total: results.length,
  }));
}

/** Without what only makes the page long: a control that fails on each of many resources fails on the first. */
const cutCompliance = (compliance: Compliance): Compliance => ({
  ...compliance,
  controls: compliance.controls.map(({ evidence, ...control }) => {
    const left = evidence.length - MOST_EVIDENCE;
    return left <= 0
      ? { ...control, evidence }
      : { ...control, evidence: [...evidence.slice(0, MOST_EVIDENCE), { rule: "", message: `${String(left)} more` }] };
  }),
});

export function contentsOf(report: Report, options: PageOptions = {}): Contents {
  const { results, baseline, undecided, compliance } = report;
  const groups = groupsOf(report, options);
  const found = [...results, ...(baseline?.known ?? [])];
  const exempted = results.filter(isExempted).length;
  const mandatory = results.filter(({ level }) => level === "mandatory").length;
  return readable({
    report: {
      ...report,
      results: [],
      resources: [],
      undecided: undecided.slice(0, MOST_ROWS),
      ...(compliance && { compliance: compliance.map(cutCompliance) }),
      ...(baseline && { baseline: { known: [], fixed: [] } }),
    },
    groups,
    fixed: baseline?.fixed.slice(0, MOST_ROWS) ?? [],
    totals: {
      mandatory,
      advisory: results.length - mandatory - exempted,
      exempted,
      known: baseline?.known.length ?? report.inBaseline,
      fixed: baseline?.fixed.length ?? 0,
      undecided: undecided.length,
      resources: report.resources.length,
      resourcesWithFindings: new Set(results.map(({ urn }) => urn)).size,
    },
    isCompared: baseline !== undefined,
    map: nodesOf(report, found, groups),
  });
}
