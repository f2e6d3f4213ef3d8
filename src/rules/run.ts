import type { Contract } from "../contract/schema";
import type { Resource } from "../graph/resource";
import { findExemption, type FoundExemption } from "../contract/exemptions";
import { isEmulated } from "../aws/identity/account";
import { hasNativeView } from "../aws/native/views";
import { keysOf, overlaps } from "../graph/path";
import type { View } from "../graph/view";
import { UNKNOWN } from "../graph/value";
import type { ProjectFiles } from "../source/project-files";
import { languageOf, messageIn, pathIn, type Language } from "./language";
import { grouped, STACK_TYPE, type Stack } from "../graph/stack";
import { isDecidedByPackage } from "./ownership";
import {
  isRequiredByContract,
  servesFramework,
  SEVERITIES,
  type Context,
  type Finding,
  type Level,
  type Rule,
} from "./rule";
import type { SetLevels } from "./levels";
import { atLocations, type Location } from "./locations";
import type { Outcome, Result, RunContext } from "./outcome";
import { checkNative, checkNativeOnStack, checksNativeOnStack, readsNative } from "./native";
import { withoutSuperseded } from "./superseding";
import { withSecondRun } from "./two-runs";

export type { Fix, Outcome, Result, RunContext, Undecided } from "./outcome";

function joined(path: string, property: string | undefined): string {
  return property === undefined ? path : path === "" ? property : `${path}.${property}`;
}

/** The level of this rule's findings under a contract and the levels that are set; absent where the rule is silent. */
export function levelUnder(rule: Rule, contract: Contract, levels?: SetLevels): Level | undefined {
  const own = ownLevelUnder(rule, contract);
  const set = levels?.get(rule.id);
  return own === undefined || set === "disabled" ? undefined : (set ?? own);
}

function ownLevelUnder(rule: Rule, contract: Contract): Level | undefined {
  if (servesFramework(rule, contract)) {
    return "mandatory";
  }
  switch (rule.level) {
    case "only-if-required":
      return isRequiredByContract(rule, contract) ? "mandatory" : undefined;
    case "advisory-unless-required":
      return isRequiredByContract(rule, contract) ? "mandatory" : "advisory";
    default:
      return rule.level;
  }
}

interface Evaluation {
  /** The resource of a finding without a location. */
  fallback?: Resource | undefined;
  /** True where it is too late to stop what a finding is about. */
  late?: boolean;
}

/** How each rule reports in a run, which is the same for every resource. */
const reportingInRuns = new WeakMap<RunContext, WeakMap<Rule, RuleReporting>>();

function reportingOf(rule: Rule, runContext: RunContext): RuleReporting {
  let ofRules = reportingInRuns.get(runContext);
  if (!ofRules) {
    ofRules = new WeakMap();
    reportingInRuns.set(runContext, ofRules);
  }
  let reporting = ofRules.get(rule);
  if (!reporting) {
    const { contract, levels, project } = runContext;
    reporting = {
      registered: levelUnder(rule, contract, levels),
      isLowered: levels?.get(rule.id) === "advisory",
      language: languageOf(project.files?.settings?.runtime),
      files: project.files,
      isRequired: isRequiredByContract(rule, contract),
      servesFramework: servesFramework(rule, contract),
    };
    ofRules.set(rule, reporting);
  }
  return reporting;
}

/** The context of a rule's checks, and the outcome that they fill; absent where the rule is silent. */
function prepare(
  rule: Rule,
  runContext: RunContext,
  { fallback, late = false }: Evaluation,
): { context: Context; outcome: Outcome } | undefined {
  const ofRule = reportingOf(rule, runContext);
  const { registered } = ofRule;
  if (registered === undefined) {
    return undefined;
  }
  const outcome: Outcome = { results: [], undecided: [] };
  const report = (finding: Finding): void => {
    outcome.results.push(...toResults(rule, { at: fallback, ...finding }, { ...ofRule, registered, late }));
  };
  const undecided: Context["undecided"] = (at, property) => {
    const { urn, name, propertyDependencies, skipped } = at.resource;
    if (skipped) {
      return;
    }
    const path = joined(at.path, property);
    const from = propertyDependencies.get(at.property || (property ?? "").split(/[.[]/, 1).join("")) ?? [];
    outcome.undecided.push({ rule, urn, name, path, from: from.map((resource) => resource.name) });
  };
  const decide: Context["decide"] = (holds, finding) => {
    if (holds === UNKNOWN) {
      undecided(finding.at, finding.property);
    } else if (holds !== true) {
      report(finding);
    }
  };
  const context: Context = {
    ...runContext,
    servesFramework: ofRule.servesFramework,
    report,
    undecided,
    decide,
  };
  return { context, outcome };
}

type Check = (context: Context) => unknown;

function run(rule: Rule, runContext: RunContext, evaluation: Evaluation, check: Check): Outcome {
  const prepared = prepare(rule, runContext, evaluation);
  if (!prepared) {
    return { results: [], undecided: [] };
  }
  const { context, outcome } = prepared;
  const crash = crashOf(() => check(context));
  return crash === undefined ? outcome : { ...outcome, crash };
}

/** The error of a check that throws, or that returns a promise, whose findings would come too late. */
function crashOf(check: () => unknown): string | undefined {
  try {
    const returned = check();
    if (typeof (returned as { then?: unknown } | null | undefined)?.then === "function") {
      Promise.resolve(returned).catch(() => undefined); // a rejection that is not handled would end the process
      return "a promise, and a rule has to decide at once";
    }
    return undefined;
  } catch (error) {
    return describeError(error);
  }
}

// A package's component sets its parts' properties itself; tags reach them through the provider all the same, and no
// package has credentials of its own: where one comes from is for the rule to decide.
function isOutOfReach({ category, basis }: Rule, { at, property }: Finding, files: ProjectFiles | undefined): boolean {
  return (
    at !== undefined &&
    joined(at.path, property) !== "" &&
    category !== "tagging" &&
    basis !== "credential" &&
    isDecidedByPackage(at, property, files)
  );
}

const LEVELS: readonly unknown[] = [undefined, "advisory", "mandatory"] satisfies (Level | undefined)[];

// The engine rejects a whole response for one finding with another level.
function isValid({ message, level }: { readonly [key in keyof Finding]: unknown }): boolean {
  return typeof message === "string" && message.trim() !== "" && LEVELS.includes(level);
}

/** How a rule reports, whatever it checks. */
interface RuleReporting {
  /** Absent where the rule is silent. */
  registered: Level | undefined;
  /** True where a configuration makes all findings of the rule advisory. */
  isLowered: boolean;
  language: Language;
  files: ProjectFiles | undefined;
  /** True where the contract requires the rule. */
  isRequired: boolean;
  /** True where the contract names a framework that the rule serves. */
  servesFramework: boolean;
}

interface Reporting extends RuleReporting {
  registered: Level;
  late: boolean;
}

/** The sentence that is added to a finding that can only fail while its resource is created. */
export const EXISTS_ALREADY = "The resource exists already, so this stops nothing now; it would fail in a new stack.";

/** Why a finding is advisory although its rule is mandatory: a sentence to add, or an empty one. */
function mitigation(rule: Rule, finding: Finding, { late, files }: Reporting): string | undefined {
  const { at, property, onlyAtCreation = false, restsOnComputedText = false } = finding;
  // What cannot be stopped any more, or cannot be fixed where it is, is reported and stops nothing.
  if ((late && restsOnComputedText) || isOutOfReach(rule, finding, files)) {
    return "";
  }
  if (at === undefined) {
    return undefined;
  }
  const { resource } = at;
  if (onlyAtCreation && resource.exists === true) {
    return EXISTS_ALREADY;
  }
  // A change that the engine ignores never reaches AWS; a new resource is created as the program has it.
  if (resource.exists !== false && isIgnored(resource, joined(at.path, property))) {
    return "Changes of it are ignored (`ignoreChanges`), so the deployed value may differ.";
  }
  return isEmulated(resource) ? "" : undefined;
}

/** True where `ignoreChanges` names the property, one around it, or one below it. */
function isIgnored({ ignoreChanges }: Resource, path: string): boolean {
  const keys = path === "" ? [] : (keysOf(path) ?? []);
  return (
    keys.length > 0 &&
    ignoreChanges.some((other) => other === "*" || overlaps(keys.map(String), (keysOf(other) ?? [other]).map(String)))
  );
}

/** A finding as results: more than one where its level differs between its locations. */
/** A path in the program's language; names inside a document are the same in every language. */
function codePathOf(at: View | undefined, property: string | undefined, language: Language): string {
  const path = joined(at?.path ?? "", property);
  const own = at?.isInDocument === true ? at.property : path;
  return pathIn(own, language) + path.slice(own.length);
}

/** True where an emulator creates the resource, and the finding is about more than what AWS accepts. */
function isOfEmulator({ category }: Rule, view: View | undefined, { isRequired }: Reporting): boolean {
  return view !== undefined && category !== "validity" && !isRequired && isEmulated(view.resource);
}

/** About how a program is written, which what was found in an account has none of. */
const ABOUT_PROGRAMS: ReadonlySet<Rule["category"]> = new Set(["ordering", "project"]);

/**
 * True for a resource that was found in an account, where AWS has accepted what it holds, and no program creates it. What
 * the contract requires holds there too.
 */
const isHeldByAws = (
  { basis, category }: Rule,
  view: View | undefined,
  { onlyAtCreation }: Finding,
  { isRequired }: Reporting,
): boolean =>
  view?.resource.discovered === true &&
  ((basis === "aws-rejects" && !isRequired) || onlyAtCreation === true || ABOUT_PROGRAMS.has(category));

function toResults(rule: Rule, finding: Finding, reporting: Reporting): Result[] {
  if (!isValid(finding)) {
    throw new TypeError("a finding without a message, or with a level that does not exist");
  }
  const { at, alsoAt = [], property, missingDependencies } = finding;
  const level = reporting.isLowered ? "advisory" : (finding.level ?? reporting.registered);
  const patch = finding.fix ?? finding.fixWhenNew;
  const written = messageIn(finding.message, at?.isInDocument === true ? "json" : reporting.language);
  const rejected = finding.awsError === undefined ? "" : `AWS rejects this with: "${finding.awsError}".`;
  const { constraint } = finding;
  const read = constraint && `(${constraint.id}, as of ${constraint.date}.)`;
  const located = (view: View): Location => {
    const { urn, name, type } = view.resource;
    return { urn, name, type, path: joined(view.path, property) };
  };
  const views = [at, ...alsoAt].filter(
    (view) =>
      view?.resource.skipped !== true &&
      !isOfEmulator(rule, view, reporting) &&
      !isHeldByAws(rule, view, finding, reporting),
  );
  const mitigations = grouped<string | undefined, View | undefined>(views, (view) => [
    level === "mandatory" ? mitigation(rule, { ...finding, at: view }, reporting) : undefined,
  ]);
  return [...mitigations].map(([mitigated, [first, ...others]]): Result => ({
    rule,
    level: mitigated === undefined ? level : "advisory",
    message: [written, rejected, read ?? "", mitigated ?? ""].filter((part) => part !== "").join(" "),
    path: joined("", property),
    codePath: codePathOf(at, property, reporting.language),
    ...(first && located(first)),
    ...(others.length > 0 && { alsoAt: others.flatMap((view) => (view ? [located(view)] : [])) }),
    ...(constraint && { constraint }),
    ...(missingDependencies && { missingDependencies: missingDependencies.map(({ urn }) => urn) }),
    ...(at && first === at && patch && { fix: { at: at.path, patch, whenNew: finding.fix === undefined } }),
  }));
}

/** The kind and location of an error; its message is left out, since it may quote a value. */
export function describeError(error: unknown): string {
  try {
    if (error instanceof Error) {
      const location = locationOfThrow(error.stack ?? "");
      const kind = /^\w+$/.test(error.name) ? error.name : "Error";
      return location === undefined ? kind : `${kind} at ${location}`;
    }
  } catch {
    return "an error that cannot be read";
  }
  return "a thrown value that is not an error";
}

/** The first location of a trace in a rule or in what rules use; else the first outside of packages, with its folder. */
function locationOfThrow(trace: string): string | undefined {
  const locations = trace.split("\n").flatMap((line) => {
    const [, location] = /^ +at (?:[^(]*\()?([^()]+:\d+):\d+\)?$/.exec(line) ?? [];
    return location === undefined ? [] : [location.replaceAll("\\", "/")];
  });
  const ours = locations.flatMap((location) => {
    const [, found] =
      /\/((?:policies|src\/(?:graph|aws|constraints|contract|source))\/[\w./-]+:\d+)$/.exec(location) ?? [];
    return found === undefined ? [] : [found];
  });
  const others = locations.filter((location) => location.includes("/") && !/^node:|\/node_modules\//.test(location));
  return ours[0] ?? others[0]?.split("/").slice(-2).join("/");
}

/** True when the rule has a check for one resource of this type. */
export function appliesTo(rule: Rule, type: string): boolean {
  const { resource } = rule;
  return (
    resource !== undefined &&
    (resource.types?.includes(type) ??
      (type.startsWith("aws:") || (resource.everyProvider === true && type !== STACK_TYPE)))
  );
}

const isChecked = ({ external, skipped }: Resource): boolean => !external && !skipped;

/** Runs a rule on one resource. Never throws. */
export function checkResource(rule: Rule, resource: Resource, runContext: RunContext): Outcome {
  return run(rule, runContext, {}, (context) => rule.resource?.check(resource, context));
}

/** Runs a rule on a resource of aws-native, as far as it shows as one of @pulumi/aws. Never throws. */
export const checkNativeResource = (rule: Rule, resource: Resource, runContext: RunContext): Outcome =>
  joinedOutcome(
    readsNative(rule)
      ? checkNative(rule, resource, runContext, { onResource: checkResource, onStack: checkStack })
      : [],
  );

function joinedOutcome(outcomes: readonly Outcome[]): Outcome {
  const { crash } = outcomes.find((outcome) => outcome.crash !== undefined) ?? {};
  return {
    results: outcomes.flatMap(({ results }) => results),
    undecided: outcomes.flatMap(({ undecided }) => undecided),
    ...(crash !== undefined && { crash }),
  };
}

function findNative({ resources }: Stack): Resource[] {
  return resources.filter((resource) => hasNativeView(resource.type) && isChecked(resource));
}

/** Runs a rule on the whole stack. Never throws. */
export function checkStack(rule: Rule, stack: Stack, runContext: RunContext): Outcome {
  const evaluation = { fallback: stack.root, late: runContext.project.deploying };
  const outcome = run(rule, runContext, evaluation, (context) => rule.stack?.(stack, context));
  const native = checksNativeOnStack(rule)
    ? stack
        .once(findNative)
        .flatMap((resource) =>
          checkNativeOnStack(rule, resource, runContext, { onResource: checkResource, onStack: checkStack }),
        )
    : [];
  return native.length === 0 ? outcome : joinedOutcome([outcome, ...native]);
}

/** Runs a rule on the contract and the project. Never throws. */
export function checkRoot(rule: Rule, runContext: RunContext, root?: Resource): Outcome {
  return run(rule, runContext, { fallback: root }, (context) => rule.root?.(context));
}

// The worst first, then by location, so that the same stack gives the same report in whatever order it was sent.
function weightOf({ level, rule, urn = "", path, message }: Result): string {
  return [level === "mandatory" ? 0 : 1, SEVERITIES.indexOf(rule.severity), urn, path, rule.id, message].join("\n");
}

function inOrder(results: readonly Result[]): Result[] {
  const weights = new Map(results.map((result) => [result, weightOf(result)]));
  const weight = (result: Result): string => weights.get(result) ?? "";
  return [...results].sort((left, right) => (weight(left) < weight(right) ? -1 : weight(left) > weight(right) ? 1 : 0));
}

/** How many of a finding's further resources its message names. */
const NAMED = 10;

/** A sentence that names the further locations of a finding, if any. */
function alsoSentence({ name, path, alsoAt = [] }: Result): string {
  const others = alsoAt.map((other) => (other.path === path ? other.name : `${other.name} (${other.path})`));
  const names = [...new Set(others)].filter((other) => other !== name);
  if (names.length === 0) {
    return "";
  }
  const left = names.length - NAMED;
  const shown = left > 0 ? [...names.slice(0, NAMED), `${String(left)} more`] : names;
  const list = shown.length === 1 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
  return ` The same applies to ${list}.`;
}

/** The findings as they count: exempted ones lowered, with their reason and end; in a fixed order. */
export function settle(results: readonly Result[], { contract, day, project }: RunContext): Result[] {
  const exemptions = contract.exemptions ?? [];
  const exemptionOf = (ids: readonly string[], location: Location | undefined): FoundExemption | undefined => {
    const found = findExemption(exemptions, ids, location, day, project.stack);
    // A finding on the stack as a whole matches the stack's own name too.
    return (
      found ??
      (location?.type === STACK_TYPE ? findExemption(exemptions, ids, undefined, day, project.stack) : undefined)
    );
  };
  const settled = results.flatMap((result): Result[] => {
    const { urn, name, type = "", path, alsoAt = [] } = result;
    const own = urn === undefined || name === undefined ? [] : [{ urn, name, type, path }];
    const ids = [result.rule.id, ...(result.constraint ? [result.constraint.id] : [])];
    const found = new Map([undefined, ...own, ...alsoAt].map((one) => [one, exemptionOf(ids, one)]));
    const groups = grouped([...own, ...alsoAt], (location) => [found.get(location)?.exemption]);
    if (groups.size === 0) {
      return [withExemption(result, found.get(undefined))];
    }
    return [...groups.values()].map((locations) =>
      withExemption(atLocations(result, locations), found.get(locations[0])),
    );
  });
  return inOrder(settled);
}

function withExemption(result: Result, found: FoundExemption | undefined): Result {
  const message = result.message + alsoSentence(result);
  if (!found) {
    return { ...result, message };
  }
  const { reason, until } = found.exemption;
  return found.state === "active"
    ? { ...result, exemption: found, level: "advisory", message: `${message} (exempted until ${until}: ${reason})` }
    : { ...result, exemption: found, message: `${message} (the exemption for it ended on ${until})` };
}

/** The resources that the rule has a check for. */
function concernedBy(rule: Rule, stack: Stack): readonly Resource[] {
  const types = rule.resource?.types;
  if (types !== undefined) {
    return stack.ofType(...types);
  }
  return rule.resource ? stack.resources.filter(({ type }) => appliesTo(rule, type)) : [];
}

/** Runs all checks of a rule over a whole stack. Never throws. */
export function checkRule(
  rule: Rule,
  stack: Stack,
  runContext: RunContext,
): Omit<Outcome, "crash"> & { crashes: string[] } {
  const crashes: string[] = [];
  const outcomes: Outcome[] = [];
  const add = (outcome: Outcome, where: string): void => {
    outcomes.push(outcome);
    if (outcome.crash !== undefined) {
      crashes.push(crashMessage(rule, where, outcome.crash));
    }
  };
  if (rule.root) {
    add(checkRoot(rule, runContext, stack.root), "the project");
  }
  const concerned = concernedBy(rule, stack).filter(isChecked);
  const prepared = concerned.length > 0 ? prepare(rule, runContext, {}) : undefined;
  if (prepared) {
    outcomes.push(prepared.outcome);
    for (const resource of concerned) {
      const crash = crashOf(() => rule.resource?.check(resource, prepared.context));
      if (crash !== undefined) {
        crashes.push(crashMessage(rule, resource.name, crash));
      }
    }
  }
  const native = stack.once(findNative);
  for (const resource of native.length > 0 && readsNative(rule) ? native : []) {
    add(checkNativeResource(rule, resource, runContext), resource.name);
  }
  if (rule.stack) {
    add(checkStack(rule, stack, runContext), "the stack");
  }
  return {
    results: outcomes.flatMap(({ results }) => results),
    undecided: outcomes.flatMap(({ undecided }) => undecided),
    crashes,
  };
}

/** From this many resources on, what rules remember of a stack would need more memory than the stack itself. */
const FEWEST_FORGOTTEN = 20_000;

/**
 * Runs rules over a whole stack, each on what it is for. Never throws.
 * @param madeUp the same stack with likely values for those that AWS computes: its findings come beside the others
 */
export function checkAll(
  rules: readonly Rule[],
  stack: Stack,
  runContext: RunContext,
  madeUp?: Stack,
): Omit<Outcome, "crash"> & { crashes: string[] } {
  const outcomes = rules.map((rule) => {
    const first = checkRule(rule, stack, runContext);
    const outcome = madeUp === undefined ? first : withSecondRun(first, checkRule(rule, madeUp, runContext), madeUp);
    if (stack.resources.length >= FEWEST_FORGOTTEN) {
      stack.forget();
      madeUp?.forget();
    }
    return outcome;
  });
  const results = outcomes.flatMap((outcome) => outcome.results);
  return {
    results: settle(withoutSuperseded(results), runContext),
    undecided: outcomes.flatMap(({ undecided }) => undecided),
    crashes: outcomes.flatMap(({ crashes }) => crashes),
  };
}

const LONGEST_LOCATION = 200;

/** What the rule `preflight` reports about a rule that crashed. */
export function crashMessage(rule: Rule, where: string, crash: string): string {
  const location = where.length > LONGEST_LOCATION ? `${where.slice(0, LONGEST_LOCATION)}…` : where;
  return (
    `the rule ${rule.id} crashed while it checked ${location} (${crash}), so it decided nothing there; ` +
    "please report this with the program that shows it."
  );
}
