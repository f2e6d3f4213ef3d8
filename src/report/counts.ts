import type { Result } from "../rules/run";
import type { Report } from "./report";
import { plural } from "./lines";

/** True where an exemption that still holds has lowered the finding. */
export function isExempted({ exemption }: Result): boolean {
  return exemption?.state === "active";
}

export interface Counts {
  mandatory: number;
  advisory: number;
  /** Of the advisory ones, those that an exemption lowered. */
  exempted: number;
}

export function countsOf({ results }: Report): Counts {
  const mandatory = results.filter(({ level }) => level === "mandatory").length;
  return { mandatory, advisory: results.length - mandatory, exempted: results.filter(isExempted).length };
}

/** What the findings come to, in one sentence. */
export function sumOf(report: Report): string {
  const { results } = report;
  if (results.length === 0) {
    return report.isUnreadable
      ? "Nothing of the stack could be checked."
      : failingKinds(report).length > 0
        ? "No findings in what was checked."
        : "No findings.";
  }
  const { mandatory, advisory, exempted } = countsOf(report);
  const resources = new Set(results.map(({ urn }) => urn)).size;
  const aside = exempted === 0 ? "" : ` (${String(exempted)} exempted)`;
  return (
    `${plural(results.length, "finding")} on ${plural(resources, "resource")}: ` +
    `${String(mandatory)} mandatory, ${String(advisory)} advisory${aside}.`
  );
}

/** The kinds of what was not checked and makes the run fail, each once. */
export function failingKinds({ gaps }: Report): string[] {
  return [...new Set(gaps.filter(({ fails }) => fails).map(({ kind }) => kind))];
}

/** What makes the run fail beside its findings, and how to accept it; absent where nothing does. */
export function partialSum(report: Report): string | undefined {
  const kinds = failingKinds(report);
  return kinds.length === 0
    ? undefined
    : `Not everything was checked, so this is not a pass; --partial=${kinds.join(",")} accepts that.`;
}
