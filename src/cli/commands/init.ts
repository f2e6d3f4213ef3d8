import { Option, type Command } from "commander";
import { resolve } from "node:path";
import { PROFILES } from "../../contract/profiles";
import { PROFILE, resolveContract } from "../../contract/resolve";
import type { JsonObject } from "../../contract/read";
import type { ProfileName } from "../../contract/schema";
import { readConfiguration, settingsFiles } from "../../engine/program";
import { ProgramError } from "../../errors";
import { decides } from "../../rules/gap";
import { configurationFileAbove } from "../../source/configuration-file";
import { readTarget, type TargetOptions } from "../target";
import { ask, confirmed, isInteractive } from "../ask";
import { deriveContract } from "../derive/derive";
import { setting } from "../options";
import { Progress } from "../progress";
import { explainFailure, today } from "../report";
import { filesOf, SettingsFile } from "../settings/file";
import { contractSources, settingsFor, type Settings } from "../settings-for";
import { begin, beginInConfiguration, keptSettings } from "../settings/init";
import { write, type Agreed } from "../settings/write";

interface Options extends Agreed {
  profile?: ProfileName;
  /** True for the program itself; else a file that Pulumi wrote of the stack. */
  fromStack?: true | string;
  stack?: string;
  folder: string;
  config?: Record<string, string>;
}

const NAMES = Object.keys(PROFILES) as ProfileName[];

async function askProfile(): Promise<ProfileName | undefined> {
  for (;;) {
    const name = await ask(`Profile (${NAMES.join(", ")}; nothing for none): `);
    if (name === "" || NAMES.some((known) => known === name)) {
      return NAMES.find((known) => known === name);
    }
    process.stdout.write(`${name} is not a profile.\n`);
  }
}

/** What the options choose; prompted for at the terminal where they choose nothing. */
async function chooseContract(
  { profile, fromStack }: Options,
  hasProfile: boolean,
): Promise<Pick<Options, "profile" | "fromStack">> {
  if (profile !== undefined || fromStack !== undefined) {
    return { profile, fromStack };
  }
  if (!isInteractive()) {
    throw new ProgramError("init has to know what to write: give --profile NAME, --from-stack or both");
  }
  const chosen = hasProfile ? undefined : await askProfile();
  return {
    profile: chosen,
    fromStack: (await confirmed("Read a contract off the stack as it is?")) ? true : undefined,
  };
}

/** Reads off a stack what it keeps to: off the program, which is run, or off a file that Pulumi wrote of the stack. */
async function contractOf(
  from: string | true,
  root: string,
  target: TargetOptions,
  settings: Settings,
): Promise<JsonObject> {
  const progress = new Progress();
  try {
    const onProgress = (doing: string): void => {
      progress.show(doing);
    };
    const read = await readTarget(from === true ? root : from, { ...target, folder: root, onProgress });
    if (read.isPartial) {
      throw new ProgramError(
        `${from === true ? root : from} does not show the whole stack: ${String(read.gaps?.find(decides)?.message)}`,
      );
    }
    return deriveContract(read, today(), settings).added;
  } finally {
    progress.clear();
  }
}

async function run(options: Options): Promise<number> {
  const root = resolve(options.folder);
  const paths = settingsFiles(root, options.stack);
  const files = filesOf(paths);
  const { config } = readConfiguration(root, { stack: paths.stackName });
  const settings = settingsFor(root);
  const sources = { stackConfig: config, stack: paths.stackName, ...contractSources(settings) };
  const inForce = resolveContract(sources).contract.profile;
  const { profile: named, fromStack } = await chooseContract(options, inForce !== undefined);
  const profile = inForce === undefined ? named : undefined;
  const given = { ...options.config, ...(profile && { [PROFILE]: profile }) };
  const contract = fromStack
    ? await contractOf(fromStack, root, { stack: paths.stackName, config: given }, settings)
    : {};
  const configuration = options.stack === undefined ? configurationFileAbove(root) : undefined;
  const kept = keptSettings(files);
  if (profile === undefined && Object.keys(contract).length === 0) {
    process.stdout.write([...kept, "There is nothing to add."].map((line) => `${line}\n`).join(""));
    return 0;
  }
  if (configuration !== undefined) {
    return write(beginInConfiguration(SettingsFile.read(configuration), { profile, contract }), kept, options);
  }
  const { file, notes } = begin(files, options.stack === undefined ? "project" : "stack", { profile, contract });
  return write(file, [...kept, ...notes], options);
}

export function init(program: Command): void {
  program
    .command("init")
    .description("write a profile, or a contract read off the existing stack, into preflight.yaml or else Pulumi.yaml")
    .addOption(new Option("--profile <name>", "the profile to begin with").choices(NAMES))
    .option("--from-stack [state]", "write a contract that the program keeps to, or the stack in an exported state")
    .option("--stack <name>", "write to the file of this stack instead")
    .option("--folder <folder>", "the folder with the program's Pulumi.yaml", ".")
    .option("--config <key=value>", "a configuration value for the run; may be repeated", setting)
    .option("--yes", "write it without asking")
    .addHelpText(
      "after",
      "\nWhere the program's folder or one above has a preflight.yaml, that is\nwritten to, else Pulumi.yaml.\nWhat is set already is kept. Nothing is written before it is shown.",
    )
    .action(async (options: Options) => {
      process.exitCode = await run(options).catch(explainFailure);
    });
}
