import type { Command } from "commander";
import { rules } from "../../../policies";
import type { Report } from "../../report/report";
import { projectTarget } from "../target";
import { withBaselineOptions, type BaselineOptions } from "../baseline";
import { reportOn } from "../check";
import { chosenRules, withChoiceOptions, type ChoiceOptions } from "../choice";
import { configurationOf, EXIT_CODES, withConfigurationOptions, type ConfigurationOptions } from "../options";
import { withPartialOptions, type PartialOptions } from "../partial";
import { reported, runReport, today, type ReportOptions } from "../report";

type Options = ChoiceOptions & ConfigurationOptions & ReportOptions & BaselineOptions & PartialOptions;

/** The rules on the contract and the project, without what they ask of a stack. */
const projectRules = rules
  .filter(({ root }) => root !== undefined)
  .map((rule) => ({ ...rule, resource: undefined, stack: undefined }));

function run(folder: string, options: Options): Promise<number> {
  const make = (): Report => {
    const target = projectTarget(folder, { stack: options.stack, config: configurationOf(options) });
    return reportOn(target, options.day ?? today(), { ...options, rules: chosenRules(options, projectRules) });
  };
  return runReport(options, make);
}

export function project(program: Command): void {
  const command = program
    .command("project")
    .description("check the files of a project alone, without running its program")
    .argument("[folder]", "the folder with the program's Pulumi.yaml", ".");
  withPartialOptions(withBaselineOptions(reported(withChoiceOptions(withConfigurationOptions(command)))))
    .addHelpText("after", EXIT_CODES)
    .action(async (folder: string, options: Options) => {
      process.exitCode = await run(folder, options);
    });
}
