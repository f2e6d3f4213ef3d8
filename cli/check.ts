import { resolve } from "node:path";
import { runProgram } from "../engine/run";
import { rules } from "../policies";
import { checkAll } from "../policies/run";
import type { Report } from "../report/report";
import type { RecordedStack } from "../stack/recorded";
import { Stack } from "../stack/stack";
import { circumstancesOf, tell, today, type Format } from "./report";

export interface CheckOptions {
  stack: string;
  format: Format;
  profile?: string;
  config?: Record<string, string>;
  day?: string;
}

/** Checks what a program in `folder` registered. */
export function checkRecorded(folder: string, recorded: RecordedStack, day: string): Report {
  // The engine does not send policies what a program only reads, so that neither is looked at here.
  const stack = Stack.from({ ...recorded, resources: recorded.resources.filter(({ external }) => !external) });
  return {
    project: recorded.project,
    stack: recorded.stack,
    day,
    ...checkAll(rules, stack, circumstancesOf(folder, recorded, day)),
  };
}

/** Runs the program in `folder` on the local engine, prints what the rules find, and answers the exit code. */
export function checkProgram(folder: string, options: CheckOptions): Promise<number> {
  const { stack, format, profile, config, day = today() } = options;
  return tell(format, async () => {
    const recorded = await runProgram(resolve(folder), { stack, config: withProfile(config, profile) });
    return checkRecorded(resolve(folder), recorded, day);
  });
}

/** The configuration of the command line, with the profile that it names. */
export function withProfile(
  config: Record<string, string> | undefined,
  profile: string | undefined,
): Record<string, string> {
  return { ...config, ...(profile !== undefined && { "preflight:profile": profile }) };
}
