import { forReaders } from "./for-readers";
import { sourcesOf, type Read } from "./frame";
import { placeOf } from "./groups";
import { isExempted } from "./counts";
import { locationsOf } from "./location";
import type { Report } from "./report";

/** A line for each finding, which editors and `grep` read: `file:line:column: level rule place: message`. */
export function conciseReport(raw: Report, read?: Read): string {
  const report = forReaders(raw);
  const locate = locationsOf(report, sourcesOf(read));
  const lines = report.results.map((result) => {
    const { file, line, column = 1 } = locate(result);
    const level = isExempted(result) ? "exempted" : result.level;
    const at = `${file}:${String(line)}:${String(column)}`;
    return `${at}: ${level} ${result.rule.id} ${placeOf(result)}: ${result.message}`;
  });
  const notChecked = report.gaps
    .filter(({ fails }) => fails)
    .map(({ kind, message }) => `${report.file}:1:1: not checked (${kind}): ${message}`);
  const crashes = report.crashes.map((crash) => `${report.file}:1:1: error: ${crash}`);
  return [...lines, ...notChecked, ...crashes].map((line) => `${line}\n`).join("");
}
