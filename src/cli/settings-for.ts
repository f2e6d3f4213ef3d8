import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import type { Contract } from "../contract/contract";
import type { Problem } from "../contract/problem";
import { isObject, type JsonObject } from "../contract/read";
import { ORGANIZATION, type ContractSources, type Source } from "../contract/resolve";
import { ProgramError } from "../errors";
import { STANDARD_INPUT } from "../input/text";
import { configurationAbove, type Configuration } from "../rules/configuration";
import type { SetLevel } from "../rules/configuration-schema";
import { allowedLevels, levelsByRule, unknownRules, type SetLevels } from "../rules/levels";
import type { Rule } from "../rules/rule";
import { isFolder } from "../source/files";
import { destination, type Destination } from "./formats";
import { readOrganization, readPolicyLevels } from "./organization";
import { loadPacks, type OwnPacks } from "./policy-pack";

/** The options that name what an organization sets. */
export interface OrganizationOptions {
  policyPack?: readonly string[];
  organization?: string;
}

/** What counts for a program beside its own configuration: the nearest preflight.yaml, and what an organization sets. */
export interface Settings {
  file?: Configuration;
  packs: OwnPacks;
  /** The contract in the policy configuration. */
  organization?: JsonObject;
  /** The rules that are run. */
  rules: readonly Rule[];
  ruleIds: ReadonlySet<string>;
  /** The levels in the policy configuration. */
  policyLevels: SetLevels;
  /** The level that it gives all others. */
  levelOfAll?: string;
  /** The levels in preflight.yaml that the policy configuration does not set. */
  fileLevels: SetLevels;
  /** What is wrong with preflight.yaml, its contract apart. */
  problems: readonly Problem[];
}

export function withOrganizationOptions(command: Command): Command {
  return command
    .option(
      "--policy-pack <folder>",
      "check with an organization's own pack: its rules, levels and contract; may be repeated",
      (folder: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), folder],
    )
    .option("--organization <file>", "the organization's contract, or its whole policy configuration, as YAML or JSON");
}

/** Reads the settings for a folder. */
export function settingsFor(folder: string, { policyPack, organization }: OrganizationOptions = {}): Settings {
  const file = configurationAbove(folder, shownPath);
  const packs = policyPack === undefined && file ? packsIn(file) : loadPacks(policyPack ?? []);
  const { rules, ruleIds } = packs;
  const contract = organization === undefined ? undefined : readOrganization(organization, ruleIds);
  const { levels: policyLevels = new Map<string, SetLevel>(), all } =
    organization === undefined ? {} : readPolicyLevels(organization, rules);
  const fileLevels = file ? [...levelsByRule(file.levels, rules)].filter(([id]) => !policyLevels.has(id)) : [];
  return {
    ...(file && { file }),
    packs,
    ...(isObject(contract) && { organization: contract }),
    rules,
    ruleIds,
    policyLevels,
    ...(all !== undefined && { levelOfAll: all }),
    fileLevels: new Map(fileLevels),
    problems: file ? [...file.problems, ...unknownRules(file, ruleIds)] : [],
  };
}

/** Where the preflight.yaml of a target is looked for. */
export function folderOf(target: string, folder?: string): string {
  if (target !== STANDARD_INPUT && isFolder(target)) {
    return target;
  }
  const named = folder ?? process.env["PREFLIGHT_PROJECT"];
  const beside = dirname(target);
  return named ?? (target !== STANDARD_INPUT && isBelow(process.cwd(), resolve(beside)) ? beside : process.cwd());
}

function isBelow(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return !steps.startsWith("..") && !isAbsolute(steps);
}

/** The part of a contract's sources that settings give. */
export function contractSources({
  file,
  packs,
  organization,
  ruleIds,
}: Settings): Pick<ContractSources, "file" | "organization" | "organizationPlace" | "ruleIds"> {
  return {
    file,
    ruleIds,
    organization: { ...packs.contract, ...organization },
    organizationPlace: organization === undefined && packs.names.length > 0 ? packPlace(packs) : ORGANIZATION,
  };
}

/** The packs that a configuration file names. */
function packsIn({ place, folder, packs }: Configuration): OwnPacks {
  try {
    return loadPacks(packs.map((path) => shownPath(resolve(folder, path))));
  } catch (error) {
    throw error instanceof ProgramError ? new ProgramError(`\`packs\` in ${place}: ${error.message}`) : error;
  }
}

/** The name of the contract of packs in messages. */
export const packPlace = ({ names }: OwnPacks): string => `contract of the pack ${names.join(" and ")}`;

/** What an organization sets, by where it sets it: the lower first. */
export function organizationSources({ packs, organization = {} }: Settings): Source[] {
  return [
    { place: packPlace(packs), contract: packs.contract, isOrganization: true },
    { place: ORGANIZATION, contract: organization, isOrganization: true },
  ];
}

/** The levels that count: the organization's, and over those of the rules what preflight.yaml may set. */
export function levelsUnder(
  contract: Contract,
  { file, fileLevels, packs, policyLevels, problems }: Settings,
): { levels: SetLevels; problems: readonly Problem[] } {
  const { levels, problems: lost } = file
    ? allowedLevels(fileLevels, file, contract, new Set(packs.levels.keys()))
    : { levels: [], problems: [] };
  return { levels: new Map([...levels, ...packs.levels, ...policyLevels]), problems: [...problems, ...lost] };
}

/** The formats that a configuration names; absent where there are none. */
export function formatsOf(folder: string): Destination[] | undefined {
  const file = configurationAbove(folder, shownPath);
  if (file === undefined || file.formats.length === 0) {
    return undefined;
  }
  try {
    return file.formats.reduce<Destination[]>((earlier, text) => {
      const [format = "", ...path] = text.split("=");
      const isAlone = path.length === 0;
      return destination(isAlone ? format : `${format}=${shownPath(join(file.folder, path.join("=")))}`, earlier);
    }, []);
  } catch (error) {
    throw new ProgramError(`formats in ${file.place}: ${(error as Error).message}`);
  }
}

/** A path as it is shown: relative to the working directory where that is shorter. */
function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === "" ? "." : short.startsWith(join("..", "..", "..")) || isAbsolute(short) ? path : short;
}
