import type { Contract } from "../contract/schema";
import type { Resource } from "../stack/resource";
import { findExemption, type FoundExemption } from "../contract/exemptions";
import { isMadeByPackage } from "../stack/components";
import type { PatchObject } from "../stack/merge-patch";
import { STACK_TYPE, type Stack } from "../stack/stack";
import { isAsked, SEVERITIES, type Context, type Finding, type Level, type Rule } from "./rule";

/** A finding with all that a report shows. */
export interface Result {
  rule: Rule;
  level: Level;
  message: string;
  /** The property path; empty for the resource itself. */
  path: string;
  urn?: string;
  name?: string;
  type?: string;
  /** The URNs of what it has to wait for and does not. */
  awaits?: readonly string[];
  /** The exemption that meets it: one that holds makes it advisory, one that has ended changes nothing. */
  exemption?: FoundExemption;
  /** What mends it. */
  mend?: Mend;
}

/** A change of a resource's inputs. */
export interface Mend {
  /** The path below which the patch is made; empty for the resource itself. */
  at: string;
  patch: PatchObject;
  /** True for one that is right only for a resource that does not exist yet. */
  whenNew: boolean;
}

/** A check that preview could not decide. */
export interface Undecided {
  rule: Rule;
  urn: string;
  name: string;
  path: string;
  /** The names of the resources that its value comes from: it is known once they exist. */
  from: readonly string[];
}

/** What came of a rule: findings, undecided checks, and the error where it failed inside. */
export interface Outcome {
  results: Result[];
  undecided: Undecided[];
  /** The error's kind and place, for the one advisory line that the rule `preflight` makes of it. */
  fault?: string;
}

/** All that a check gets but the two functions, which belong to the run. */
export type Circumstances = Omit<Context, "report" | "undecided">;

function joined(path: string, property: string | undefined): string {
  return property === undefined ? path : path === "" ? property : `${path}.${property}`;
}

/** The level of this rule's findings under a contract; absent when the rule has nothing to say there. */
export function levelUnder(rule: Rule, contract: Contract): Level | undefined {
  switch (rule.level) {
    case "contract":
      return isAsked(rule, contract) ? "mandatory" : undefined;
    case "raised-by-contract":
      return isAsked(rule, contract) ? "mandatory" : "advisory";
    default:
      return rule.level;
  }
}

interface Asked {
  /** Where a finding lies that names no place. */
  fallback?: Resource | undefined;
  /** True where it is too late to stop what a finding is about. */
  late?: boolean;
}

/** What a rule's checks report to, and what has come of them so far; absent when it has nothing to say there. */
function begin(
  rule: Rule,
  circumstances: Circumstances,
  { fallback, late = false }: Asked,
): { context: Context; outcome: Outcome } | undefined {
  const level = levelUnder(rule, circumstances.contract);
  if (level === undefined) {
    return undefined;
  }
  const outcome: Outcome = { results: [], undecided: [] };
  const context: Context = {
    ...circumstances,
    report: (finding) => outcome.results.push(toResult(rule, { at: fallback, ...finding }, level, late)),
    undecided: ({ resource: { urn, name, propertyDependencies }, path: place }, property) => {
      const path = joined(place, property);
      const from = propertyDependencies.get(path.split(/[.[]/, 1)[0] ?? "") ?? [];
      outcome.undecided.push({ rule, urn, name, path, from: from.map((resource) => resource.name) });
    },
  };
  return { context, outcome };
}

type Check = (context: Context) => unknown;

function run(rule: Rule, circumstances: Circumstances, asked: Asked, check: Check): Outcome {
  const begun = begin(rule, circumstances, asked);
  if (!begun) {
    return { results: [], undecided: [] };
  }
  const { context, outcome } = begun;
  const fault = faultOf(() => check(context));
  return fault === undefined ? outcome : { ...outcome, fault };
}

/** What goes wrong inside of a check: an error, or a promise, which would come too late. */
function faultOf(check: () => unknown): string | undefined {
  try {
    const answer = check();
    if (typeof (answer as { then?: unknown } | null | undefined)?.then === "function") {
      Promise.resolve(answer).catch(() => undefined); // nobody waits for it
      return "a promise, and a rule has to decide at once";
    }
    return undefined;
  } catch (error) {
    return describeFault(error);
  }
}

// A package's component sets its parts' properties itself; tags reach them through the provider all the same.
function isOutOfReach({ category }: Rule, { at, property }: Finding): boolean {
  return at !== undefined && isMadeByPackage(at.resource) && joined(at.path, property) !== "" && category !== "tagging";
}

const LEVELS: readonly unknown[] = [undefined, "advisory", "mandatory"] satisfies (Level | undefined)[];

// The engine refuses a whole answer for one finding with another level.
function isSayable({ message, level }: { readonly [key in keyof Finding]: unknown }): boolean {
  return typeof message === "string" && message.trim() !== "" && LEVELS.includes(level);
}

function toResult(rule: Rule, finding: Finding, registered: Level, late: boolean): Result {
  if (!isSayable(finding)) {
    throw new TypeError("a finding without a message, or with a level that there is not");
  }
  const { at, mend, mendWhenNew } = finding;
  const patch = mend ?? mendWhenNew;
  // What cannot be stopped any more, or cannot be mended where it is, is told and stops nothing.
  const idle = (late && finding.restsOnComputedText === true) || isOutOfReach(rule, finding);
  return {
    rule,
    level: idle ? "advisory" : (finding.level ?? registered),
    message:
      finding.answer === undefined ? finding.message : `${finding.message} AWS would answer: "${finding.answer}".`,
    path: joined(at?.path ?? "", finding.property),
    ...(finding.awaits && { awaits: finding.awaits.map(({ urn }) => urn) }),
    ...(at && { urn: at.resource.urn, name: at.resource.name, type: at.resource.type }),
    ...(at && patch && { mend: { at: at.path, patch, whenNew: mend === undefined } }),
  };
}

/** The kind and place of an error; its text is left out, since it may quote a value. */
export function describeFault(error: unknown): string {
  try {
    if (error instanceof Error) {
      const place = placeOfThrow(error.stack ?? "");
      const kind = /^\w+$/.test(error.name) ? error.name : "Error";
      return place === undefined ? kind : `${kind} at ${place}`;
    }
  } catch {
    return "an error that cannot be read";
  }
  return "a thrown value that is no error";
}

/** The first place of a trace in a rule or in what rules ask; else the first outside of packages, with its folder. */
function placeOfThrow(trace: string): string | undefined {
  const places = trace.split("\n").flatMap((line) => {
    const [, place] = /^ +at (?:[^(]*\()?([^()]+:\d+):\d+\)?$/.exec(line) ?? [];
    return place === undefined ? [] : [place.replaceAll("\\", "/")];
  });
  const ours = places.flatMap((place) => {
    const [, found] = /\/((?:policies|stack|contract|project|facts)\/[\w./-]+:\d+)$/.exec(place) ?? [];
    return found === undefined || found.startsWith("policies/run.") ? [] : [found];
  });
  const others = places.filter((place) => place.includes("/") && !/^node:|\/node_modules\//.test(place));
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

/** Runs a rule on one resource. Never throws. */
export function checkResource(rule: Rule, resource: Resource, circumstances: Circumstances): Outcome {
  return run(rule, circumstances, {}, (context) => rule.resource?.check(resource, context));
}

/** Runs a rule on the whole stack. Never throws. */
export function checkStack(rule: Rule, stack: Stack, circumstances: Circumstances): Outcome {
  const asked = { fallback: stack.root, late: circumstances.project.deploying };
  return run(rule, circumstances, asked, (context) => rule.stack?.(stack, context));
}

/** Runs a rule on the contract and the project. Never throws. */
export function checkRoot(rule: Rule, circumstances: Circumstances, root?: Resource): Outcome {
  return run(rule, circumstances, { fallback: root }, (context) => rule.root?.(context));
}

// The worst first, then by place, so that the same stack gives the same report in whatever order it was sent.
function weightOf({ level, rule, urn = "", path, message }: Result): string {
  return [level === "mandatory" ? 0 : 1, SEVERITIES.indexOf(rule.severity), urn, path, rule.id, message].join("\n");
}

function inOrder(results: readonly Result[]): Result[] {
  const weights = new Map(results.map((result) => [result, weightOf(result)]));
  const weight = (result: Result): string => weights.get(result) ?? "";
  return [...results].sort((left, right) => (weight(left) < weight(right) ? -1 : weight(left) > weight(right) ? 1 : 0));
}

/** The findings as they count: exempted ones lowered, with their reason and end; in a fixed order. */
export function settle(results: readonly Result[], { contract, day, project }: Circumstances): Result[] {
  const exemptions = contract.exemptions ?? [];
  const exemptionOf = ({ rule, name, urn, type }: Result): FoundExemption | undefined => {
    const place = name === undefined || urn === undefined ? undefined : { name, urn };
    const found = findExemption(exemptions, rule.id, place, day, project.stack);
    // What concerns the stack as a whole goes by the stack's own name too.
    return (
      found ?? (type === STACK_TYPE ? findExemption(exemptions, rule.id, undefined, day, project.stack) : undefined)
    );
  };
  const settled = results.map((result): Result => {
    const found = exemptionOf(result);
    if (!found) {
      return result;
    }
    const { reason, until } = found.exemption;
    const exempted = { ...result, exemption: found };
    return found.state === "active"
      ? { ...exempted, level: "advisory", message: `${result.message} (exempted until ${until}: ${reason})` }
      : { ...exempted, message: `${result.message} (the exemption for it ended on ${until})` };
  });
  return inOrder(settled);
}

/** The resources that the rule has a check for. */
function concernedBy(rule: Rule, stack: Stack): readonly Resource[] {
  const types = rule.resource?.types;
  if (types !== undefined) {
    return stack.ofType(...types);
  }
  return rule.resource ? stack.resources.filter(({ type }) => appliesTo(rule, type)) : [];
}

/** Runs rules over a whole stack, each on what it is for. Never throws. */
export function checkAll(
  rules: readonly Rule[],
  stack: Stack,
  circumstances: Circumstances,
): Outcome & { faults: string[] } {
  const outcomes: Outcome[] = [];
  const faults: string[] = [];
  const note = (rule: Rule, outcome: Outcome, where: string): void => {
    outcomes.push(outcome);
    if (outcome.fault !== undefined) {
      faults.push(faultMessage(rule, where, outcome.fault));
    }
  };
  for (const rule of rules) {
    if (rule.root) {
      note(rule, checkRoot(rule, circumstances, stack.root), "the project");
    }
    const begun = rule.resource && begin(rule, circumstances, {});
    if (begun) {
      outcomes.push(begun.outcome);
      for (const resource of concernedBy(rule, stack).filter(({ outside }) => !outside)) {
        const fault = faultOf(() => rule.resource?.check(resource, begun.context));
        if (fault !== undefined) {
          faults.push(faultMessage(rule, resource.name, fault));
        }
      }
    }
    if (rule.stack) {
      note(rule, checkStack(rule, stack, circumstances), "the stack");
    }
  }
  return {
    results: settle(
      outcomes.flatMap(({ results }) => results),
      circumstances,
    ),
    undecided: outcomes.flatMap(({ undecided }) => undecided),
    faults,
  };
}

const LONGEST_PLACE = 200;

/** What the rule `preflight` says of a rule that failed inside. */
export function faultMessage(rule: Rule, where: string, fault: string): string {
  const place = where.length > LONGEST_PLACE ? `${where.slice(0, LONGEST_PLACE)}…` : where;
  return (
    `the rule ${rule.id} failed inside while it looked at ${place} (${fault}), so that it decided nothing there; ` +
    "please report this with the program that shows it."
  );
}
