import { resolve } from "node:path";
import { readConfiguration } from "../engine/program";
import { rules } from "../policies";
import { checkAll } from "../policies/run";
import type { Report } from "../report/report";
import { Stack } from "../stack/stack";
import { withProfile, type CheckOptions } from "./check";
import { circumstancesOf, tell, today } from "./report";

/** The rules on the contract and the project, without what they ask of a stack. */
const projectRules = rules
  .filter(({ root }) => root !== undefined)
  .map((rule) => ({ ...rule, resource: undefined, stack: undefined }));

/** Checks the files of the project in `folder`, prints what the rules find, and answers the exit code. */
export function checkProject(folder: string, options: CheckOptions): Promise<number> {
  const { stack, format, profile, config, day = today() } = options;
  return tell(format, (): Report => {
    const root = resolve(folder);
    const configured = readConfiguration(root, { stack, config: withProfile(config, profile) });
    const none = Stack.from({ ...configured, resources: [] });
    return {
      project: configured.project,
      stack: configured.stack,
      day,
      ...checkAll(projectRules, none, circumstancesOf(root, configured, day)),
    };
  });
}
