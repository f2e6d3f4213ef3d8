import { isExempted, sumOf } from "./counts";
import { printable } from "./lines";
import { placesOf, type Place } from "./place";
import type { Report } from "./report";

type Severity = "error" | "warning" | "notice";

function escapeData(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => printable(line).replaceAll("%", "%25"))
    .join("%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function annotation(severity: Severity, title: string, message: string, place?: Place): string {
  const properties = [
    ...(place ? [`file=${escapeProperty(place.file)}`, `line=${String(place.line)}`] : []),
    ...(place?.column === undefined ? [] : [`col=${String(place.column)}`]),
    `title=${escapeProperty(title)}`,
  ];
  return `::${severity} ${properties.join(",")}::${escapeData(message)}\n`;
}

/**
 * The report as commands of GitHub Actions that annotate the program. GitHub shows ten of each severity for a step, so
 * the worst come first.
 */
export function githubReport(report: Report): string {
  const place = placesOf(report);
  return [
    ...report.results.map((result) => {
      const { rule, level, message, name, path, urn } = result;
      const severity = isExempted(result) ? "notice" : level === "mandatory" ? "error" : "warning";
      const where = [name, path].filter(Boolean).join(".");
      return annotation(severity, where === "" ? rule.id : `${rule.id}: ${where}`, message, place(urn));
    }),
    ...(report.isUnread ? [annotation("error", "preflight", sumOf(report))] : []),
    ...report.faults.map((fault) => annotation("warning", "preflight", fault)),
    ...report.notes.map((note) => annotation("notice", "preflight", note)),
  ].join("");
}
