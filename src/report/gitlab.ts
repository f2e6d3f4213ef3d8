import type { Severity } from "../rules/rule";
import type { Result } from "../rules/run";
import { isExempted, sumOf } from "./counts";
import { fingerprint } from "./fingerprint";
import { forReaders } from "./for-readers";
import { sourcesOf, type Read } from "./frame";
import { placeOf } from "./groups";
import { serialized } from "./json";
import { locationsOf, type SourceLocation } from "./location";
import type { Report } from "./report";

type Grade = "blocker" | "critical" | "major" | "minor" | "info";

const MANDATORY: Readonly<Record<Severity, Grade>> = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
};

function gradeOf(result: Result): Grade {
  if (isExempted(result)) {
    return "info";
  }
  const { severity } = result.rule;
  // What stops nothing is never above what does.
  return result.level === "mandatory" ? MANDATORY[severity] : severity === "low" ? "info" : "minor";
}

interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: Grade;
  location: { path: string; lines: { begin: number } };
}

const at = ({ file, line }: Pick<SourceLocation, "file" | "line">): Issue["location"] => ({
  path: file,
  lines: { begin: line },
});

/** The report for GitLab's code quality, which shows it in merge requests: an issue for each finding. */
export function gitlabReport(raw: Report, read?: Read): string {
  const report = forReaders(raw);
  const locate = locationsOf(report, sourcesOf(read));
  const counts = new Map<string, number>();
  /** GitLab leaves out issues whose fingerprint it has seen. */
  const unique = (base: string): string => {
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return count === 0 ? base : `${base}-${String(count)}`;
  };
  const issues = report.results.map((result, index): Issue => ({
    description: `${placeOf(result)}: ${result.message}`,
    check_name: result.rule.id,
    fingerprint: unique(
      raw.results
        .slice(index, index + 1)
        .map(fingerprint)
        .join(""),
    ),
    severity: gradeOf(result),
    location: at(locate(result)),
  }));
  const other = (description: string, severity: Grade): Issue => ({
    description,
    check_name: "preflight",
    fingerprint: unique(`preflight: ${description}`),
    severity,
    location: at({ file: report.file, line: 1 }),
  });
  return serialized([
    ...issues,
    ...(report.isUnreadable ? [other(sumOf(report), "blocker")] : []),
    ...report.crashes.map((crash) => other(crash, "minor")),
    ...report.gaps
      .filter(({ fails }) => fails)
      .map(({ kind, message }) => other(`not checked (${kind}): ${message}`, "critical")),
  ]);
}
