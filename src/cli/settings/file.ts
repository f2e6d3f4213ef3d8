import { existsSync } from "node:fs";
import { relative } from "node:path";
import { isObject, isWrapped } from "../../contract/read";
import { ProgramError } from "../../errors";
import { modernKey, type SettingsFiles } from "../../engine/program";
import { parseYaml } from "../../engine/yaml";
import { readFile } from "../../input/text";
import { inserted, type Addition } from "./insert";

/** A setting as one file has it. */
export interface Setting {
  /** The keys that lead to its value, `value` of Pulumi.yaml included. */
  path: readonly string[];
  value: unknown;
}

/** A file of settings, as it is or as it is to be: Pulumi.yaml, or that of a stack. */
export class SettingsFile {
  private constructor(
    readonly path: string,
    readonly text: string,
    readonly isNew: boolean,
    /** What was added, as people read it. */
    readonly changes: readonly string[],
  ) {}

  static read(path: string): SettingsFile {
    const isNew = !existsSync(path);
    return new SettingsFile(path, isNew ? "" : readFile(path).toString("utf8"), isNew, []);
  }

  /** The path as messages show it. */
  get name(): string {
    const short = relative(process.cwd(), this.path);
    return short.startsWith("..") ? this.path : short;
  }

  /** A setting by its full key, such as `preflight:contract`. */
  setting(key: string): Setting | undefined {
    const settings: unknown = this.settings();
    const own = isObject(settings) ? Object.keys(settings).find((written) => modernKey(written) === key) : undefined;
    if (!isObject(settings) || own === undefined) {
      return undefined;
    }
    const value = settings[own];
    return isWrapped(value) ? { path: ["config", own, "value"], value: value.value } : { path: ["config", own], value };
  }

  /** The value of a key of the file itself. */
  topLevel(key: string): unknown {
    const document = parseYaml(this.name, this.text);
    return isObject(document) ? document[key] : undefined;
  }

  private settings(): unknown {
    const document = parseYaml(this.name, this.text);
    const settings = isObject(document) ? document["config"] : undefined;
    if (settings !== undefined && settings !== null && !isObject(settings)) {
      throw new ProgramError(
        `'config' in ${this.name} is not a map of keys and values: add the setting to it yourself`,
      );
    }
    return settings;
  }

  /** The file with something more in it. */
  with(addition: Addition): SettingsFile {
    const { text, shown } = inserted(this.name, this.text, addition);
    return new SettingsFile(this.path, text, this.isNew, [...this.changes, ...shown]);
  }
}

/** The files that a setting may be in. */
export interface Files {
  project: SettingsFile;
  stack: SettingsFile;
  /** The files of all stacks. */
  stacks: readonly SettingsFile[];
}

export function filesOf({ project, stack, stacks }: SettingsFiles): Files {
  return {
    project: SettingsFile.read(project),
    stack: SettingsFile.read(stack),
    stacks: stacks.map((path) => SettingsFile.read(path)),
  };
}
