import { readFileSync } from "node:fs";

/** The folder of a source, by which scores are counted. */
const folderOf = (path) => path.split("/", 1)[0];

const FOUND = new Set(["Killed", "Timeout"]);
const COUNTED = new Set([...FOUND, "Survived", "NoCoverage"]);

/**
 * Counts of a report (mutation-testing-report-schema) by folder and over all: mutants that count, those of them found
 * (killed, or without end), and those left out by reason.
 */
export function count(report) {
  const folders = new Map();
  for (const [path, { mutants }] of Object.entries(report.files)) {
    for (const { status, statusReason } of mutants) {
      for (const key of [folderOf(path), "all"]) {
        const one = folders.get(key) ?? { mutants: 0, found: 0, leftOut: {} };
        folders.set(key, one);
        if (COUNTED.has(status)) {
          one.mutants++;
          one.found += FOUND.has(status) ? 1 : 0;
        } else {
          const reason = status === "Ignored" ? statusReason : status;
          one.leftOut[reason] = (one.leftOut[reason] ?? 0) + 1;
        }
      }
    }
  }
  return folders;
}

/** A report's scores as a table in text. */
export function scores(file) {
  const rows = [...count(JSON.parse(readFileSync(file, "utf8")))].map(
    ([folder, { mutants, found }]) =>
      `${folder.padEnd(10)} ${((100 * found) / mutants).toFixed(1).padStart(5)} %  (${String(found)} of ${String(mutants)})`,
  );
  return rows.sort().join("\n");
}
