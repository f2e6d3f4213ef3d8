#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from "commander";
import { checkProgram, type CheckOptions } from "./check";
import { checkProject } from "./project";
import { version } from "./version";

function setting(text: string, earlier: Record<string, string> | undefined): Record<string, string> {
  const equals = text.indexOf("=");
  if (equals < 1) {
    throw new InvalidArgumentError("it has to be KEY=VALUE, such as aws:region=us-east-1.");
  }
  return { ...earlier, [text.slice(0, equals)]: text.slice(equals + 1) };
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError("it has to be a date such as 2027-01-31.");
  }
  return text;
}

const program = new Command("preflight")
  .description("Stops AWS failures before a Pulumi deployment makes them.")
  .version(version())
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

const EXIT_CODES =
  "\nExit codes: 0 no mandatory finding, 1 mandatory findings, 2 the program or the input is wrong, 3 an internal fault.";

/** A command that checks the program in a folder. */
function checking(
  name: string,
  description: string,
  run: (folder: string, options: CheckOptions) => Promise<number>,
): void {
  program
    .command(name)
    .description(description)
    .argument("<folder>", "the folder with the program's Pulumi.yaml")
    .option("--stack <name>", "the stack whose configuration counts", "dev")
    .option("--profile <name>", "the contract to check against (sets preflight:profile)")
    .option("--config <key=value>", "a configuration value; may be repeated", setting)
    .option("--day <date>", "judge dated facts on this day instead of today", day)
    .addOption(new Option("--format <format>", "how to print the findings").choices(["text", "json"]).default("text"))
    .addHelpText("after", EXIT_CODES)
    .action(async (folder: string, options: CheckOptions) => {
      process.exitCode = await run(folder, options);
    });
}

checking("check", "run a program without the cloud and check what it would deploy", checkProgram);
checking("project", "check the files of a project alone, without running its program", checkProject);

void program.parseAsync();
