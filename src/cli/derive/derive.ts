import { isObject, readSetting, type JsonObject } from "../../contract/read";
import { CONTRACT, resolveContract } from "../../contract/resolve";
import { RULE_IDS, rules } from "../../../policies";
import type { Rule } from "../../rules/rule";
import type { Target } from "../target";
import { reportOn } from "../check";
import { contractSources, type Settings } from "../settings-for";
import { candidatesOf, type Candidate } from "./candidates";

/** What holds for a stack. */
export interface Derived {
  /** The contract that the stack gives itself. */
  own: JsonObject;
  /** What can be added to it. */
  added: JsonObject;
}

/**
 * The keys of a contract that a stack keeps to, beside those of the contract that it has. A key counts only if each of
 * its rules decides everything in the stack and finds nothing with it.
 */
export function deriveContract(target: Target, day: string, settings?: Settings): Derived {
  const given = readSetting(target.config[CONTRACT] ?? "{}");
  const own = isObject(given) ? given : {};
  const { contract } = resolveContract({
    stackConfig: target.config,
    stack: target.stackName,
    ruleIds: RULE_IDS,
    ...(settings && contractSources(settings)),
  });
  let whole: JsonObject = own;
  let added: JsonObject = {};
  for (const { key, values } of candidatesOf(target.stack)) {
    const asking = rulesOf(key);
    const holds = (value: unknown): boolean => keepsTo(target, withKey(whole, key, value), day, asking, settings);
    const found = isSet(contract, key) ? undefined : values.find(holds);
    if (found !== undefined) {
      whole = withKey(whole, key, found);
      added = withKey(added, key, found);
    }
  }
  return { own, added };
}

function keepsTo(
  target: Target,
  contract: JsonObject,
  day: string,
  asking: readonly Rule[],
  settings?: Settings,
): boolean {
  const config = { ...target.config, [CONTRACT]: JSON.stringify(contract) };
  const { results, undecided, crashes } = reportOn({ ...target, config }, day, {
    rules: asking,
    ...(settings && { settings: withoutLevels(settings) }),
  });
  return results.length + undecided.length + crashes.length === 0;
}

/** A rule that is disabled finds nothing, whatever the stack keeps to. */
const withoutLevels = (settings: Settings): Settings => ({
  ...settings,
  fileLevels: new Map(),
  policyLevels: new Map(),
  packs: { ...settings.packs, levels: new Map() },
});

function rulesOf(key: Candidate["key"]): Rule[] {
  const isConcerned = (other: string): boolean =>
    other === key || key.startsWith(`${other}.`) || other.startsWith(`${key}.`);
  // The rule `contract` reports where keys contradict each other.
  return rules.filter(({ id, contractKeys = [] }) => id === "contract" || contractKeys.some(isConcerned));
}

function isSet(contract: JsonObject, key: string): boolean {
  const [first = "", second] = key.split(".");
  const value = contract[first];
  return second === undefined ? value !== undefined : isObject(value) && value[second] !== undefined;
}

function withKey(contract: JsonObject, key: string, value: unknown): JsonObject {
  const [first = "", second] = key.split(".");
  const inner = contract[first];
  return {
    ...contract,
    [first]: second === undefined ? value : { ...(isObject(inner) ? inner : {}), [second]: value },
  };
}
