import { isObject, type JsonObject } from "../../contract/read";
import { CONTRACT, PROFILE } from "../../contract/resolve";
import type { ProfileName } from "../../contract/schema";
import { ProgramError } from "../../errors";
import type { Planned } from "./exemption";
import type { Files, SettingsFile } from "./file";

/** The key of the contract in preflight.yaml. */
const CONFIGURATION_CONTRACT = "contract";

/** What is to be written. */
export interface Beginning {
  profile?: ProfileName;
  /** Keys for the contract, not set yet. */
  contract?: JsonObject;
}

/** The settings that begin with preflight in the files in force, which stay as they are. */
export function keptSettings({ project, stack }: Files): string[] {
  return [PROFILE, CONTRACT].flatMap((key) => {
    const file = [stack, project].find((one) => one.setting(key) !== undefined);
    return file ? [`${key} in ${file.name} is kept.`] : [];
  });
}

/** Puts a profile and a contract into preflight.yaml, beside what is there. */
export function beginInConfiguration(file: SettingsFile, { profile, contract = {} }: Beginning): SettingsFile {
  const own = file.topLevel(CONFIGURATION_CONTRACT);
  const started = profile === undefined ? file : file.with({ path: [], value: { profile } });
  if (Object.keys(contract).length === 0) {
    return started;
  }
  return own === undefined || own === null
    ? started.with({ path: [], value: { [CONFIGURATION_CONTRACT]: contract } })
    : intoContract(started, [CONFIGURATION_CONTRACT], contractIn(file, own, CONFIGURATION_CONTRACT), contract);
}

/** Puts a profile and a contract into Pulumi.yaml, or into the stack's file, beside what is there. */
export function begin(files: Files, where: "project" | "stack", { profile, contract = {} }: Beginning): Planned {
  const { project, stack, stacks } = files;
  const file = files[where];
  const own = file.setting(CONTRACT);
  const above = where === "stack" ? project.setting(CONTRACT) : undefined;
  const wrapped = (value: unknown): unknown => (where === "project" ? { value } : value);
  const notes: string[] = [];
  const hasContract = Object.keys(contract).length > 0;
  const settings: Record<string, unknown> = {};
  if (profile !== undefined) {
    settings[PROFILE] = wrapped(profile);
  }
  if (hasContract && !own) {
    settings[CONTRACT] = wrapped(above ? merged(contractIn(project, above.value), contract) : contract);
    if (above) {
      notes.push(`${CONTRACT} of ${stack.name} replaces that of ${project.name}, so what is there is copied.`);
    }
  }
  let result = Object.keys(settings).length > 0 ? file.with({ path: ["config"], value: settings }) : file;
  if (hasContract && own) {
    result = intoContract(result, own.path, contractIn(file, own.value), contract);
  }
  if (where === "project") {
    const keys = [...(profile === undefined ? [] : [PROFILE]), ...(hasContract ? [CONTRACT] : [])];
    for (const key of keys) {
      const replaced = stacks.filter((one) => one.setting(key) !== undefined);
      notes.push(...replaced.map(({ name }) => `${name} has ${key} of its own, which replaces this for its stack.`));
    }
  }
  return { file: result, notes };
}

function contractIn({ name }: SettingsFile, value: unknown, key: string = CONTRACT): JsonObject {
  if (!isObject(value)) {
    throw new ProgramError(`${key} in ${name} is not a map: write it as keys and values first`);
  }
  return value;
}

/** Two contracts that set no key twice; objects join. */
function merged(lower: JsonObject, upper: JsonObject): JsonObject {
  const joined = Object.entries(upper).map(([key, value]) => {
    const below = lower[key];
    return [key, isObject(below) && isObject(value) ? { ...below, ...value } : value] as const;
  });
  return { ...lower, ...Object.fromEntries(joined) };
}

function intoContract(
  file: SettingsFile,
  path: readonly string[],
  own: JsonObject,
  contract: JsonObject,
): SettingsFile {
  const isInner = ([key]: [string, unknown]): boolean => isObject(own[key]);
  const entries = Object.entries(contract);
  const outer = Object.fromEntries(entries.filter((entry) => !isInner(entry)));
  const start = Object.keys(outer).length > 0 ? file.with({ path, value: outer }) : file;
  return entries.filter(isInner).reduce((result, [key, value]) => result.with({ path: [...path, key], value }), start);
}
