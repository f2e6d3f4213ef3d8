import type { Report } from "./report";

/** The report for machines. Keys are only ever added. */
export function jsonReport({ project, stack, day, results, undecided, faults }: Report): string {
  const mandatory = results.filter(({ level }) => level === "mandatory").length;
  const document = {
    version: 1,
    project,
    stack,
    day,
    summary: { mandatory, advisory: results.length - mandatory, undecided: undecided.length },
    findings: results.map(({ rule, level, message, path, urn, name, type }) => ({
      rule: rule.id,
      level,
      severity: rule.severity,
      category: rule.category,
      ...(urn !== undefined && { resource: { name, type, urn } }),
      ...(path !== "" && { path }),
      message,
    })),
    undecided: undecided.map(({ rule, name, urn, path }) => ({ rule: rule.id, resource: { name, urn }, path })),
    faults,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
