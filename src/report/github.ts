import { isExempted, sumOf } from "./counts";
import { forReaders } from "./for-readers";
import { sourcesOf, type Read } from "./frame";
import { locationsOf, type SourceLocation } from "./location";
import type { Report } from "./report";

type Severity = "error" | "warning" | "notice";

function escapeData(text: string): string {
  return text.replaceAll("%", "%25");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

function annotation(severity: Severity, title: string, message: string, location?: SourceLocation): string {
  const properties = [
    ...(location ? [`file=${escapeProperty(location.file)}`, `line=${String(location.line)}`] : []),
    ...(location?.column === undefined ? [] : [`col=${String(location.column)}`]),
    `title=${escapeProperty(title)}`,
  ];
  return `::${severity} ${properties.join(",")}::${escapeData(message)}\n`;
}

/**
 * The report as commands of GitHub Actions that annotate the program. GitHub shows ten of each severity for a step, so
 * the worst come first.
 */
export function githubReport(raw: Report, read?: Read): string {
  const report = forReaders(raw);
  const location = locationsOf(report, sourcesOf(read));
  return [
    ...report.results.map((result) => {
      const { rule, level, message, name, path } = result;
      const severity = isExempted(result) ? "notice" : level === "mandatory" ? "error" : "warning";
      const where = [name, path].filter(Boolean).join(".");
      return annotation(severity, where === "" ? rule.id : `${rule.id}: ${where}`, message, location(result));
    }),
    ...(report.isUnreadable ? [annotation("error", "preflight", sumOf(report))] : []),
    ...report.crashes.map((crash) => annotation("warning", "preflight", crash)),
    ...report.gaps.map(({ kind, message, fails }) =>
      fails
        ? annotation("error", `preflight: not checked (${kind})`, message)
        : annotation("notice", "preflight", message),
    ),
  ].join("");
}
