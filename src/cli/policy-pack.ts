import { existsSync, readFileSync } from "node:fs";
import Module from "node:module";
import { basename, join, resolve, sep } from "node:path";
import { RULE_IDS, rules as allRules } from "../../policies";
import type { Contract } from "../contract/contract";
import { ProgramError } from "../errors";
import { ownFolder, ownPackage } from "../home";
import { printableLines } from "../printable";
import { chooseRules, type PackOptions } from "../pulumi/choice";
import { optionsGivenIn } from "../pulumi/preflight";
import { configurationIn } from "../rules/configuration";
import type { SetLevel } from "../rules/configuration-schema";
import type { SetLevels } from "../rules/levels";
import type { Rule } from "../rules/rule";
import { isFolder } from "../source/files";
import { mappingIn } from "../source/mapping";

/** What an organization's own packs come to. */
export interface OwnPacks {
  /** What they are called. */
  names: readonly string[];
  rules: readonly Rule[];
  /** The ids that exemptions and levels may name. */
  ruleIds: ReadonlySet<string>;
  levels: SetLevels;
  contract: Contract;
}

/** The pack that preflight itself is. */
const STANDARD: OwnPacks = { names: [], rules: allRules, ruleIds: RULE_IDS, levels: new Map(), contract: {} };

/** Loads packs from their folders: of several, all rules; of levels and keys of the contract, those of the last. */
export function loadPacks(folders: readonly string[]): OwnPacks {
  const [first, ...others] = folders.map(loadPack);
  return others.reduce(joined, first ?? STANDARD);
}

function joined(left: OwnPacks, right: OwnPacks): OwnPacks {
  return {
    names: [...left.names, ...right.names],
    rules: [...new Map([...left.rules, ...right.rules].map((rule) => [rule.id, rule])).values()],
    ruleIds: new Set([...left.ruleIds, ...right.ruleIds]),
    levels: new Map([...left.levels, ...right.levels]),
    contract: { ...left.contract, ...right.contract },
  };
}

function loadPack(given: string): OwnPacks {
  const folder = resolve(given);
  const options = packageNameIn(folder) === ownPackage().name ? { name: "preflight" } : optionsOf(given, folder);
  const file = configurationIn(folder, (path) => join(given, basename(path)));
  const { rules, ruleIds, levels, contract, problems } = chooseRules(options, file);
  if (problems.length > 0) {
    throw new ProgramError(`the policy pack ${given} cannot be used: ${problems.join("; ")}`);
  }
  // Without a page of its own, a rule of the organization's is explained where it is written.
  const withPage = (rule: Rule): Rule => (RULE_IDS.has(rule.id) ? rule : { ...rule, url: rule.url ?? given });
  const set = Object.entries(levels).flatMap(([id, level]): [string, SetLevel][] =>
    // What a remediation leaves counts as the rule itself does.
    level === "remediate" ? [] : [[id, level]],
  );
  return { names: [options.name], rules: rules.map(withPage), ruleIds, levels: new Map(set), contract };
}

function packageNameIn(folder: string): unknown {
  return mappingIn(textOf(join(folder, "package.json")))?.name;
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** What the program of a pack starts it with. */
function optionsOf(given: string, folder: string): PackOptions {
  if (!isFolder(folder) || !existsSync(join(folder, "PulumiPolicy.yaml"))) {
    throw new ProgramError(`${given} is not a policy pack: give the folder with its PulumiPolicy.yaml`);
  }
  const { runtime } = mappingIn(textOf(join(folder, "PulumiPolicy.yaml"))) ?? {};
  const language = typeof runtime === "object" && runtime !== null ? (runtime as { name?: unknown }).name : runtime;
  if (language !== "nodejs") {
    throw notOurs(given);
  }
  const entry = entryOf(given, folder);
  const cwd = process.cwd();
  // Pulumi starts a pack in its own folder.
  process.chdir(folder);
  try {
    const options = optionsGivenIn(() => {
      withOwnLibrary(given, () => {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- a program whose path is known only now
        require(entry);
      });
    });
    if (options === undefined) {
      throw notOurs(given);
    }
    return options;
  } catch (error) {
    if (error instanceof ProgramError) {
      throw error;
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProgramError(
      `the policy pack ${given} cannot be loaded: ${printableLines(reason).split("\n", 1).join("")}`,
    );
  } finally {
    process.chdir(cwd);
  }
}

const notOurs = (given: string): ProgramError =>
  new ProgramError(
    `${given} is not built with pulumi-preflight-aws, so that only 'pulumi preview --policy-pack ${given}' can run it`,
  );

/** The compiled file that Pulumi starts. */
function entryOf(given: string, folder: string): string {
  try {
    return require.resolve(folder);
  } catch {
    const main = mappingIn(textOf(join(folder, "package.json")))?.main;
    const file = typeof main === "string" ? main : "index.js";
    throw new ProgramError(
      `the policy pack ${given} has no ${file}: build it first, such as with 'npm run build' there`,
    );
  }
}

interface Resolver {
  _resolveFilename: (request: string, parent?: { filename?: string | null }, ...rest: unknown[]) => string;
}

/**
 * Has a pack's program use the library that runs this command, so that its rules and the graph are of one kind: values such
 * as UNKNOWN are compared by identity.
 */
function withOwnLibrary(given: string, load: () => void): void {
  const resolver = Module as unknown as Resolver;
  const original = resolver._resolveFilename;
  const { name = "" } = ownPackage();
  const own: Readonly<Record<string, string>> = {
    [name]: require.resolve("../library"),
    [`${name}/testing`]: require.resolve("../testing"),
  };
  const inside = ownFolder() + sep;
  resolver._resolveFilename = (request, parent, ...rest) => {
    if (request === "@pulumi/policy" && parent?.filename?.startsWith(inside) !== true) {
      throw notOurs(given);
    }
    return own[request] ?? original.call(resolver, request, parent, ...rest);
  };
  try {
    load();
  } finally {
    resolver._resolveFilename = original;
  }
}
