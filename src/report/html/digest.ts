import { CATEGORIES, type Category, type Level, type Rule } from "../../rules/rule";
import type { Result } from "../../rules/run";
import type { Report, ReportedResource, SourcePosition } from "../report";

/** A finding as the page shows it. */
export interface ShownFinding extends Result {
  /** The fragment that it is linked by. */
  id: string;
  /** A short key of its resource. */
  resourceKey: string;
  /** True where an exemption that still holds meets it. */
  isExempt: boolean;
  source?: SourcePosition;
}

/** The findings of one rule: they share the reason and the fix. */
export interface RuleFindings {
  rule: Rule;
  findings: ShownFinding[];
}

/** A resource with findings, or the stack as a whole. */
export interface FindingsOfResource {
  key: string;
  name: string;
  type: string;
  findings: ShownFinding[];
}

/** A report, numbered and grouped. */
export interface Digest {
  report: Report;
  /** In the report's order. */
  findings: ShownFinding[];
  /** In the order of their first finding. */
  groups: RuleFindings[];
  /** By URN; what has none is the stack as a whole, under "". */
  resources: Map<string, FindingsOfResource>;
}

/** `rds Instance` for `aws:rds/instance:Instance`. */
export function shortType(type: string): string {
  const [provider = "", module = "", name = ""] = type.split(":");
  const group = module.split("/", 1)[0] ?? "";
  const before = provider === "aws" ? group : group === "" || group === "index" ? provider : `${provider} ${group}`;
  return `${before} ${name}`.trim();
}

/** Counts by key. */
export function count<T, K>(things: readonly T[], key: (thing: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const thing of things) {
    counts.set(key(thing), (counts.get(key(thing)) ?? 0) + 1);
  }
  return counts;
}

/** Every category that has findings, in the catalogue's order. */
export function categoriesOf(findings: readonly ShownFinding[]): Category[] {
  const present = new Set(findings.map(({ rule }) => rule.category));
  return CATEGORIES.filter((category) => present.has(category));
}

/** The worse of what the findings are; undefined where there are none but exempted ones. */
export function worstLevel(findings: readonly ShownFinding[]): Level | undefined {
  const open = findings.filter(({ isExempt }) => !isExempt);
  return open.some(({ level }) => level === "mandatory") ? "mandatory" : open[0]?.level;
}

export function digest(report: Report): Digest {
  const resources = new Map<string, ReportedResource>(report.resources.map((resource) => [resource.urn, resource]));
  const found = new Map<string, FindingsOfResource>();
  const groups = new Map<string, RuleFindings>();
  const findings = report.results.map((result, index): ShownFinding => {
    const { urn = "", rule, name = "the stack", type = "" } = result;
    const one: FindingsOfResource = found.get(urn) ?? { key: `r${String(found.size + 1)}`, name, type, findings: [] };
    const group: RuleFindings = groups.get(rule.id) ?? { rule, findings: [] };
    const source = resources.get(urn)?.source;
    const finding: ShownFinding = {
      ...result,
      id: `f${String(index + 1)}`,
      resourceKey: one.key,
      isExempt: result.exemption?.state === "active",
      ...(source && { source }),
    };
    one.findings.push(finding);
    group.findings.push(finding);
    found.set(urn, one);
    groups.set(rule.id, group);
    return finding;
  });
  return { report, findings, groups: [...groups.values()], resources: found };
}
