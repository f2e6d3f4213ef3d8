import type { Result } from "../policies/run";
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
    return report.isUnread ? "Nothing of the stack could be checked." : "No findings.";
  }
  const { mandatory, advisory, exempted } = countsOf(report);
  const places = new Set(results.map(({ urn }) => urn)).size;
  const aside = exempted === 0 ? "" : ` (${String(exempted)} exempted)`;
  return (
    `${plural(results.length, "finding")} on ${plural(places, "resource")}: ` +
    `${String(mandatory)} mandatory, ${String(advisory)} advisory${aside}.`
  );
}
