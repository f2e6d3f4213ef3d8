import { resolve } from "node:path";
import { resolveContract } from "../contract/resolve";
import { ProgramError } from "../engine/program-error";
import { runProgram } from "../engine/run";
import { rules } from "../policies";
import { checkAll, type Circumstances } from "../policies/run";
import { projectFiles } from "../project/files";
import { jsonReport } from "../report/json";
import type { Report } from "../report/report";
import { textReport } from "../report/text";
import type { RecordedStack } from "../stack/recorded";
import { Stack } from "../stack/stack";

export interface CheckOptions {
  stack: string;
  format: "text" | "json";
  profile?: string;
  config?: Record<string, string>;
  day?: string;
}

/** Checks what a program in `folder` registered. */
export function checkRecorded(folder: string, recorded: RecordedStack, day: string): Report {
  const { contract, problems } = resolveContract({
    stackConfig: recorded.config,
    stack: recorded.stack,
    ruleIds: new Set(rules.map(({ id }) => id)),
  });
  const region = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  const circumstances: Circumstances = {
    contract,
    contractProblems: problems,
    day,
    project: {
      name: recorded.project,
      stack: recorded.stack,
      config: new Map(Object.entries(recorded.config)),
      deploying: false,
      files: projectFiles(folder),
      ...(region && { environmentRegion: region }),
    },
  };
  // The engine does not send policies what a program only reads, so that neither is looked at here.
  const stack = Stack.from({ ...recorded, resources: recorded.resources.filter(({ external }) => !external) });
  return {
    project: recorded.project,
    stack: recorded.stack,
    day,
    ...checkAll(rules, stack, circumstances),
  };
}

/**
 * Runs the program in `folder` on the local engine, prints what the rules find, and answers the exit code.
 * What is wrong with the program or its configuration goes to standard error in the program's own words.
 */
export async function checkProgram(folder: string, options: CheckOptions): Promise<number> {
  const { stack, format, profile, config, day = new Date().toISOString().slice(0, 10) } = options;
  try {
    const recorded = await runProgram(resolve(folder), {
      stack,
      config: { ...config, ...(profile !== undefined && { "preflight:profile": profile }) },
    });
    const report = checkRecorded(resolve(folder), recorded, day);
    process.stdout.write(format === "json" ? jsonReport(report) : textReport(report, terminal()));
    return report.results.some(({ level }) => level === "mandatory") ? 1 : 0;
  } catch (error) {
    if (error instanceof ProgramError) {
      process.stderr.write(`preflight: ${error.message}\n`);
      return 2;
    }
    process.stderr.write(
      `preflight: an internal fault, please report it: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 3;
  }
}

function terminal(): { width: number; colour: boolean } {
  const { isTTY, columns } = process.stdout;
  return { width: Math.max(60, Math.min(columns || 100, 140)), colour: isTTY && !process.env["NO_COLOR"] };
}
