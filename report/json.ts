import { pageOf } from "../policies/words";
import { countsOf } from "./counts";
import { fingerprint } from "./fingerprint";
import { wellFormed } from "./lines";
import type { Report } from "./report";

/** JSON that can be encoded, whatever the texts of the program hold. */
export function serialized(document: unknown): string {
  const clean = (_key: string, value: unknown): unknown => (typeof value === "string" ? wellFormed(value) : value);
  return `${JSON.stringify(document, clean, 2)}\n`;
}

/** The report for machines, as schema.json describes it. Keys are only ever added. */
export function jsonReport(report: Report): string {
  const { project, stack, day, file, results, undecided, faults, notes, inBaseline, resources, isUnread } = report;
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
    summary: { ...countsOf(report), undecided: undecided.length, inBaseline },
    findings: results.map((result) => {
      const { rule, level, message, path, urn, name, type, awaits, exemption } = result;
      return {
        rule: rule.id,
        level,
        severity: rule.severity,
        category: rule.category,
        ...(urn !== undefined && { resource: { name, type, urn, ...sourceOf(urn) } }),
        ...(path !== "" && { path }),
        message,
        ...(awaits && { awaits }),
        ...(exemption && {
          exemption: {
            reason: exemption.exemption.reason,
            until: exemption.exemption.until,
            state: exemption.state,
          },
        }),
        fingerprint: fingerprint(result),
        docs: pageOf(rule.id),
      };
    }),
    undecided: undecided.map(({ rule, name, urn, path, from }) => ({
      rule: rule.id,
      resource: { name, urn, ...sourceOf(urn) },
      path,
      from,
    })),
    faults,
    notes,
    ...(isUnread && { unread: true }),
  });
}
