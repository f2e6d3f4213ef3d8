import { dirname } from "node:path";
import { nearest } from "../contract/near";
import type { Problem } from "../contract/problem";
import { isObject, normalized, type JsonObject } from "../contract/read";
import { KEY_PATHS } from "../contract/schema";
import { show } from "../contract/show";
import { validateAgainst } from "../contract/validate";
import { configurationFileAbove, configurationFileIn, readConfigurationFile } from "../source/configuration-file";
import { CONFIGURATION_SCHEMA, FORMATS, SHORT_KEYS, type LevelSettings } from "./configuration-schema";

/** What one preflight.yaml sets. */
export interface Configuration {
  /** The file, as messages name it. */
  place: string;
  /** The folder that its paths start from. */
  folder: string;
  /** Its contract, the keys that it has one step higher included; checked where contracts are merged. */
  contract: JsonObject;
  levels: LevelSettings;
  /** `FORMAT` or `FORMAT=FILE`. */
  formats: readonly string[];
  /** The folders of packs. */
  packs: readonly string[];
  /** What is wrong with it, the contract and the names of rules apart. */
  problems: readonly Problem[];
}

/** What messages call the file at a path. */
type NameOf = (path: string) => string;

/** The configuration that counts for a program: that of its folder, or of the nearest one above. */
export function configurationAbove(folder: string, nameOf: NameOf): Configuration | undefined {
  return configurationAt(configurationFileAbove(folder), nameOf);
}

/** The configuration in a folder itself, which a pack has. */
export function configurationIn(folder: string, nameOf: NameOf): Configuration | undefined {
  return configurationAt(configurationFileIn(folder), nameOf);
}

function configurationAt(path: string | undefined, nameOf: NameOf): Configuration | undefined {
  return path === undefined ? undefined : parsed(path, nameOf(path));
}

/** Other keys that a mistyped one may mean. */
const PATHS = [...KEY_PATHS.map((key) => `contract.${key}`), "levels.rule", "levels.category", "levels.severity"];

function parsed(path: string, place: string): Configuration {
  const nothing = { place, folder: dirname(path), contract: {}, levels: {}, formats: [], packs: [] };
  const wrong = (message: string): Configuration => ({ ...nothing, problems: [{ place, path: "", message }] });
  const read = readConfigurationFile(path);
  if ("error" in read) {
    return wrong(`${place} ${read.error}.`);
  }
  const value = normalized(read.value ?? {});
  if (!isObject(value)) {
    return wrong(`${place} is ${show(value)}, but it must be keys and values such as "profile: strict".`);
  }
  const { valid, problems } = validateAgainst(CONFIGURATION_SCHEMA, value, place, PATHS);
  const { contract = {}, levels = {}, formats = [], packs = [] } = valid as Partial<Configuration>;
  const short = SHORT_KEYS.filter((key) => value[key] !== undefined);
  return {
    ...nothing,
    contract: { ...contract, ...Object.fromEntries(short.map((key) => [key, value[key]])) },
    levels,
    formats: formats.filter((format) => wrongFormat(format) === undefined),
    packs,
    problems: [
      ...problems,
      ...short
        .filter((key) => contract[key] !== undefined)
        .map((key) => ({ place, path: key, message: `${place} sets ${key} and contract.${key}; keep one of them.` })),
      ...formats.flatMap((format, index) => {
        const message = wrongFormat(format);
        const at = `formats[${String(index)}]`;
        return message === undefined ? [] : [{ place, path: at, message: `${place} sets ${at} to ${message}` }];
      }),
    ],
  };
}

function wrongFormat(format: string): string | undefined {
  const [name = "", ...file] = format.split("=");
  if (!FORMATS.some((known) => known === name)) {
    const near = nearest(name, FORMATS);
    return `${show(format)}, which is not a format; ${near === undefined ? `it takes ${FORMATS.join(", ")}.` : `did you mean ${near}?`}`;
  }
  return file.length > 0 && file.join("=") === "" ? `${show(format)}, which names no file.` : undefined;
}
