import { pageOfRule } from "../rules/words";
import { isExempted } from "./counts";
import { fingerprint } from "./fingerprint";
import { forReaders } from "./for-readers";
import { sourcesOf, type Read } from "./frame";
import { locationsOf } from "./location";
import type { Report } from "./report";

const COLUMNS = [
  "level",
  "severity",
  "rule",
  "category",
  "resource",
  "type",
  "path",
  "file",
  "line",
  "column",
  "message",
  "further resources",
  "exempted until",
  "exemption reason",
  "urn",
  "fingerprint",
  "docs",
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A cell as RFC 4180 has it; spreadsheets take what begins with such a character for a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@|%]/.test(text) ? `'${text}` : text;
  return /[",\n\r']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(",")}\r\n`;

/** The findings as a table, a row each, for spreadsheets. */
export function csvReport(raw: Report, read?: Read): string {
  const report = forReaders(raw);
  const locate = locationsOf(report, sourcesOf(read));
  const rows = report.results.map((result, index): Row => {
    const { rule, level, name = "", type = "", urn = "", codePath, message, alsoAt = [], exemption } = result;
    const location = locate(result);
    return {
      level: isExempted(result) ? "exempted" : level,
      severity: rule.severity,
      rule: rule.id,
      category: rule.category,
      resource: name,
      type,
      path: codePath,
      file: location.file,
      line: String(location.line),
      column: String(location.column ?? ""),
      message,
      "further resources": alsoAt.map((other) => other.name).join(" "),
      "exempted until": exemption?.exemption.until ?? "",
      "exemption reason": exemption?.exemption.reason ?? "",
      urn,
      // Of the report as it is, so that it is the same in every format.
      fingerprint: raw.results
        .slice(index, index + 1)
        .map(fingerprint)
        .join(""),
      docs: pageOfRule(rule),
    };
  });
  return [line(COLUMNS), ...rows.map((row) => line(COLUMNS.map((column) => row[column])))].join("");
}
