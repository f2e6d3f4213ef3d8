import { RULE_IDS } from "../../policies";
import { nearest } from "../contract/near";
import { isObject, type JsonObject } from "../contract/read";
import { CONTRACT_SCHEMA } from "../contract/schema";
import { show } from "../contract/show";
import { parseYaml } from "../engine/yaml";
import { ProgramError } from "../errors";
import { readText } from "../input/text";

const LEVELS: readonly unknown[] = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * Reads an organization's contract: the configuration of the policy `contract` alone, or a whole policy configuration
 * as `--policy-pack-config` takes it, with or without that policy.
 */
export function readOrganization(file: string): unknown {
  const value = parseYaml(file, readText(file).text);
  if (!isObject(value)) {
    throw new ProgramError(`${file} holds no keys and values, which a contract does`);
  }
  if (!isPolicyConfiguration(value)) {
    return withoutLevel(value);
  }
  refuseMistypedRules(file, value);
  const { all, contract } = value;
  const level = levelOf(contract) ?? levelOf(all);
  return level === "disabled" || !isObject(contract) ? {} : withoutLevel(contract);
}

/** True for a file with policies by name, their levels, or Pulumi's list of environments. */
function isPolicyConfiguration(value: JsonObject): boolean {
  const others = Object.entries(value).filter(([key]) => !Object.hasOwn(CONTRACT_SCHEMA.properties, key));
  return others.some(
    ([key, item]) =>
      RULE_IDS.has(key) ||
      key === "all" ||
      (key === "environments" && Array.isArray(item)) ||
      (key !== "enforcementLevel" && levelOf(item) !== undefined),
  );
}

/** A name that is like that of a rule of preflight; any other may be a rule of the organization's own. */
function refuseMistypedRules(file: string, policies: JsonObject): void {
  for (const id of Object.keys(policies).filter(
    (key) => !RULE_IDS.has(key) && !["all", "environments"].includes(key),
  )) {
    const near = nearest(id, RULE_IDS);
    if (near !== undefined) {
      throw new ProgramError(`${file} names ${show(id)}, which is not a rule of preflight; did you mean ${near}?`);
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
