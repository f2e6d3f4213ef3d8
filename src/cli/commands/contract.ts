import type { Command } from "commander";
import { resolve } from "node:path";
import { originsOf } from "../../contract/origins";
import { ORGANIZATION, resolveContract } from "../../contract/resolve";
import { readConfiguration, settingsFiles } from "../../engine/program";
import { projectFiles } from "../../source/files";
import { ignoreCommentsIn } from "../../source/ignore-comments";
import { printable } from "../../printable";
import { contractText, levelsText } from "../contract-text";
import { configurationOf, setting, type ConfigurationOptions } from "../options";
import { explainFailure } from "../report";
import { SettingsFile } from "../settings/file";
import {
  contractSources,
  levelsUnder,
  organizationSources,
  settingsFor,
  withOrganizationOptions,
  type OrganizationOptions,
} from "../settings-for";

interface Options extends ConfigurationOptions, OrganizationOptions {
  check?: true;
}

/** The file that a setting comes from, as people name it. */
function homeOf(key: string, folder: string, options: Options): string {
  if (Object.hasOwn(configurationOf(options), key)) {
    return "the command line";
  }
  const { stack, project } = settingsFiles(folder, options.stack);
  const file = [stack, project].map((path) => SettingsFile.read(path)).find((one) => one.setting(key) !== undefined);
  return file?.name ?? "the configuration";
}

function run(folder: string, options: Options): number {
  const root = resolve(folder);
  const { project, stack, config } = readConfiguration(root, {
    stack: options.stack,
    config: configurationOf(options),
  });
  const settings = settingsFor(root, options);
  const {
    contract,
    problems: inContract,
    sources,
  } = resolveContract({
    stackConfig: config,
    project,
    stack,
    ...contractSources(settings),
    inSource: ignoreCommentsIn(projectFiles(root)),
  });
  const problems = [...inContract, ...levelsUnder(contract, settings).problems];
  const homeAt = (place: string): string | undefined =>
    place.startsWith("preflight:")
      ? homeOf(place, root, options)
      : place === ORGANIZATION
        ? options.organization
        : undefined;
  const lines = problems
    .map(({ place, message }) => printable([homeAt(place), message].filter((part) => part !== undefined).join(": ")))
    .join("\n");
  if (options.check === true) {
    process.stdout.write(`${lines === "" ? "The contract is valid." : lines}\n`);
  } else {
    const named = sources
      .flatMap((source) => (source.isOrganization ? organizationSources(settings) : [source]))
      .map((source) => ({ ...source, place: namedAt(source.place, homeAt(source.place)) }));
    process.stdout.write(
      contractText(contract, originsOf(contract, named)) + levelsText(settings, options.organization),
    );
    process.stderr.write(lines === "" ? "" : `${lines}\n`);
  }
  return problems.length === 0 ? 0 : 1;
}

function namedAt(place: string, home: string | undefined): string {
  return home === undefined ? place : `${place} in ${home}`;
}

export function contract(program: Command): void {
  const command = program
    .command("contract")
    .description("print the contract in force and where each key comes from, or check it")
    .argument("[folder]", "the folder with the program's Pulumi.yaml", ".")
    .option("--stack <name>", "the stack whose configuration counts", "dev")
    .option("--profile <name>", "the contract to check against (sets preflight:profile)")
    .option("--config <key=value>", "a configuration value; may be repeated", setting);
  withOrganizationOptions(command)
    .option("--check", "print only what is wrong with it")
    .addHelpText(
      "after",
      "\nExit codes: 0 the contract is valid, 1 it is not, 2 the input is wrong,\n3 an internal error.",
    )
    .action((folder: string, options: Options) => {
      try {
        process.exitCode = run(folder, options);
      } catch (error) {
        process.exitCode = explainFailure(error);
      }
    });
}
