import type { Command } from "commander";
import { merged } from "../../report/merged";
import type { Report } from "../../report/report";
import { readTarget } from "../target";
import { withBaselineOptions, type BaselineOptions } from "../baseline";
import { reportOn } from "../check";
import { checkRuleNames, chosenRules, withChoiceOptions, type ChoiceOptions } from "../choice";
import { configurationOf, EXIT_CODES, withConfigurationOptions, type ConfigurationOptions } from "../options";
import { Progress } from "../progress";
import { withPartialOptions, type PartialOptions } from "../partial";
import { STANDARD_INPUT } from "../../input/text";
import { ProgramError } from "../../errors";
import { watch } from "../watch";
import type { Framework } from "../../aws/frameworks";
import { framework } from "../framework";
import { folderOf, formatsOf, settingsFor, withOrganizationOptions, type OrganizationOptions } from "../settings-for";
import { explainFailure, reported, runReport, today, type ReportOptions } from "../report";

interface Options
  extends ChoiceOptions, ConfigurationOptions, OrganizationOptions, ReportOptions, BaselineOptions, PartialOptions {
  folder?: string;
  typeCheck?: boolean;
  once?: boolean;
  answers?: string;
  framework?: readonly Framework[];
  watch?: boolean;
}

const TARGETS = `
A target is one of
  a folder      with a Pulumi.yaml of a Node.js or Python program, which is run
                without cloud and credentials
  a state       of 'pulumi stack export'
  a preview     of 'pulumi preview --json --show-sames'
  an event log  of the Pulumi engine
  -             one of the three files from standard input
Of several targets there is one report.

A preflight.yaml in the program's folder or above it holds profile, contract,
levels, formats and packs (docs/configuration.md).`;

/** Checks one target. */
async function reportOf(path: string, options: Options): Promise<Report> {
  const progress = new Progress();
  const { stack, folder, typeCheck, once, answers, day = today() } = options;
  const settings = settingsFor(folderOf(path, folder), options);
  checkRuleNames(options, new Set(settings.rules.map(({ id }) => id)));
  try {
    const target = await readTarget(path, {
      stack,
      folder,
      typeCheck,
      once,
      answers,
      config: configurationOf(options),
      onProgress: (doing) => {
        progress.show(doing);
      },
    });
    return reportOn(target, day, { ...options, settings, rules: chosenRules(options, settings.rules) });
  } finally {
    progress.clear();
  }
}

/** The options with the formats of preflight.yaml, where the command names none. */
function withFormats([path = "."]: readonly string[], options: Options): Options {
  return options.format === undefined ? { ...options, format: formatsOf(folderOf(path, options.folder)) } : options;
}

/** Checks each target; one that cannot be checked does not keep the others from being reported. */
async function run(paths: readonly string[], given: Options): Promise<number> {
  const options = withFormats(paths, given);
  const failures: number[] = [];
  const make = async (): Promise<Report> => {
    const reports: Report[] = [];
    for (const path of paths) {
      try {
        reports.push(await reportOf(path, options));
      } catch (error) {
        if (paths.length === 1) {
          throw error;
        }
        failures.push(explainFailure(error, path));
      }
    }
    const [first, ...others] = reports;
    if (first === undefined) {
      throw new ProgramError("none of the targets could be checked");
    }
    return merged(first, others);
  };
  const code = await runReport(options, make);
  return Math.max(code, ...failures);
}

function watchTargets(targets: readonly string[], options: Options): Promise<number> {
  if (targets.includes(STANDARD_INPUT)) {
    throw new ProgramError("--watch is for a program's folder or a file: standard input does not change");
  }
  const { folder, answers, baseline, writeBaseline, format = [], outputFile } = withFormats(targets, options);
  const paths = [...targets, folder, answers, baseline].filter((one) => one !== undefined);
  const written = [...format.map(({ file }) => file), writeBaseline, outputFile].filter((one) => one !== undefined);
  return watch({ paths, written }, async () => {
    await run(targets, options);
  });
}

export function check(program: Command): void {
  const command = program
    .command("check")
    .description("check what a program would deploy, or what a stack is, without the cloud")
    .argument(
      "[targets...]",
      "programs' folders, or files that Pulumi wrote of stacks (default: the folder you are in)",
    )
    .optionsGroup("What is checked:")
    .option("--folder <folder>", "the program's folder, where the target is a file")
    .option("--type-check", "check the types of a TypeScript program as well, which may take a minute");
  command.option(
    "--once",
    "run the program once, with what AWS computes as unknown, and not at the same time with likely values in its place",
  );
  command.option(
    "--framework <name>",
    'require a framework, such as "AWS FSBP", and report what becomes of each of its controls; may be repeated',
    framework,
  );
  command.option("--watch", "check again whenever a file of the program changes, until Ctrl+C");
  command.option(
    "--answers <file>",
    "what the cloud answers to what the program looks up: a file of 'preflight answers', or a log of Pulumi's calls",
  );
  withPartialOptions(
    withBaselineOptions(reported(withChoiceOptions(withOrganizationOptions(withConfigurationOptions(command))))),
  )
    .addHelpText("after", `${TARGETS}\n${EXIT_CODES}`)
    .action(async (targets: string[], options: Options) => {
      const paths = targets.length === 0 ? ["."] : [...new Set(targets)];
      process.exitCode = await (options.watch ? watchTargets(paths, options) : run(paths, options));
    });
}
