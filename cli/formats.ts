import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import { ProgramError } from "../engine/program-error";
import { githubReport } from "../report/github";
import { jsonReport } from "../report/json";
import type { Report } from "../report/report";
import { sarifReport } from "../report/sarif";
import { textReport } from "../report/text";
import { save } from "./save";
import { terminal } from "./terminal";
import { version } from "./version";

export const FORMATS = ["text", "json", "sarif", "junit", "github", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** A format and the file that it goes to; without one, standard output. */
export interface Destination {
  format: Format;
  file?: string;
}

const isFormat = (name: string): name is Format => FORMATS.some((format) => format === name);

/** Parses a repeated `FORMAT` or `FORMAT=FILE`. */
export function destination(text: string, earlier: readonly Destination[] = []): Destination[] {
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  const file = equals < 0 ? undefined : text.slice(equals + 1);
  if (!isFormat(name) || file === "") {
    throw new InvalidArgumentError(
      `It has to be one of ${FORMATS.join(", ")}, alone or with a file, such as sarif=preflight.sarif.`,
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

/** Says before anything is run that a file's folder is not there. */
export function assertFolders(destinations: readonly Destination[]): void {
  for (const { file } of destinations) {
    if (file !== undefined && !statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
      throw new ProgramError(`${file} cannot be written: there is no folder ${dirname(file)}`);
    }
  }
}

/* eslint-disable @typescript-eslint/no-require-imports -- what one format alone needs is loaded with it */
function rendered({ format, file }: Destination, report: Report, showUndecided: boolean): string {
  switch (format) {
    case "text":
      return textReport(report, {
        ...(file === undefined ? terminal() : { width: 100, colour: false }),
        showUndecided,
      });
    case "json":
      return jsonReport(report);
    case "sarif":
      return sarifReport(report, version());
    case "junit":
      return (require("../report/junit") as typeof import("../report/junit")).junitReport(report);
    case "github":
      return githubReport(report);
    case "html":
      return (require("../report/html") as typeof import("../report/html")).htmlReport(report);
  }
}
/* eslint-enable @typescript-eslint/no-require-imports */

/** Writes a report in one format. */
export function write(to: Destination, report: Report, showUndecided: boolean): void {
  const text = rendered(to, report, showUndecided);
  if (to.file === undefined) {
    process.stdout.write(text);
    return;
  }
  save(to.file, text);
}
