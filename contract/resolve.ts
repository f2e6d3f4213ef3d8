import { contradictions, exemptionProblems, fixedRuleProblems, openKeyProblems, type RuleNames } from "./check";
import { missingBracket } from "./globs";
import { lock, over, type Override } from "./merge";
import { nearest } from "./near";
import type { Problem } from "./problem";
import { PROFILES } from "./profiles";
import { isObject, normalized, readSetting, type JsonObject } from "./read";
import { CONTRACT_SCHEMA, STACK_PLACEHOLDER, type Contract, type EffectiveContract, type ProfileName } from "./schema";
import { show } from "./show";
import { validate, wrongValue } from "./validate";

export type { Problem } from "./problem";

/** The keys of the stack's configuration that a contract is made from. */
export const PROFILE = "preflight:profile";
export const CONTRACT = "preflight:contract";
export const EXEMPTIONS = "preflight:exemptions";
const SETTINGS = [PROFILE, CONTRACT, EXEMPTIONS] as const;
/** The place of what an organization sets. */
export const ORGANIZATION = "policy configuration of contract";
const ANY_CONTRACT = { type: "object", examples: [{ region: "us-east-1" }] };

/** A finding about the contract itself is never set aside: it would silence all that the contract asks for. */
const ALWAYS_FIXED = "contract";

/** Everything a contract is made from. */
export interface ContractSources {
  /** The configuration in force, as PULUMI_CONFIG has it: full keys, objects as JSON text or as themselves. */
  stackConfig: Readonly<Record<string, unknown>>;
  /** The configuration of the policy `contract`. */
  organization?: unknown;
  /** What messages call the organization's contract; the policy configuration where it is not said. */
  organizationPlace?: string;
  /** The name of the stack, for which `{stack}` stands. */
  stack: string;
  /** The ids of all rules. */
  ruleIds: ReadonlySet<string>;
}

export interface Resolved {
  contract: EffectiveContract;
  /** What is wrong. Empty for a contract that is good. */
  problems: Problem[];
  /** What it is made from, each source with the part of it that is good: the lowest first. */
  sources: Source[];
}

/** One source of a contract. */
export interface Source {
  /** `profile strict`, or the setting. */
  place: string;
  contract: Contract;
}

/** A source as it was given, in JSON, and the part of it that the schema takes. */
interface Layer {
  place: string;
  raw: JsonObject;
  contract: Contract;
}

type Report = (problem: Problem) => void;

/** The JSON of a source. Undefined where it is absent, and where it cannot be read, which is reported. */
function readJson(given: unknown, place: string, report: Report): unknown {
  if (given === undefined || given === null) {
    return undefined;
  }
  try {
    return readSetting(given);
  } catch {
    report({ place, path: "", message: `${place} cannot be read, for it is no JSON.` });
    return undefined;
  }
}

/** Reads one source. `inner` is the key that it stands for, if it gives that key alone. */
function readLayer(given: unknown, place: string, report: Report, inner?: keyof Contract): Layer {
  const nothing: Layer = { place, raw: {}, contract: {} };
  const value = readJson(given, place, report);
  if (value === undefined) {
    return nothing;
  }
  const raw = normalized(inner === undefined ? value : { [inner]: value });
  if (!isObject(raw)) {
    report({ place, path: "", message: wrongValue(place, "", raw, ANY_CONTRACT) });
    return nothing;
  }
  if (Object.keys(raw).length === 0) {
    return nothing;
  }
  const { contract, problems } = validate(raw, place, inner);
  problems.forEach(report);
  return { place, raw, contract };
}

function readProfile(given: unknown, report: Report): ProfileName | undefined {
  const name = readJson(given, PROFILE, report);
  if (name === undefined || (typeof name === "string" && Object.hasOwn(PROFILES, name))) {
    return name as ProfileName | undefined;
  }
  const message = wrongValue(PROFILE, "", name, CONTRACT_SCHEMA.properties.profile);
  report({ place: PROFILE, path: "", message });
  return undefined;
}

/** A mistyped key of the configuration would be silence. */
function reportMistypedSettings(config: Readonly<Record<string, unknown>>, report: Report): void {
  for (const key of Object.keys(config)) {
    const near = key.startsWith("preflight:") && !isSetting(key) ? nearest(key, SETTINGS) : undefined;
    if (near !== undefined) {
      report({ place: key, path: "", message: `${show(key)} is no setting of preflight; did you mean ${near}?` });
    }
  }
}

function isSetting(key: string): boolean {
  return SETTINGS.some((setting) => setting === key);
}

/** A contradiction is reported where it first appears: in a source, or in what the sources make together. */
function reportContradictions(places: readonly Pick<Layer, "place" | "contract">[], report: Report): void {
  const reported = new Set<string>();
  for (const { place, contract } of places) {
    for (const { path, message } of contradictions(contract).filter((found) => !reported.has(found.path))) {
      reported.add(path);
      report({ place, path, message: `In ${place}, ${message}` });
    }
  }
}

function reportOverride(place: string, { path, own, organization }: Override, report: Report): void {
  const message =
    `${place} sets ${path} to ${show(own)}, but the organization has set it to ${show(organization)} ` +
    `and does not allow stacks to change it.`;
  report({ place, path: place === PROFILE ? "" : path, message });
}

/** Which profile is the base: the stack's, or the organization's where that is set and not open to stacks. */
function baseProfile(
  named: ProfileName | undefined,
  own: Contract,
  organization: Contract,
  report: Report,
): ProfileName | undefined {
  if (named !== undefined && own.profile !== undefined && named !== own.profile) {
    const message = `${CONTRACT} sets profile to ${own.profile}, but ${PROFILE} is ${named}; keep one of them.`;
    report({ place: CONTRACT, path: "profile", message });
  }
  const stack = named ?? own.profile;
  const isLocked = organization.profile !== undefined && organization.allow?.includes("profile") !== true;
  if (stack === undefined || !isLocked) {
    return stack ?? organization.profile;
  }
  if (stack !== organization.profile) {
    const override = { path: "profile", own: stack, organization: organization.profile };
    reportOverride(named === undefined ? CONTRACT : PROFILE, override, report);
  }
  return organization.profile;
}

function withSuffix(contract: Contract, stack: string): Contract {
  const { environmentSuffix: suffix } = contract;
  return suffix === undefined
    ? contract
    : { ...contract, environmentSuffix: suffix.replaceAll(STACK_PLACEHOLDER, () => stack) };
}

function rulesOf(notExemptable: readonly string[], known: ReadonlySet<string>): RuleNames {
  const fixed = new Set([...notExemptable, ALWAYS_FIXED]);
  return { known, isFixed: (rule) => fixed.has("*") || fixed.has(rule) };
}

/**
 * Makes one contract of its sources: the profile is the base, the stack's contract goes over it, the organization's
 * locks. What is wrong in a source becomes a problem and does not count; the rest of it does. Never throws.
 */
export function resolveContract(sources: ContractSources): Resolved {
  const { stackConfig, ruleIds, organizationPlace = ORGANIZATION } = sources;
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);

  reportMistypedSettings(stackConfig, report);
  const named = readProfile(stackConfig[PROFILE], report);
  const own = readLayer(stackConfig[CONTRACT], CONTRACT, report);
  const exempted = readLayer(stackConfig[EXEMPTIONS], EXEMPTIONS, report, "exemptions");
  const organization = readLayer(sources.organization, organizationPlace, report);

  const merged = mergeLayers(named, own, organization, report);
  const sourcesInOrder = [own, exempted, organization];
  const notExemptable = [...new Set(sourcesInOrder.flatMap(({ contract }) => contract.notExemptable ?? []))].filter(
    (rule) => rule === "*" || ruleIds.has(rule),
  );
  const rules = rulesOf(notExemptable, ruleIds);
  for (const { raw, place } of sourcesInOrder) {
    exemptionProblems(raw, place, place === EXEMPTIONS ? [] : ["exemptions"], rules).forEach(report);
    fixedRuleProblems(raw, place, ruleIds).forEach(report);
  }
  openKeyProblems(organization.raw, organizationPlace).forEach(report);
  const exemptions = sourcesInOrder
    .flatMap(({ contract }) => contract.exemptions ?? [])
    .filter(
      ({ rule, resource }) => ruleIds.has(rule) && !rules.isFixed(rule) && missingBracket(resource) === undefined,
    );
  const base: Source[] = merged.profile
    ? [{ place: `profile ${merged.profile}`, contract: PROFILES[merged.profile] }]
    : [];
  const setting: Source[] = named ? [{ place: PROFILE, contract: { profile: named } }] : [];
  return {
    contract: { ...withSuffix(merged, sources.stack), exemptions, notExemptable },
    problems,
    sources: [...base, ...setting, ...sourcesInOrder.map(({ place, contract }) => ({ place, contract }))],
  };
}

function mergeLayers(named: ProfileName | undefined, own: Layer, organization: Layer, report: Report): Contract {
  if (own.contract.allow !== undefined) {
    const message = `${CONTRACT} sets allow, which only the ${ORGANIZATION} can set.`;
    report({ place: CONTRACT, path: "allow", message });
  }
  const profile = baseProfile(named, own.contract, organization.contract, report);
  const explicit = without(own.contract, ["profile", "allow"]);
  const stack = over(profile === undefined ? {} : PROFILES[profile], explicit);
  const { contract, overrides } = lock(stack, explicit, organization.contract);
  for (const override of overrides) {
    reportOverride(CONTRACT, override, report);
  }
  reportContradictions([own, organization, { place: "the contract in force", contract }], report);
  return { ...without(contract, ["profile", "allow"]), ...(profile && { profile }) };
}

function without(contract: Contract, keys: readonly (keyof Contract)[]): Contract {
  return Object.fromEntries(Object.entries(contract).filter(([key]) => !keys.some((left) => left === key)));
}
