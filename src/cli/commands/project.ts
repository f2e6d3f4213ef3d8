import type { Command } from "commander";
import type { Report } from "../../report/report";
import type { Rule } from "../../rules/rule";
import { projectTarget } from "../target";
import { withBaselineOptions, type BaselineOptions } from "../baseline";
import { reportOn } from "../check";
import { checkRuleNames, chosenRules, withChoiceOptions, type ChoiceOptions } from "../choice";
import { configurationOf, EXIT_CODES, withConfigurationOptions, type ConfigurationOptions } from "../options";
import { withPartialOptions, type PartialOptions } from "../partial";
import { formatsOf, settingsFor, withOrganizationOptions, type OrganizationOptions } from "../settings-for";
import { reported, runReport, today, type ReportOptions } from "../report";

type Options = ChoiceOptions &
  ConfigurationOptions &
  OrganizationOptions &
  ReportOptions &
  BaselineOptions &
  PartialOptions;

/** The rules on the contract and the project, without what they ask of a stack. */
const projectRulesOf = (rules: readonly Rule[]): Rule[] =>
  rules.filter(({ root }) => root !== undefined).map((rule) => ({ ...rule, resource: undefined, stack: undefined }));

function run(folder: string, given: Options): Promise<number> {
  const options = given.format === undefined ? { ...given, format: formatsOf(folder) } : given;
  const make = (): Report => {
    const settings = settingsFor(folder, options);
    checkRuleNames(options, new Set(settings.rules.map(({ id }) => id)));
    const target = projectTarget(folder, { stack: options.stack, config: configurationOf(options) });
    return reportOn(target, options.day ?? today(), {
      ...options,
      settings,
      rules: chosenRules(options, projectRulesOf(settings.rules)),
    });
  };
  return runReport(options, make);
}

export function project(program: Command): void {
  const command = program
    .command("project")
    .description("check the files of a project alone, without running its program")
    .argument("[folder]", "the folder with the program's Pulumi.yaml", ".");
  withPartialOptions(
    withBaselineOptions(reported(withChoiceOptions(withOrganizationOptions(withConfigurationOptions(command))))),
  )
    .addHelpText("after", EXIT_CODES)
    .action(async (folder: string, options: Options) => {
      process.exitCode = await run(folder, options);
    });
}
