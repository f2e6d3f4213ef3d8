import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { ProgramError, UnsupportedRuntimeError } from "../errors";
import { STAND_IN } from "./wire";
import { parseYaml } from "./yaml";

export { ProgramError } from "../errors";

/** The names of a project's file. */
export const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];
const STACK_FILE = /^Pulumi\.(.+)\.(?:yaml|yml|json)$/;
const DEFAULT_STACK = "dev";
const DEFAULT_ORGANIZATION = "organization";

const RUNTIMES = ["nodejs", "python"] as const;
export type Runtime = (typeof RUNTIMES)[number];

/** What the Pulumi CLI runs beside. */
const OTHER_RUNTIMES = ["go", "dotnet", "java", "yaml", "bun", "hcl"];

/** How a project file configures its runtime. */
export interface RuntimeOptions {
  typescript: boolean;
  tsconfig?: string;
  nodeargs?: string;
  virtualenv?: string;
}

/** A program with its settings for one stack. */
export interface Program {
  project: string;
  stack: string;
  organization: string;
  runtime: Runtime;
  options: RuntimeOptions;
  /** The folder of the project file. */
  root: string;
  /** The folder that the program runs in. */
  folder: string;
  /** What is run, relative to the folder: a file, or `.`. */
  entry: string;
  config: Record<string, string>;
  secretKeys: string[];
}

export interface ProgramSettings {
  /** `stack`, `organization/stack` or `organization/project/stack`. */
  stack?: string;
  /** Instead of the name in the project file. */
  project?: string;
  /** Configuration over that of the files; keys without a namespace are the project's. */
  config?: Record<string, string>;
}

type Mapping = Record<string, unknown>;

interface ConfigValue {
  text: string;
  secret: boolean;
}

function isMapping(value: unknown): value is Mapping {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** A value in one line, as it may be quoted in a message. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The kind of a value that may be a secret. */
function kind(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return isMapping(value) ? "an object" : typeof value === "string" ? "a string" : `a ${typeof value}`;
}

/** The text of a file of settings, without a byte that is not what was written. */
function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "EISDIR" ? "it is a folder" : code === "EACCES" ? "its permissions do not allow it" : code;
    throw new ProgramError(`${path} cannot be read: ${String(reason)}`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ProgramError(`${path} is not text in UTF-8`);
  }
}

function readMapping(path: string): Mapping {
  const value = parseYaml(path, readText(path));
  if (value === null || value === undefined) return {};
  if (!isMapping(value)) throw new ProgramError(`${path} holds ${kind(value)}: it must hold keys and values`);
  return value;
}

function projectFile(root: string): string {
  if (!existsSync(root)) throw new ProgramError(`${root} does not exist: give the folder of a Pulumi program`);
  if (!statSync(root).isDirectory()) throw new ProgramError(`${root} is a file: give the folder of a Pulumi program`);
  const path = projectFileIn(root);
  if (path !== undefined) return path;
  const above = folderAbove(root);
  const expected = above === undefined ? "of a Pulumi program" : `${above}, which has one`;
  throw new ProgramError(`${root} has no Pulumi.yaml: give the folder ${expected}`);
}

function projectFileIn(folder: string): string | undefined {
  return PROJECT_FILES.map((name) => join(folder, name)).find((candidate) => existsSync(candidate));
}

/** The nearest folder above one that has a project's file. */
function folderAbove(folder: string): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return projectFileIn(above) === undefined ? folderAbove(above) : above;
}

function projectName(file: string, project: Mapping): string {
  const { name } = project;
  if (typeof name === "string" && /^[A-Za-z0-9_.-]{1,100}$/.test(name)) return name;
  const allowed = "it must be 1 to 100 letters, digits, '-', '_' or '.'";
  throw new ProgramError(
    name === undefined ? `${file} has no 'name': ${allowed}` : `'name' in ${file} is ${shown(name)}: ${allowed}`,
  );
}

function isRuntime(value: unknown): value is Runtime {
  return RUNTIMES.some((runtime) => runtime === value);
}

function runtimeOf(file: string, project: Mapping): { runtime: Runtime; options: Mapping } {
  const { runtime } = project;
  const name = isMapping(runtime) ? runtime.name : runtime;
  const options = isMapping(runtime) ? (runtime.options ?? {}) : {};
  const allowed = `preflight runs ${RUNTIMES.join(" and ")} programs`;
  if (name === undefined) throw new ProgramError(`${file} has no 'runtime': ${allowed}`);
  if (!isRuntime(name)) {
    const message = `'runtime' in ${file} is ${shown(name)}: ${allowed}`;
    throw typeof name === "string" && OTHER_RUNTIMES.includes(name)
      ? new UnsupportedRuntimeError(message, name)
      : new ProgramError(message);
  }
  if (!isMapping(options)) {
    throw new ProgramError(`'runtime.options' in ${file} is ${shown(options)}: it must hold keys and values`);
  }
  return { runtime: name, options };
}

function wrongOption(file: string, key: string, value: unknown, type: string): ProgramError {
  return new ProgramError(`'runtime.options.${key}' in ${file} is ${shown(value)}: it must be a ${type}`);
}

function textOption(file: string, options: Mapping, key: string): string | undefined {
  const value = options[key] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw wrongOption(file, key, value, "string");
}

function runtimeOptions(file: string, options: Mapping): RuntimeOptions {
  const typescript = options.typescript ?? true;
  if (typeof typescript !== "boolean") throw wrongOption(file, "typescript", typescript, "boolean");
  return {
    typescript,
    tsconfig: textOption(file, options, "tsconfig"),
    nodeargs: textOption(file, options, "nodeargs"),
    virtualenv: textOption(file, options, "virtualenv"),
  };
}

function entryOf(file: string, project: Mapping): { folder: string; entry: string } {
  const root = dirname(file);
  const { main } = project;
  if (main === undefined || main === null || main === "") return { folder: root, entry: "." };
  const allowed = "it must be a file or folder inside the project";
  const wrong = (): ProgramError => new ProgramError(`'main' in ${file} is ${shown(main)}: ${allowed}`);
  if (typeof main !== "string" || isAbsolute(main)) throw wrong();
  const path = resolve(root, main);
  if (relative(root, path).startsWith("..")) throw wrong();
  if (!existsSync(path))
    throw new ProgramError(`'main' in ${file} is ${shown(main)}, which does not exist: ${allowed}`);
  return statSync(path).isDirectory() ? { folder: path, entry: "." } : { folder: dirname(path), entry: basename(path) };
}

/** The old form of a key, `namespace:config:key`, is the same key. */
export function modernKey(key: string): string {
  return key.replace(/^([^:]+):config:/, "$1:");
}

/** `key`, `namespace:key` or the old form of it, always with a namespace. */
function fullKey(key: string, project: string): string {
  return key.includes(":") ? modernKey(key) : `${project}:${key}`;
}

function isSecure(value: unknown): value is { secure: string } {
  return isMapping(value) && typeof value.secure === "string" && Object.keys(value).length === 1;
}

/** A value with stand-ins where it is encrypted. */
function decrypted(value: unknown): unknown {
  if (isSecure(value)) return STAND_IN;
  if (Array.isArray(value)) return value.map(decrypted);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decrypted(inner)]));
}

function hasSecure(value: unknown): boolean {
  if (isSecure(value)) return true;
  if (Array.isArray(value)) return value.some(hasSecure);
  return isMapping(value) && Object.values(value).some(hasSecure);
}

function asText(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? "" : JSON.stringify(value);
}

function configValue(value: unknown): ConfigValue {
  const clear = decrypted(value);
  return { text: asText(clear), secret: hasSecure(value) };
}

function section(file: string, mapping: Mapping, key: string): Mapping {
  const value = mapping[key];
  if (value === undefined || value === null) return {};
  if (isMapping(value)) return value;
  throw new ProgramError(`'${key}' in ${file} is ${kind(value)}: it must hold keys and values`);
}

interface Declared {
  values: Map<string, ConfigValue>;
  /** Keys that a stack must give. */
  required: string[];
}

const DECLARATION_KEYS = ["value", "default", "type", "description", "secret", "items"];

function projectConfig(file: string, project: Mapping, name: string): Declared {
  const declared: Declared = { values: new Map(), required: [] };
  // An old form of the same key names the folder of the stack files.
  if (typeof project.config === "string") return declared;
  for (const [key, value] of Object.entries(section(file, project, "config"))) {
    const full = fullKey(key, name);
    if (!isMapping(value)) declared.values.set(full, configValue(value));
    else if ("value" in value || "default" in value) {
      const { text, secret } = configValue(value.value ?? value.default);
      declared.values.set(full, { text, secret: secret || value.secret === true });
    } else if (Object.keys(value).every((inner) => DECLARATION_KEYS.includes(inner))) declared.required.push(full);
    else throw new ProgramError(`'config.${key}' in ${file} is ${kind(value)}: write an object under 'value:'`);
  }
  return declared;
}

function stackFolder(root: string, project: Mapping): string {
  const folder = project.stackConfigDir ?? project.config;
  return typeof folder === "string" ? resolve(root, folder) : root;
}

function stackFile(folder: string, stack: string): string | undefined {
  return [`Pulumi.${stack}.yaml`, `Pulumi.${stack}.yml`, `Pulumi.${stack}.json`]
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
}

/** The stack that is meant where none is named: `dev`, or the only one that has a file. */
function defaultStack(folder: string): string {
  if (stackFile(folder, DEFAULT_STACK) !== undefined || !existsSync(folder)) return DEFAULT_STACK;
  const named = readdirSync(folder).map((name) => STACK_FILE.exec(name)?.[1]);
  const stacks = named.filter((name) => name !== undefined);
  return stacks.length === 1 ? (stacks[0] ?? DEFAULT_STACK) : DEFAULT_STACK;
}

/** The files with the settings of a project and of one of its stacks. */
export interface SettingsFiles {
  project: string;
  /** The stack's, which need not be there yet. */
  stack: string;
  /** The files of all stacks that have one. */
  stacks: string[];
  /** The name of the project. */
  name: string;
  /** The name of the stack. */
  stackName: string;
}

/** Finds the files of settings; `stack` as in the settings of a program. */
export function settingsFiles(dir: string, stack?: string): SettingsFiles {
  const file = projectFile(resolve(dir));
  const mapping = readMapping(file);
  const folder = stackFolder(dirname(file), mapping);
  const stackName = (stack ?? defaultStack(folder)).split("/").at(-1) ?? DEFAULT_STACK;
  if (!/^[\w.-]{1,100}$/.test(stackName)) {
    throw new ProgramError(
      `the stack is named ${shown(stackName)}: it must be 1 to 100 letters, digits, '-', '_' or '.'`,
    );
  }
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return {
    project: file,
    stack: stackFile(folder, stackName) ?? join(folder, `Pulumi.${stackName}.yaml`),
    stacks: names.filter((name) => STACK_FILE.test(name)).map((name) => join(folder, name)),
    name: projectName(file, mapping),
    stackName,
  };
}

/** The settings of a project and of one of its stacks, whatever its program is. */
export interface Configured {
  project: string;
  stack: string;
  organization: string;
  config: Record<string, string>;
  secretKeys: string[];
}

interface Reading extends Configured {
  file: string;
  mapping: Mapping;
  /** A key that a stack has to give, and this one does not. */
  missing?: string;
  /** The folder of the files of stacks. */
  stacks: string;
}

function read(dir: string, settings: ProgramSettings): Reading {
  const file = projectFile(resolve(dir));
  const mapping = readMapping(file);
  const declaredName = projectName(file, mapping);
  const project = settings.project ?? declaredName;
  const stacks = stackFolder(dirname(file), mapping);
  const parts = (settings.stack ?? defaultStack(stacks)).split("/");
  const stack = parts.at(-1) ?? DEFAULT_STACK;
  const organization = parts.length > 1 ? (parts[0] ?? DEFAULT_ORGANIZATION) : DEFAULT_ORGANIZATION;

  const { values, required } = projectConfig(file, mapping, project);
  const stackPath = stackFile(stacks, stack);
  if (stackPath !== undefined) {
    const given = section(stackPath, readMapping(stackPath), "config");
    for (const [key, value] of Object.entries(given)) values.set(fullKey(key, project), configValue(value));
  }
  for (const [key, text] of Object.entries(settings.config ?? {})) {
    values.set(fullKey(key, project), { text, secret: values.get(fullKey(key, project))?.secret ?? false });
  }
  return {
    file,
    mapping,
    stacks,
    project,
    stack,
    organization,
    missing: required.find((key) => !values.has(key)),
    config: Object.fromEntries([...values].map(([key, { text }]) => [key, text])),
    secretKeys: [...values].filter(([, { secret }]) => secret).map(([key]) => key),
  };
}

/** Reads the configuration of a project, which may be in any language and need not run. */
export function readConfiguration(dir: string, settings: ProgramSettings = {}): Configured {
  const { project, stack, organization, config, secretKeys } = read(dir, settings);
  return { project, stack, organization, config, secretKeys };
}

/** Reads a program and its configuration. */
export function readProgram(dir: string, settings: ProgramSettings = {}): Program {
  const { file, mapping, stacks, missing, ...configured } = read(dir, settings);
  const { runtime, options } = runtimeOf(file, mapping);
  if (missing !== undefined) {
    throw new ProgramError(
      `configuration '${missing}' of stack '${configured.stack}' has no value, and ${file} requires one: ` +
        `set it in ${join(stacks, `Pulumi.${configured.stack}.yaml`)} or give it (--config ${missing}=…)`,
    );
  }
  return {
    ...configured,
    runtime,
    options: runtimeOptions(file, options),
    root: dirname(file),
    ...entryOf(file, mapping),
  };
}
