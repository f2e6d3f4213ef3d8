import { CATEGORIES, type Category, type Level, type Rule } from "../../policies/rule";
import type { Result } from "../../policies/run";
import type { Report, ReportedResource, SourcePosition } from "../report";

/** A finding as the page shows it. */
export interface Finding extends Result {
  /** The fragment that it is linked by. */
  id: string;
  /** A short key of its resource. */
  place: string;
  /** True where an exemption that still holds meets it. */
  setAside: boolean;
  source?: SourcePosition;
}

/** The findings of one rule: they share the why and the mend. */
export interface RuleFindings {
  rule: Rule;
  findings: Finding[];
}

/** A resource with findings, or the stack as a whole. */
export interface Place {
  key: string;
  name: string;
  type: string;
  findings: Finding[];
}

/** A report, numbered and grouped. */
export interface Digest {
  report: Report;
  /** In the report's order. */
  findings: Finding[];
  /** In the order of their first finding. */
  groups: RuleFindings[];
  /** By URN; what has none is the stack as a whole, under "". */
  places: Map<string, Place>;
}

/** `rds Instance` for `aws:rds/instance:Instance`. */
export function shortType(type: string): string {
  const [provider = "", module = "", name = ""] = type.split(":");
  const group = module.split("/", 1)[0] ?? "";
  const before = provider === "aws" ? group : group === "" || group === "index" ? provider : `${provider} ${group}`;
  return `${before} ${name}`.trim();
}

/** Counts by what `key` tells. */
export function count<T, K>(things: readonly T[], key: (thing: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const thing of things) {
    counts.set(key(thing), (counts.get(key(thing)) ?? 0) + 1);
  }
  return counts;
}

/** Every category that has findings, in the catalogue's order. */
export function categoriesOf(findings: readonly Finding[]): Category[] {
  const present = new Set(findings.map(({ rule }) => rule.category));
  return CATEGORIES.filter((category) => present.has(category));
}

/** The worse of what the findings are; undefined where there are none but exempted ones. */
export function worstLevel(findings: readonly Finding[]): Level | undefined {
  const open = findings.filter(({ setAside }) => !setAside);
  return open.some(({ level }) => level === "mandatory") ? "mandatory" : open[0]?.level;
}

export function digest(report: Report): Digest {
  const resources = new Map<string, ReportedResource>(report.resources.map((resource) => [resource.urn, resource]));
  const places = new Map<string, Place>();
  const groups = new Map<string, RuleFindings>();
  const findings = report.results.map((result, index): Finding => {
    const { urn = "", rule, name = "the stack", type = "" } = result;
    const place: Place = places.get(urn) ?? { key: `r${String(places.size + 1)}`, name, type, findings: [] };
    const group: RuleFindings = groups.get(rule.id) ?? { rule, findings: [] };
    const source = resources.get(urn)?.source;
    const finding: Finding = {
      ...result,
      id: `f${String(index + 1)}`,
      place: place.key,
      setAside: result.exemption?.state === "active",
      ...(source && { source }),
    };
    place.findings.push(finding);
    group.findings.push(finding);
    places.set(urn, place);
    groups.set(rule.id, group);
    return finding;
  });
  return { report, findings, groups: [...groups.values()], places };
}
