import { resolve } from "node:path";
import type { Command } from "commander";
import { ProgramError } from "../errors";
import { printableLines } from "../printable";
import { failsControl } from "../report/compliance";
import { partialSum, sumOf } from "../report/counts";
import type { Report } from "../report/report";
import { FORMATS } from "../rules/configuration-schema";
import type { Result } from "../rules/run";
import { readBaseline, writeBaseline, type BaselineOptions } from "./baseline";
import { fails, type FailOn } from "./choice";
import { addJobSummary, destination, write, type Destination, type Shown } from "./formats";

/** The options of a report. */
export interface ReportOptions {
  /** At most one of them without a file; absent: text on standard output. */
  format?: readonly Destination[];
  showUndecided?: boolean;
  verbose?: boolean;
  summary?: boolean;
  quiet?: boolean;
  /** False where colours are refused. */
  color?: boolean;
  outputFile?: string;
  failOn?: FailOn;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

export function reported(command: Command): Command {
  return command
    .optionsGroup("The report:")
    .option(
      "--format <format[=file]>",
      `${FORMATS.join(", ")}: alone on standard output (default: text), with a file into it; may be repeated`,
      destination,
    )
    .option("--verbose", "show every finding with its message and its source, however many there are")
    .option("--summary", "show the end of the report alone: the counts, the worst findings, what to do next")
    .option("--quiet", "report mandatory findings only")
    .option("--no-color", "no colours, also on a terminal")
    .option("--output-file <file>", "write to a file what would go to standard output")
    .option("--show-undecided", "list the checks that preview cannot decide, and when their values will be known");
}

/**
 * Writes the report that `make` gives, and returns the exit code. What is wrong with the program or its configuration
 * goes to standard error in the program's own words.
 */
export async function runReport(
  options: ReportOptions & BaselineOptions,
  make: () => Report | Promise<Report>,
): Promise<number> {
  try {
    const destinations = destinationsOf(options);
    const withoutKnown = readBaseline(options);
    const whole = await make();
    const report = withoutKnown(whole);
    const written = attempt(() => {
      writeBaseline(options, whole);
    });
    const shown = options.quiet === true ? withoutAdvisory(report) : report;
    return Math.max(exitCode(report, options.failOn), written, ...writeAll(options, destinations, shown));
  } catch (error) {
    return explainFailure(error);
  }
}

/** Where the formats go; `--output-file` takes the place of standard output. */
export function destinationsOf({ format = [{ format: "text" }], outputFile }: ReportOptions): readonly Destination[] {
  if (outputFile === undefined) {
    return format;
  }
  if (format.every(({ file }) => file !== undefined)) {
    throw new ProgramError("--output-file is for the format on standard output, and each format has a file of its own");
  }
  const taken = format.find(({ file }) => file !== undefined && resolve(file) === resolve(outputFile));
  if (taken) {
    throw new ProgramError(`two formats would go to ${outputFile}: ${taken.format}, and what --output-file is for`);
  }
  return format.map((to) => ({ file: outputFile, ...to }));
}

function withoutAdvisory(report: Report): Report {
  const { baseline } = report;
  const isMandatory = ({ level }: Pick<Result, "level">): boolean => level === "mandatory";
  const results = report.results.filter(isMandatory);
  return {
    ...report,
    results,
    notShown: report.results.length - results.length,
    ...(baseline && {
      baseline: { known: baseline.known.filter(isMandatory), fixed: baseline.fixed.filter(isMandatory) },
    }),
  };
}

/** Writes each format whatever becomes of the others: files first, since standard output may be closed early. */
function writeAll(
  { showUndecided = false, verbose = false, summary = false, color = true }: ReportOptions,
  format: readonly Destination[],
  report: Report,
): number[] {
  const shown: Shown = { showUndecided, verbose, summary, ...(!color && { colour: false }) };
  const files = format.filter(({ file }) => file !== undefined);
  const output = format.filter(({ file }) => file === undefined);
  const codes = [...files, ...output].map((to) =>
    attempt(() => {
      write(to, report, shown);
    }),
  );
  if (format.some((to) => to.format === "github")) {
    codes.push(
      attempt(() => {
        addJobSummary(report);
      }),
    );
  }
  if (output.length === 0) {
    const sums = [sumOf(report), partialSum(report)].filter((sum) => sum !== undefined);
    process.stderr.write(`preflight: ${sums.join(" ")}\n`);
  }
  return codes;
}

/** Runs one step that the others do not depend on, and returns its exit code. */
function attempt(step: () => void): number {
  try {
    step();
    return 0;
  } catch (error) {
    return explainFailure(error);
  }
}

/** With frameworks their controls decide, unless something else is to fail too. */
const hasFailed = (report: Report, failOn?: FailOn): boolean =>
  report.compliance === undefined
    ? fails(report, failOn)
    : failOn !== "never" && (failsControl(report.compliance) || (failOn !== undefined && fails(report, failOn)));

/** A stack that was not checked as a whole is not clean, nor is one that a rule crashed on. */
function exitCode(report: Report, failOn?: FailOn): number {
  const { gaps, crashes } = report;
  const isPartial = gaps.some((gap) => gap.fails);
  return hasFailed(report, failOn) ? 1 : isPartial ? 2 : crashes.length > 0 ? 3 : 0;
}

/**
 * Reports on standard error what went wrong, and returns the exit code.
 * @param target the one of several that it went wrong with
 */
export function explainFailure(error: unknown, target?: string): number {
  if (error instanceof ProgramError) {
    const lead = target === undefined || error.message.startsWith(target) ? "" : `${target}: `;
    process.stderr.write(`preflight: ${printableLines(lead + error.message)}\n`);
    return 2;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`preflight: an internal error, please report it: ${printableLines(trace)}\n`);
  return 3;
}
