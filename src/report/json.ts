import { pageOfRule } from "../rules/words";
import { countsOf } from "./counts";
import { totals, type Compliance } from "./compliance";
import { fingerprint } from "./fingerprint";
import { escapedInQuotes, wellFormed } from "../printable";
import type { Report } from "./report";

/**
 * JSON that can be encoded and printed, whatever strings the program holds; they read back as they are.
 * @param indent 0 for one line
 */
export function serialized(document: unknown, indent = 2): string {
  const clean = (_key: string, value: unknown): unknown => (typeof value === "string" ? wellFormed(value) : value);
  return `${escapedInQuotes(JSON.stringify(document, clean, indent))}\n`;
}

/** A framework's controls, with how many of them have each status. */
const complianceJson = (compliance: Compliance): object => ({
  ...compliance,
  totals: Object.fromEntries(totals(compliance)),
});

/** The report for machines, as schema.json describes it. Keys are only ever added. */
export function jsonReport(report: Report): string {
  const { project, stack, day, file, results, undecided, crashes, gaps, inBaseline, resources, isUnreadable } = report;
  const sources = new Map(resources.map(({ urn, source }) => [urn, source]));
  const sourceOf = (urn: string): object => {
    const source = sources.get(urn);
    return source ? { source: { ...source } } : {};
  };
  return serialized({
    version: 1,
    project,
    stack,
    day,
    file,
    ...(report.targets && { targets: report.targets.map((target) => ({ ...target })) }),
    summary: { ...countsOf(report), undecided: undecided.length, inBaseline },
    ...(report.compliance && { compliance: report.compliance.map(complianceJson) }),
    findings: results.map((result) => {
      const { constraint } = result;
      const { rule, level, message, path, urn, name, type, alsoAt, missingDependencies: awaits, exemption } = result;
      return {
        rule: rule.id,
        ...(constraint && { constraint: { ...constraint } }),
        level,
        severity: rule.severity,
        category: rule.category,
        ...(urn !== undefined && { resource: { name, type, urn, ...sourceOf(urn) } }),
        ...(path !== "" && { path }),
        message,
        ...(alsoAt && {
          alsoAt: alsoAt.map((other) => ({
            resource: { name: other.name, type: other.type, urn: other.urn, ...sourceOf(other.urn) },
            ...(other.path !== "" && { path: other.path }),
          })),
        }),
        ...(awaits && { awaits }),
        ...(result.restsOnMadeUp && { restsOnLikelyValues: true }),
        ...(exemption && {
          exemption: {
            reason: exemption.exemption.reason,
            until: exemption.exemption.until,
            state: exemption.state,
          },
        }),
        fingerprint: fingerprint(result),
        docs: pageOfRule(rule),
      };
    }),
    undecided: undecided.map(({ rule, name, urn, path, from }) => ({
      rule: rule.id,
      resource: { name, urn, ...sourceOf(urn) },
      path,
      from,
    })),
    faults: crashes,
    notes: gaps.map(({ message }) => message),
    notChecked: gaps.map(({ kind, message, fails }) => ({ kind, message, fails })),
    ...(isUnreadable && { unread: true }),
  });
}
