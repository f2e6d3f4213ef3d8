import type { Command } from "commander";
import { isObject, type JsonObject } from "../contract/read";
import { ProgramError } from "../engine/program-error";
import { withoutKnown, type Baseline, type KnownFinding } from "../report/baseline";
import { jsonReport } from "../report/json";
import type { Report } from "../report/report";
import { parseJson, readText } from "../targets/text";
import { save } from "./save";

/** The options by which only new findings are reported. */
export interface BaselineOptions {
  baseline?: string;
  writeBaseline?: string;
}

export function withBaselineOptions(command: Command): Command {
  return command
    .option("--baseline <file>", "report only what this earlier json report does not have")
    .option("--write-baseline <file>", "write all findings to a file for --baseline");
}

/** The report that `make` gives, written as a baseline where that is asked for, without what the baseline has. */
export async function sinceBaseline(
  { baseline, writeBaseline }: BaselineOptions,
  make: () => Report | Promise<Report>,
): Promise<Report> {
  const known = baseline === undefined ? undefined : readBaseline(baseline);
  const report = await make();
  if (known && (known.project !== report.project || known.stack !== report.stack)) {
    throw new ProgramError(
      `${String(baseline)} is a report on stack ${known.stack} of ${known.project}, ` +
        `and this is stack ${report.stack} of ${report.project}: make one with --write-baseline`,
    );
  }
  if (writeBaseline !== undefined) {
    save(writeBaseline, jsonReport(report));
  }
  return known ? withoutKnown(report, known) : report;
}

function readBaseline(file: string): Baseline {
  return baselineOf(parseJson(readText(file)), file);
}

function baselineOf(document: unknown, file: string): Baseline {
  const wrong = (place: string, wanted: string): ProgramError =>
    new ProgramError(`the baseline ${file} is no json report of preflight: ${place} is not ${wanted}`);
  if (!isObject(document)) {
    throw wrong("the whole", "an object");
  }
  const { version, project, stack, findings } = document;
  if (version !== 1) {
    throw wrong("version", "1");
  }
  if (typeof project !== "string" || typeof stack !== "string") {
    throw wrong(typeof project === "string" ? "stack" : "project", "text");
  }
  if (!Array.isArray(findings)) {
    throw wrong("findings", "a list");
  }
  const read = (finding: unknown, index: number): KnownFinding => {
    const at = (key: string): string => `findings[${String(index)}]${key}`;
    if (!isObject(finding)) {
      throw wrong(at(""), "an object");
    }
    return findingOf(finding, (key, wanted) => wrong(at(`.${key}`), wanted));
  };
  return { project, stack, findings: findings.map(read) };
}

type Wrong = (key: string, wanted: string) => ProgramError;

function findingOf(finding: JsonObject, wrong: Wrong): KnownFinding {
  const { rule, level, message, path = "", resource = {} } = finding;
  if (typeof rule !== "string") {
    throw wrong("rule", "text");
  }
  if (level !== "mandatory" && level !== "advisory") {
    throw wrong("level", "mandatory or advisory");
  }
  if (typeof message !== "string" || typeof path !== "string") {
    throw wrong(typeof message === "string" ? "path" : "message", "text");
  }
  if (!isObject(resource)) {
    throw wrong("resource", "an object");
  }
  const { urn } = resource;
  if (urn !== undefined && typeof urn !== "string") {
    throw wrong("resource.urn", "text");
  }
  return { rule: { id: rule }, level, message, path, ...(urn !== undefined && { urn }) };
}
