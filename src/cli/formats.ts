import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { nearest } from "../contract/near";
import { ProgramError } from "../errors";
import type { Read } from "../report/frame";
import { githubReport } from "../report/github";
import { jsonReport } from "../report/json";
import type { Report } from "../report/report";
import { sarifReport } from "../report/sarif";
import { textReport, type TextOptions } from "../report/text";
import { FORMATS, type Format } from "../rules/configuration-schema";
import { reasonOf, save } from "./save";
import { sourceReader } from "./sources";
import { terminal } from "./terminal";
import { version } from "./version";

/** A format and the file that it goes to; without one, standard output. */
export interface Destination {
  format: Format;
  file?: string;
}

/** How much of a report people see. */
export type Shown = Pick<TextOptions, "showUndecided" | "verbose" | "summary"> & { colour?: boolean };

const isFormat = (name: string): name is Format => FORMATS.some((format) => format === name);

/** Parses a repeated `FORMAT` or `FORMAT=FILE`. */
export function destination(text: string, earlier: readonly Destination[] = []): Destination[] {
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  const file = equals < 0 ? undefined : text.slice(equals + 1);
  if (!isFormat(name) || file === "") {
    const near = isFormat(name) ? undefined : nearest(name, FORMATS);
    throw new InvalidArgumentError(
      `${near === undefined ? "" : `Did you mean ${near}? `}It has to be one of ${FORMATS.join(", ")}, alone or with a file, such as sarif=preflight.sarif.`,
    );
  }
  const placeOf = (path?: string): string => (path === undefined ? "" : resolve(path));
  if (earlier.some((other) => placeOf(other.file) === placeOf(file))) {
    throw new InvalidArgumentError(
      file === undefined
        ? `One format goes to standard output; give the others files, such as ${name}=FILE.`
        : `Two formats would go to ${file}.`,
    );
  }
  return [...earlier, { format: name, ...(file !== undefined && { file }) }];
}

const textOptions = (file: string | undefined, shown: Shown): TextOptions => ({
  ...(file === undefined ? terminal() : { width: 100, colour: false }),
  ...shown,
});

const readers = new WeakMap<Report, Read>();

/** Reads the sources of a report, each once for all formats. */
function readerOf(report: Report): Read {
  const read = readers.get(report) ?? sourceReader(report);
  readers.set(report, read);
  return read;
}

/* eslint-disable @typescript-eslint/no-require-imports -- what one format alone needs is loaded with it */
function rendered(to: Destination, report: Report, shown: Shown): string {
  const { format, file } = to;
  const controls = report.compliance && renderedControls(to, report, shown);
  if (controls !== undefined) {
    return controls;
  }
  switch (format) {
    case "text":
      return textReport(report, { ...textOptions(file, shown), read: readerOf(report) });
    case "json":
      return jsonReport(report);
    case "sarif":
      return sarifReport(report, version(), readerOf(report));
    case "junit":
      return (require("../report/junit") as typeof import("../report/junit")).junitReport(report, readerOf(report));
    case "concise":
      return (require("../report/concise") as typeof import("../report/concise")).conciseReport(
        report,
        readerOf(report),
      );
    case "markdown":
      return (require("../report/markdown") as typeof import("../report/markdown")).markdownReport(report, {
        ...shown,
        read: readerOf(report),
      });
    case "gitlab":
      return (require("../report/gitlab") as typeof import("../report/gitlab")).gitlabReport(report, readerOf(report));
    case "csv":
      return (require("../report/csv") as typeof import("../report/csv")).csvReport(report, readerOf(report));
    case "github":
      return githubReport(report, readerOf(report));
    case "html":
      return (require("../report/html") as typeof import("../report/html")).htmlReport(report, {
        read: readerOf(report),
      });
  }
}

/** What became of the controls of a framework, in the formats that show these alone. */
function renderedControls({ format, file }: Destination, report: Report, shown: Shown): string | undefined {
  if (format === "text") {
    const { complianceText } = require("../report/compliance-text") as typeof import("../report/compliance-text");
    return complianceText(report, textOptions(file, shown));
  }
  if (format !== "csv" && format !== "markdown") {
    return undefined;
  }
  const tables = require("../report/compliance-table") as typeof import("../report/compliance-table");
  return format === "csv" ? tables.complianceCsv(report) : tables.complianceMarkdown(report);
}
/* eslint-enable @typescript-eslint/no-require-imports */

/** Adds the report to the summary of the job where GitHub Actions gives a file for it. */
export function addJobSummary(report: Report): void {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  if (!file) {
    return;
  }
  const text = rendered({ format: "markdown" }, report, {});
  try {
    appendFileSync(file, text);
  } catch (error) {
    throw new ProgramError(`the job summary ${file} cannot be written: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
}

/** Writes a report in one format. */
export function write(to: Destination, report: Report, shown: Shown): void {
  const text = rendered(to, report, shown);
  if (to.file === undefined) {
    process.stdout.write(text);
    return;
  }
  save(to.file, text);
}
