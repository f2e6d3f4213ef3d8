import { resolveContract } from "../contract/resolve";
import { ProgramError } from "../engine/program-error";
import { rules } from "../policies";
import type { Circumstances } from "../policies/run";
import { projectFiles } from "../project/files";
import { jsonReport } from "../report/json";
import type { Report } from "../report/report";
import { textReport } from "../report/text";

export type Format = "text" | "json";

/** A stack's name and the configuration in force. */
export interface Configured {
  project: string;
  stack: string;
  config: Record<string, string>;
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/** What rules are told of the program in `folder`. */
export function circumstancesOf(folder: string, { project, stack, config }: Configured, day: string): Circumstances {
  const ruleIds = new Set(rules.map(({ id }) => id));
  const { contract, problems } = resolveContract({ stackConfig: config, stack, ruleIds });
  const region = process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];
  return {
    contract,
    contractProblems: problems,
    day,
    project: {
      name: project,
      stack,
      config: new Map(Object.entries(config)),
      deploying: false,
      files: projectFiles(folder),
      ...(region && { environmentRegion: region }),
    },
  };
}

/**
 * Prints the report that `make` gives, and answers the exit code. What is wrong with the program or its configuration
 * goes to standard error in the program's own words.
 */
export async function tell(format: Format, make: () => Report | Promise<Report>): Promise<number> {
  try {
    const report = await make();
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
