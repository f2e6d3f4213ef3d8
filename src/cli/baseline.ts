import type { Command } from "commander";
import { isObject, type JsonObject } from "../contract/read";
import { ProgramError } from "../errors";
import { printable } from "../printable";
import { baselineText, withoutKnown, type Baseline, type KnownFinding } from "../report/baseline";
import type { Report } from "../report/report";
import { parseJson, readText } from "../input/text";
import { save } from "./save";

/** The options that limit a report to new findings. */
export interface BaselineOptions {
  baseline?: string;
  writeBaseline?: string;
}

export function withBaselineOptions(command: Command): Command {
  return command
    .optionsGroup("Only what is new:")
    .option("--baseline <file>", "report only what this baseline, or an earlier json report, does not have")
    .option("--write-baseline <file>", "write all findings to a file for --baseline");
}

/** Reads the baseline that the options name, and returns what leaves out of a report what it has. */
export function readBaseline({ baseline }: BaselineOptions): (report: Report) => Report {
  if (baseline === undefined) {
    return (report) => report;
  }
  const known = baselineOf(parseJson(readText(baseline)), baseline);
  return (report) => {
    if (known.project !== report.project || known.stack !== report.stack) {
      throw new ProgramError(
        `${baseline} is a report on stack ${printable(known.stack)} of ${printable(known.project)}, ` +
          `and this is stack ${report.stack} of ${report.project}: make one with --write-baseline`,
      );
    }
    return withoutKnown(report, known);
  };
}

/** Writes all findings to the file that the options name for later runs. */
export function writeBaseline({ writeBaseline: file }: BaselineOptions, report: Report): void {
  if (file !== undefined) {
    save(file, baselineText(report));
  }
}

function baselineOf(document: unknown, file: string): Baseline {
  const wrong = (at: string, expected: string): ProgramError =>
    new ProgramError(`the baseline ${file} is not a JSON report of preflight: ${at} must be ${expected}`);
  if (!isObject(document)) {
    throw wrong("the whole", "an object");
  }
  const { version, project, stack, findings } = document;
  if (version !== 1) {
    throw wrong("version", "1");
  }
  if (typeof project !== "string" || typeof stack !== "string") {
    throw wrong(typeof project === "string" ? "stack" : "project", "a string");
  }
  if (!Array.isArray(findings)) {
    throw wrong("findings", "a list");
  }
  const read = (finding: unknown, index: number): KnownFinding => {
    const at = (key: string): string => `findings[${String(index)}]${key}`;
    if (!isObject(finding)) {
      throw wrong(at(""), "an object");
    }
    return findingOf(finding, (key, expected) => wrong(at(`.${key}`), expected));
  };
  return { project, stack, findings: findings.map(read) };
}

type Wrong = (key: string, expected: string) => ProgramError;

function findingOf(finding: JsonObject, wrong: Wrong): KnownFinding {
  const { rule, constraint, level, message, path = "", resource = {}, alsoAt = [] } = finding;
  if (typeof rule !== "string") {
    throw wrong("rule", "a string");
  }
  if (level !== "mandatory" && level !== "advisory") {
    throw wrong("level", "mandatory or advisory");
  }
  if (typeof message !== "string" || typeof path !== "string") {
    throw wrong(typeof message === "string" ? "path" : "message", "a string");
  }
  if (!isObject(resource)) {
    throw wrong("resource", "an object");
  }
  const { urn } = resource;
  if (urn !== undefined && typeof urn !== "string") {
    throw wrong("resource.urn", "a string");
  }
  if (!Array.isArray(alsoAt)) {
    throw wrong("alsoAt", "a list");
  }
  const others = alsoAt.map((other: unknown, index) => {
    const at = isObject(other) ? other["resource"] : undefined;
    if (!isObject(at) || typeof at["urn"] !== "string") {
      throw wrong(`alsoAt[${String(index)}].resource.urn`, "a string");
    }
    return { urn: at["urn"] };
  });
  const id = isObject(constraint) ? constraint["id"] : undefined;
  return {
    rule: { id: rule },
    ...(typeof id === "string" && { constraint: { id } }),
    level,
    message,
    path,
    ...(urn !== undefined && { urn }),
    alsoAt: others,
  };
}
