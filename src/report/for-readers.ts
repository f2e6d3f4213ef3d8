import { printable } from "../printable";
import type { Report } from "./report";

/** The report with every string of the program as people may read it. The rules' own words stay as they are. */
export const forReaders = (report: Report): Report => readable(report);

/** A value of plain objects and lists, with every string in it as people may read it but those of rules. */
export const readable = <T>(value: T): T => shown(value) as T;

function shown(value: unknown): unknown {
  if (typeof value === "string") {
    return printable(value);
  }
  if (Array.isArray(value)) {
    return value.map(shown);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => [
    key,
    key === "rule" && typeof inner === "object" ? inner : shown(inner),
  ]);
  return Object.fromEntries(entries);
}
