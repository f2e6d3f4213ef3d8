import { Option, type Command } from "commander";
import { ProgramError } from "../engine/program-error";
import { jsonReport } from "../report/json";
import type { Report } from "../report/report";
import { textReport } from "../report/text";

export type Format = "text" | "json";

/** The options by which a report is written. */
export interface ReportOptions {
  format: Format;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export function reported(command: Command): Command {
  return command.addOption(
    new Option("--format <format>", "how to print the findings").choices(["text", "json"]).default("text"),
  );
}

/**
 * Prints the report that `make` gives, and answers the exit code. What is wrong with the program or its configuration
 * goes to standard error in the program's own words.
 */
export async function tell({ format }: ReportOptions, make: () => Report | Promise<Report>): Promise<number> {
  try {
    const report = await make();
    process.stdout.write(format === "json" ? jsonReport(report) : textReport(report, terminal()));
    return exitCode(report);
  } catch (error) {
    return explainFailure(error);
  }
}

/** A stack that was not looked at is not clean. */
function exitCode({ results, isUnread }: Report): number {
  return results.some(({ level }) => level === "mandatory") ? 1 : isUnread ? 2 : 0;
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

function terminal(): { width: number; colour: boolean } {
  const { isTTY, columns } = process.stdout;
  return { width: Math.max(60, Math.min(columns || 100, 140)), colour: isTTY && !process.env["NO_COLOR"] };
}
