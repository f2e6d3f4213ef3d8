import { RULE_IDS } from "../../policies";
import { nearest } from "../contract/near";
import { isObject, type JsonObject } from "../contract/read";
import { CONTRACT_SCHEMA } from "../contract/schema";
import { show } from "../contract/show";
import { parseYaml } from "../engine/yaml";
import { ProgramError } from "../errors";
import { readText } from "../input/text";
import type { SetLevel } from "../rules/configuration-schema";
import type { Rule } from "../rules/rule";

const LEVELS: readonly unknown[] = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * Reads an organization's contract: the configuration of the policy `contract` alone, or a whole policy configuration
 * as `--policy-pack-config` takes it, with or without that policy.
 */
export function readOrganization(file: string, ruleIds: ReadonlySet<string> = RULE_IDS): unknown {
  const value = valueIn(file);
  if (!isPolicyConfiguration(value, ruleIds)) {
    return withoutLevel(value);
  }
  refuseMistypedRules(file, value, ruleIds);
  refuseWrongLevels(file, value, ruleIds);
  const { all, contract } = value;
  const level = levelOf(contract) ?? levelOf(all);
  return level === "disabled" || !isObject(contract) ? {} : withoutLevel(contract);
}

/**
 * The levels of rules that a policy configuration sets. As in the engine, `mandatory` raises what is always advisory, and
 * nothing that a contract decides; a remediation changes no level.
 */
export function readPolicyLevels(
  file: string,
  rules: readonly Rule[],
): { levels: ReadonlyMap<string, SetLevel>; all?: string } {
  const value = valueIn(file);
  if (!isPolicyConfiguration(value, new Set(rules.map(({ id }) => id)))) {
    return { levels: new Map() };
  }
  const all = levelOf(value["all"]);
  const levels = rules.flatMap((rule): [string, SetLevel][] => {
    const level = levelOf(value[rule.id]) ?? all;
    const isSet = level === "advisory" || level === "disabled" || (level === "mandatory" && rule.level === "advisory");
    return isSet ? [[rule.id, level]] : [];
  });
  return { levels: new Map(levels), ...(all !== undefined && { all }) };
}

function valueIn(file: string): JsonObject {
  const value = parseYaml(file, readText(file).text);
  if (!isObject(value)) {
    throw new ProgramError(`${file} holds no keys and values, which a contract does`);
  }
  return value;
}

/** True for a file with policies by name, their levels, or Pulumi's list of environments. */
function isPolicyConfiguration(value: JsonObject, ruleIds: ReadonlySet<string>): boolean {
  const others = Object.entries(value).filter(([key]) => !Object.hasOwn(CONTRACT_SCHEMA.properties, key));
  return others.some(
    ([key, item]) =>
      ruleIds.has(key) ||
      key === "all" ||
      (key === "environments" && Array.isArray(item)) ||
      (key !== "enforcementLevel" && levelOf(item) !== undefined),
  );
}

/** A name that is like that of a rule of preflight; any other may be a rule of the organization's own. */
function refuseMistypedRules(file: string, policies: JsonObject, ruleIds: ReadonlySet<string>): void {
  for (const id of Object.keys(policies).filter((key) => !ruleIds.has(key) && !["all", "environments"].includes(key))) {
    const near = nearest(id, ruleIds);
    if (near !== undefined) {
      throw new ProgramError(`${file} names ${show(id)}, which is not a rule of preflight; did you mean ${near}?`);
    }
  }
}

function refuseWrongLevels(file: string, policies: JsonObject, ruleIds: ReadonlySet<string>): void {
  for (const [id, item] of Object.entries(policies).filter(([key]) => key === "all" || ruleIds.has(key))) {
    const level = isObject(item) ? item["enforcementLevel"] : item;
    if (level !== undefined && !LEVELS.includes(level)) {
      throw new ProgramError(`${file} sets ${id} to ${show(level)}, but it must be one of ${LEVELS.join(", ")}`);
    }
  }
}

/** The level that a policy's configuration sets: a word, or one key among others. */
function levelOf(configuration: unknown): string | undefined {
  const level = isObject(configuration) ? configuration["enforcementLevel"] : configuration;
  return LEVELS.includes(level) ? (level as string) : undefined;
}

function withoutLevel(configuration: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(configuration).filter(([key]) => key !== "enforcementLevel"));
}
