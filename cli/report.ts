import type { Command } from "commander";
import { ProgramError } from "../engine/program-error";
import { sumOf } from "../report/counts";
import type { Report } from "../report/report";
import { assertFolders, destination, FORMATS, write, type Destination } from "./formats";

/** The options by which a report is written. */
export interface ReportOptions {
  /** At most one of them without a file; absent: text on standard output. */
  format?: readonly Destination[];
  showUndecided?: boolean;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export function reported(command: Command): Command {
  return command
    .option(
      "--format <format[=file]>",
      `${FORMATS.join(", ")}: alone on standard output (default: text), with a file into it; may be repeated`,
      destination,
    )
    .option("--show-undecided", "list the checks that preview cannot decide, and when their values will be known");
}

/**
 * Writes the report that `make` gives, and answers the exit code. What is wrong with the program or its configuration
 * goes to standard error in the program's own words.
 */
export async function tell(
  { format = [{ format: "text" }], showUndecided = false }: ReportOptions,
  make: () => Report | Promise<Report>,
): Promise<number> {
  try {
    assertFolders(format);
    const report = await make();
    return Math.max(exitCode(report), ...writeAll(format, report, showUndecided));
  } catch (error) {
    return explainFailure(error);
  }
}

/** Writes each format whatever becomes of the others: files first, since standard output may be closed early. */
function writeAll(destinations: readonly Destination[], report: Report, showUndecided: boolean): number[] {
  const files = destinations.filter(({ file }) => file !== undefined);
  const output = destinations.filter(({ file }) => file === undefined);
  const codes = [...files, ...output].map((to) => {
    try {
      write(to, report, showUndecided);
      return 0;
    } catch (error) {
      return explainFailure(error);
    }
  });
  if (output.length === 0) {
    process.stderr.write(`preflight: ${sumOf(report)}\n`);
  }
  return codes;
}

/** A stack that was not looked at is not clean, nor is one that a rule failed on. */
function exitCode({ results, isUnread, faults }: Report): number {
  return results.some(({ level }) => level === "mandatory") ? 1 : isUnread ? 2 : faults.length > 0 ? 3 : 0;
}

/** Says on standard error what went wrong, and answers the exit code. */
export function explainFailure(error: unknown): number {
  if (error instanceof ProgramError) {
    process.stderr.write(`preflight: ${error.message}\n`);
    return 2;
  }
  process.stderr.write(
    `preflight: an internal fault, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return 3;
}
