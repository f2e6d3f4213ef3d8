import { isConstraintId } from "../constraints/ids";
import { contradictions, exemptionProblems, fixedRuleProblems, openKeyProblems, type RuleNames } from "./check";
import { MOVING_TABLES, REFUSALS, table } from "../aws/data/tables";
import { takenAway } from "./facts";
import { unpairedBracket } from "./globs";
import { IN_SOURCE, readSourceExemption, type SourceExemption } from "./in-source";
import { beneath, lock, over, type Override } from "./merge";
import { nearest } from "./near";
import type { Problem } from "./problem";
import { PROFILES } from "./profiles";
import { isObject, normalized, readSetting, type JsonObject } from "./read";
import {
  CONTRACT_SCHEMA,
  STACK_PLACEHOLDER,
  type Contract,
  type EffectiveContract,
  type Exemption,
  type ProfileName,
} from "./schema";
import { listed, show, showKey, showPath } from "./show";
import { validate, wrongValue } from "./validate";

export type { Problem } from "./problem";

/** The keys of the stack's configuration that hold a contract. */
export const PROFILE = "preflight:profile";
export const CONTRACT = "preflight:contract";
export const EXEMPTIONS = "preflight:exemptions";
const SETTINGS = [PROFILE, CONTRACT, EXEMPTIONS] as const;
/** The name of what an organization sets. */
export const ORGANIZATION = "policy configuration of contract";
const ANY_CONTRACT = { type: "object", examples: [{ region: "us-east-1" }] };

/** A finding about the contract itself cannot be exempt: that would silence all that the contract requires. */
const ALWAYS_FIXED = "contract";

/** The sources of a contract. */
export interface ContractSources {
  /** The configuration in force, as PULUMI_CONFIG has it: full keys, objects as JSON text or as themselves. */
  stackConfig: Readonly<Record<string, unknown>>;
  /** What a preflight.yaml sets; the stack's configuration goes over it. */
  file?: { place: string; contract: JsonObject } | undefined;
  /** The configuration of the policy `contract`. */
  organization?: unknown;
  /** The name of the organization's contract in messages; absent: the policy configuration. */
  organizationPlace?: string;
  /** The name of the project, where it is known. */
  project?: string;
  /** The name of the stack, which replaces `{stack}`. */
  stack: string;
  /** The ids of all rules. */
  ruleIds: ReadonlySet<string>;
  /** The comments in the program's source that exempt resources. */
  inSource?: readonly SourceExemption[] | undefined;
}

export interface Resolved {
  contract: EffectiveContract;
  /** The errors; empty for a valid contract. */
  problems: Problem[];
  /** Its sources, each with its valid part: the lowest first. */
  sources: Source[];
  /** The valid comments in the program's source, each with its exemptions: none where it is above no resource. */
  inSource: readonly CommentedExemptions[];
}

/** A comment in the program's source, and what it exempts. */
export interface CommentedExemptions {
  /** `index.ts:12`. */
  place: string;
  exemptions: readonly Exemption[];
}

/** One source of a contract. */
export interface Source {
  /** `profile strict`, or the setting. */
  place: string;
  contract: Contract;
  /** True for what an organization sets. */
  isOrganization?: true;
}

/** A source as it was given, in JSON, and the part of it that is valid. */
interface Layer {
  place: string;
  raw: JsonObject;
  contract: Contract;
}

/** The sources that are merged: those of the stack, the lower first, and the organization's. */
type Layers = Readonly<Record<"file" | "own" | "organization", Layer>>;

type Report = (problem: Problem) => void;

/** The JSON of a source. Undefined where it is absent, and where it cannot be read, which is reported. */
function readJson(given: unknown, place: string, report: Report): unknown {
  if (given === undefined || given === null) {
    return undefined;
  }
  try {
    const value = readSetting(given);
    reportDuplicate(given, place, report);
    return value;
  } catch {
    report({ place, path: "", message: `${place} cannot be read, because it is not JSON.` });
    return undefined;
  }
}

/** A key that is there twice would be lost once. */
function reportDuplicate(given: unknown, place: string, report: Report): void {
  const twice = typeof given === "string" ? duplicateKeyIn(given) : undefined;
  if (twice !== undefined) {
    report({ place, path: "", message: `${place} has the key ${showKey(twice)} twice, and only the last counts.` });
  }
}

function duplicateKeyIn(json: string): string | undefined {
  try {
    const value: unknown = JSON.parse(json);
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load its parser at once
    const { findDuplicateKey } = require("../graph/json-error") as typeof import("../graph/json-error");
    return findDuplicateKey(json, value)?.key;
  } catch {
    return undefined;
  }
}

/** Reads one source. `inner` is the key whose value it is, where it has that key alone. */
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

/**
 * A key of the configuration that is not known would have no effect and no error. A project that is called `preflight`
 * has settings of its own there.
 */
function reportUnknownSettings({ stackConfig, project }: ContractSources, report: Report): void {
  const unknown = Object.keys(stackConfig).filter((key) => key.startsWith("preflight:") && !isSetting(key));
  for (const key of unknown) {
    const near = nearest(key, SETTINGS);
    const advice = near === undefined ? `it has ${listed(SETTINGS, "and")}.` : `did you mean ${near}?`;
    if (near !== undefined || project !== "preflight") {
      report({ place: key, path: "", message: `${show(key)} is not a setting of preflight; ${advice}` });
    }
  }
}

function isSetting(key: string): boolean {
  return SETTINGS.some((setting) => setting === key);
}

/** A contradiction is reported where it first appears: in a source, or in the merged contract. */
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
  const isTable = path.startsWith("facts.") && isObject(own) && isObject(organization);
  const message =
    `${place} sets ${path}${isTable ? "" : ` to ${show(own)}`}, but the organization has set it ` +
    `${isTable ? "too" : `to ${show(organization)}`} and does not allow stacks to change it.`;
  report({ place, path: place === PROFILE ? "" : path, message });
}

/** Which profile is the base: the stack's, or the organization's where that is set and not open to stacks. */
function baseProfile(
  named: ProfileName | undefined,
  { file, own, organization }: Layers,
  report: Report,
): ProfileName | undefined {
  const { profile: inContract } = own.contract;
  if (named !== undefined && inContract !== undefined && named !== inContract) {
    const message = `${CONTRACT} sets profile to ${inContract}, but ${PROFILE} is ${named}; keep one of them.`;
    report({ place: CONTRACT, path: "profile", message });
  }
  const stack = named ?? inContract ?? file.contract.profile;
  const { profile: locked, allow } = organization.contract;
  if (stack === undefined || locked === undefined || allow?.includes("profile") === true) {
    return stack ?? locked;
  }
  if (stack !== locked) {
    const place = named !== undefined ? PROFILE : inContract === undefined ? file.place : CONTRACT;
    reportOverride(place, { path: "profile", own: stack, organization: locked }, report);
  }
  return locked;
}

/** What a profile sets. Of an organization's own profile, its other keys go over what they name: lists do not join there. */
function baseContract(profile: ProfileName, { contract: organization }: Layer): Contract {
  return organization.profile === profile ? beneath(PROFILES[profile], organization) : PROFILES[profile];
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
 * Merges the sources into one contract: the profile is the base, the stack's contract overrides it, the organization's
 * locks. An invalid part of a source becomes a problem and does not count; the rest of the source does. Never throws.
 */
export function resolveContract(sources: ContractSources): Resolved {
  const { stackConfig, ruleIds, organizationPlace = ORGANIZATION } = sources;
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);

  reportUnknownSettings(sources, report);
  const named = readProfile(stackConfig[PROFILE], report);
  const given = readLayer(stackConfig[CONTRACT], CONTRACT, report);
  const exempted = readLayer(stackConfig[EXEMPTIONS], EXEMPTIONS, report, "exemptions");
  const organization = readLayer(sources.organization, organizationPlace, report);
  const { place: filePlace, contract: inFile } = sources.file ?? { place: "", contract: undefined };
  const file = withoutLoosenedFacts(readLayer(inFile, filePlace, report), organization, report);
  const own = withoutLoosenedFacts(given, organization, report);

  const merged = mergeLayers(named, { file, own, organization }, report);
  const sourcesInOrder = [...(inFile === undefined ? [] : [file]), own, exempted, organization];
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
      ({ rule, resource }) =>
        (ruleIds.has(rule) || isConstraintId(rule)) && !rules.isFixed(rule) && unpairedBracket(resource) === undefined,
    );
  const comments = (sources.inSource ?? []).map((comment) => ({
    ...readSourceExemption(comment, rules, merged.exemptInSource === false),
    place: comment.place,
  }));
  comments.flatMap((comment) => comment.problems).forEach(report);
  const inSource = comments
    .filter((comment) => comment.problems.length === 0)
    .map((comment) => ({ place: comment.place, exemptions: comment.exemptions }));
  const commented = inSource.flatMap((comment) => comment.exemptions);
  const base: Source[] = merged.profile
    ? [{ place: `profile ${merged.profile}`, contract: baseContract(merged.profile, organization) }]
    : [];
  const setting: Source[] = named ? [{ place: PROFILE, contract: { profile: named } }] : [];
  return {
    contract: {
      ...withSuffix(merged, sources.stack),
      exemptions: [...exemptions, ...commented],
      notExemptable,
    },
    problems,
    inSource,
    sources: [
      ...base,
      ...(inFile === undefined ? [] : [{ place: filePlace, contract: file.contract }]),
      ...setting,
      ...[own, exempted].map(({ place, contract }) => ({ place, contract })),
      { place: organization.place, contract: organization.contract, isOrganization: true },
      ...(commented.length === 0 ? [] : [{ place: IN_SOURCE, contract: { exemptions: commented } }]),
    ],
  };
}

/** A stack adds to what rules refuse. What would take something away from it does not count, unless `allow` names the table. */
function withoutLoosenedFacts(own: Layer, organization: Layer, report: Report): Layer {
  const { facts = {} } = own.contract;
  const { facts: locked = {}, allow = [] } = organization.contract;
  const loosened = MOVING_TABLES.filter((name) => {
    const patch = facts[name];
    const isLocked = locked[name] !== undefined; // reported where the layers are merged
    const isOpen = allow.includes("facts") || allow.includes(`facts.${name}`);
    const path = patch && !isLocked && !isOpen && REFUSALS.has(name) ? takenAway(table(name), patch) : undefined;
    if (path !== undefined) {
      reportLoosened(own.place, ["facts", name, ...path], report);
    }
    return path !== undefined;
  });
  const kept = Object.entries(facts).filter(([name]) => !loosened.some((other) => other === name));
  return loosened.length === 0 ? own : { ...own, contract: { ...own.contract, facts: Object.fromEntries(kept) } };
}

function reportLoosened(place: string, path: readonly string[], report: Report): void {
  const shown = showPath(path);
  const message =
    `${place} takes away from ${shown}, which rules refuse by; a stack can only add to it. The organization can change ` +
    `it, or allow that with allow: ["${path.slice(0, 2).join(".")}"].`;
  report({ place, path: shown, message });
}

function mergeLayers(named: ProfileName | undefined, layers: Layers, report: Report): Contract {
  const { file, own, organization } = layers;
  for (const { place } of [file, own].filter((layer) => layer.contract.allow !== undefined)) {
    report({ place, path: "allow", message: `${place} sets allow, which only the ${ORGANIZATION} can set.` });
  }
  const profile = baseProfile(named, layers, report);
  const explicit = without(over(file.contract, own.contract), ["profile", "allow"]);
  const stack = over(profile === undefined ? {} : baseContract(profile, organization), explicit);
  const { contract, overrides } = lock(stack, explicit, organization.contract);
  for (const override of overrides) {
    reportOverride(hasPath(own.contract, override.path) ? CONTRACT : file.place, override, report);
  }
  reportContradictions([file, own, organization, { place: "the contract in force", contract }], report);
  return { ...without(contract, ["profile", "allow"]), ...(profile && { profile }) };
}

/** True where a contract sets what is at a path, or something around it. */
function hasPath(contract: Contract, path: string): boolean {
  const found = path
    .split(".")
    .reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), contract);
  return found !== undefined;
}

function without(contract: Contract, keys: readonly (keyof Contract)[]): Contract {
  return Object.fromEntries(Object.entries(contract).filter(([key]) => !keys.some((left) => left === key)));
}
