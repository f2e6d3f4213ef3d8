// What a stack means for each control of a framework.
import { frameworkTable, type Framework, type FrameworkControl } from "../aws/frameworks";
import type { Resource } from "../graph/resource";
import type { Stack } from "../graph/stack";
import { known } from "../graph/value";
import { decidersOf, typesOf } from "../rules/frameworks";
import type { Rule } from "../rules/rule";
import type { Result, Undecided } from "../rules/run";

/** What can become of a control; of several parts of one, the first of these counts. */
export const STATUSES = [
  "fail",
  "undecided",
  "exempted",
  "pass",
  "not applicable",
  "not decidable",
  "no rule",
] as const;
export type Status = (typeof STATUSES)[number];

/** Where a control fails, is exempted or could not be decided. */
export interface Evidence {
  rule: string;
  name?: string;
  type?: string;
  urn?: string;
  path?: string;
  message: string;
  exemption?: { reason: string; until: string };
}

/** What became of one control. */
export interface ControlOutcome {
  reference: string;
  title: string;
  severity?: string;
  status: Status;
  /** The ids of the rules that checked it. */
  rules: readonly string[];
  /** Why it is not decided, or what of it is not. */
  reason?: string;
  evidence: readonly Evidence[];
}

/** What became of all controls of a framework. */
export interface Compliance {
  framework: Framework;
  title: string;
  version: string;
  /** Where the list of controls comes from, and the day of that. */
  source: string;
  date: string;
  controls: readonly ControlOutcome[];
}

/** What the rules reported on a stack. */
export interface Checked {
  stack: Stack;
  rules: readonly Rule[];
  results: readonly Result[];
  undecided: readonly Undecided[];
  crashes: readonly string[];
}

/** What became of one control of AWS FSBP, or of the part of a control that its own rules decide. */
interface Part {
  status: Status;
  rules: readonly string[];
  evidence: readonly Evidence[];
}

const worst = (statuses: readonly Status[]): Status =>
  STATUSES.find((status) => statuses.includes(status)) ?? "not applicable";

/** The controls of a framework as the outcome of a check. */
export function complianceOf(framework: Framework, checked: Checked): Compliance {
  const { title, version, source, date, controls } = frameworkTable(framework);
  const decide = deciderOn(checked);
  return {
    framework,
    title,
    version,
    source,
    date,
    controls: Object.entries(controls).map(([reference, control]) => outcome(reference, control, decide)),
  };
}

function outcome(
  reference: string,
  control: FrameworkControl,
  decide: (decider: FrameworkControl) => Part,
): ControlOutcome {
  const parts = decidersOf(control).map((decider) => ({ decider, ...decide(decider) }));
  const status = worst(parts.map((part) => part.status));
  const open = parts.filter((part) => part.status === "not decidable" || part.status === "no rule");
  const reason = reasonOf(
    status,
    open.map(({ decider }) => decider),
  );
  return {
    reference,
    title: control.title,
    ...(control.severity !== undefined && { severity: control.severity }),
    status,
    rules: [...new Set(parts.flatMap(({ rules }) => rules))],
    ...(reason !== undefined && { reason }),
    evidence: parts.flatMap(({ evidence }) => evidence),
  };
}

/** Why nothing was decided, or what of the control was not. */
function reasonOf(status: Status, open: readonly FrameworkControl[]): string | undefined {
  if (open.length === 0) {
    return undefined;
  }
  if (status === "not decidable") {
    return [...new Set(open.flatMap(({ undecidable = [] }) => undecidable))].join("; ");
  }
  return status === "no rule"
    ? "no rule of this run checks it"
    : `not checked: ${[...new Set(open.map(({ title }) => title))].join("; ")}`;
}

/** Decides controls from what the rules reported. */
function deciderOn({ stack, rules, results, undecided, crashes }: Checked): (control: FrameworkControl) => Part {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const byUrn = new Map(stack.resources.map((resource) => [resource.urn, resource]));
  const findings = byRule(results.flatMap(evidenceOf));
  const open = byRule(undecided.map(openEvidence));
  const crashed = byRule(
    crashes.flatMap((message) => {
      const [, rule] = /^the rule ([\w-]+) crashed/.exec(message) ?? [];
      return rule === undefined ? [] : [{ rule, message: "the rule crashed" }];
    }),
  );
  return (control) => {
    const own = (control.rules ?? []).flatMap((id) => byId.get(id) ?? []);
    const ids = own.map(({ id }) => id);
    const among = (index: ReadonlyMap<string, readonly Evidence[]>): Evidence[] =>
      ids.flatMap((id) => index.get(id) ?? []).filter(({ urn }) => isConcerned(control, byUrn.get(urn ?? "")));
    const types = control.types ?? control.about ?? own.flatMap(typesOf);
    const isDeclared = stack
      .ofType(...types)
      .some((resource) => !resource.external && !resource.skipped && isConcerned(control, resource));
    const found = among(findings);
    const failing = found.filter(({ exemption }) => exemption === undefined);
    const undecidedHere = [...among(open), ...among(crashed)];
    const evidence = failing.length > 0 ? found : undecidedHere.length > 0 ? undecidedHere : found;
    return { rules: ids, evidence, status: statusOf() };

    function statusOf(): Status {
      if (failing.length > 0) {
        return "fail";
      }
      if (undecidedHere.length > 0) {
        return "undecided";
      }
      if (found.length > 0) {
        return "exempted";
      }
      if (isDeclared && own.length > 0) {
        return "pass";
      }
      return control.undecidable !== undefined ? "not decidable" : own.length > 0 ? "not applicable" : "no rule";
    }
  };
}

/** True where a control is about a resource, by its type and by the values that it names. */
function isConcerned({ types, when = {} }: FrameworkControl, resource: Resource | undefined): boolean {
  if (resource === undefined) {
    return true;
  }
  const hasValue = ([property, values]: [string, readonly string[]]): boolean => {
    const value = resource.str(property);
    return !known(value) || values.includes(value);
  };
  return types?.includes(resource.type) !== false && Object.entries(when).every(hasValue);
}

function byRule(evidence: readonly Evidence[]): Map<string, Evidence[]> {
  const index = new Map<string, Evidence[]>();
  for (const one of evidence) {
    index.set(one.rule, [...(index.get(one.rule) ?? []), one]);
  }
  return index;
}

/** A finding at each of its locations. */
function evidenceOf({ rule, message, path, urn, name, type, alsoAt = [], exemption }: Result): Evidence[] {
  const holds = exemption?.state === "active" ? exemption.exemption : undefined;
  const shared = {
    rule: rule.id,
    message,
    ...(holds && { exemption: { reason: holds.reason, until: holds.until } }),
  };
  const located = (at: { urn: string; name: string; type: string; path: string }): Evidence => ({
    ...shared,
    urn: at.urn,
    name: at.name,
    type: at.type,
    ...(at.path !== "" && { path: at.path }),
  });
  return urn === undefined || name === undefined
    ? [shared]
    : [{ urn, name, type: type ?? "", path }, ...alsoAt].map(located);
}

function openEvidence({ rule, urn, name, path, from }: Undecided): Evidence {
  const when =
    from.length === 0 ? "" : `: it is known once ${from.join(", ")} ${from.length === 1 ? "exists" : "exist"}`;
  return {
    rule: rule.id,
    urn,
    name,
    ...(path !== "" && { path }),
    message: `${path === "" ? "What decides it" : path} is not known yet${when}`,
  };
}

/** How many controls have each status, in the order of `STATUSES`; those that none has are left out. */
export function totals({ controls }: Pick<Compliance, "controls">): [Status, number][] {
  return STATUSES.map((status): [Status, number] => [
    status,
    controls.filter((control) => control.status === status).length,
  ]).filter(([, count]) => count > 0);
}

/** True where a control of any of these frameworks fails. */
export const failsControl = (compliance: readonly Compliance[]): boolean =>
  compliance.some(({ controls }) => controls.some(({ status }) => status === "fail"));

/** The compliance of several stacks as that of all of them. */
export function mergedCompliance(all: readonly (readonly Compliance[])[]): Compliance[] {
  const [first = []] = all;
  return first.map((compliance, index) => ({
    ...compliance,
    controls: compliance.controls.map((control, position) => {
      const same = all.flatMap((one) => one[index]?.controls[position] ?? []);
      const status = worst(same.map((one) => one.status));
      const { reason, ...rest } = same.find((one) => one.status === status) ?? control;
      return {
        ...rest,
        ...(reason !== undefined && { reason }),
        evidence: same.filter((one) => one.status === status).flatMap(({ evidence }) => evidence),
      };
    }),
  }));
}
