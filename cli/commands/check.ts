import type { Command } from "commander";
import { resolve } from "node:path";
import { runProgram } from "../../engine/run";
import type { Report } from "../../report/report";
import { sinceBaseline, withBaselineOptions, type BaselineOptions } from "../baseline";
import { checkRecorded } from "../check";
import { configurationOf, EXIT_CODES, withConfigurationOptions, type ConfigurationOptions } from "../options";
import { reported, tell, today, type ReportOptions } from "../report";

type Options = ConfigurationOptions & ReportOptions & BaselineOptions;

async function run(folder: string, options: Options): Promise<number> {
  const make = async (): Promise<Report> => {
    const recorded = await runProgram(resolve(folder), { stack: options.stack, config: configurationOf(options) });
    return checkRecorded(resolve(folder), recorded, options.day ?? today());
  };
  return tell(options, () => sinceBaseline(options, make));
}

export function check(program: Command): void {
  const command = program
    .command("check")
    .description("run a program without the cloud and check what it would deploy")
    .argument("<folder>", "the folder with the program's Pulumi.yaml");
  withBaselineOptions(reported(withConfigurationOptions(command)))
    .addHelpText("after", EXIT_CODES)
    .action(async (folder: string, options: Options) => {
      process.exitCode = await run(folder, options);
    });
}
