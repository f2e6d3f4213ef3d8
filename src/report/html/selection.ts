import { STACK_TYPE } from "../../graph/stack";
import type { ReportedResource } from "../report";
import type { Digest } from "./digest";

/** As many as are laid out in well under a second, and as can be looked at. */
export const MOST_DRAWN = 120;
const STEPS_AROUND = 2;

/** What of the stack's graph is drawn. */
export interface Selection {
  /** By URN, in the report's order. */
  drawn: Map<string, ReportedResource>;
  /** For each of the drawn, the drawn that it waits for; those that follow from others are left out. */
  edges: Map<string, string[]>;
  /** How many are not drawn, with findings and without. */
  left: { withFindings: number; withoutFindings: number };
}

type Graph = ReadonlyMap<string, readonly string[]>;

/** Components that only hold others are named on their parts instead. */
function worthDrawing({ report, resources: reported }: Digest): ReportedResource[] {
  const holders = new Set(report.resources.map(({ parent }) => parent));
  return report.resources.filter(({ urn, type, dependencies }) => {
    if (type === STACK_TYPE) {
      return false;
    }
    const onlyHolds = holders.has(urn) && !type.startsWith("aws:") && dependencies.length === 0;
    return reported.has(urn) || !(onlyHolds || type.startsWith("pulumi:providers:"));
  });
}

/** What concerns the relations between resources is drawn first, then the worst. */
function byUrgency({ findings }: Digest): string[] {
  const isRelation = (category: string): boolean => category === "network" || category === "ordering";
  const urns = (relation: boolean): string[] =>
    findings
      .filter(
        ({ rule, missingDependencies: awaits }) => (isRelation(rule.category) || awaits !== undefined) === relation,
      )
      .flatMap(({ urn = "", missingDependencies: awaits = [] }) => [urn, ...awaits]);
  return [...urns(true), ...urns(false)];
}

function chosen(candidates: ReadonlySet<string>, urgent: readonly string[], waitsFor: Graph): Set<string> {
  if (candidates.size <= MOST_DRAWN) {
    return new Set(candidates);
  }
  const neighbours = new Map<string, string[]>();
  for (const [urn, others] of waitsFor) {
    for (const other of others) {
      neighbours.set(urn, [...(neighbours.get(urn) ?? []), other]);
      neighbours.set(other, [...(neighbours.get(other) ?? []), urn]);
    }
  }
  const taken = new Set<string>();
  let next = urgent;
  for (let step = 0; step <= STEPS_AROUND; step++) {
    for (const urn of next) {
      if (candidates.has(urn) && taken.size < MOST_DRAWN) {
        taken.add(urn);
      }
    }
    next = [...taken].flatMap((urn) => neighbours.get(urn) ?? []);
  }
  return taken;
}

/** The nearest of `drawn` that `from` waits for, also by way of others that are not drawn. */
function nearest(from: string, drawn: ReadonlySet<string>, waitsFor: Graph): Set<string> {
  const found = new Set<string>();
  const seen = new Set([from]);
  const open = [from];
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    for (const other of waitsFor.get(urn) ?? []) {
      if (!seen.has(other)) {
        seen.add(other);
        if (drawn.has(other)) {
          found.add(other);
        } else {
          open.push(other);
        }
      }
    }
  }
  return found;
}

/** True where `to` is reached from `from` by more than one step. */
function isReachedOtherwise(from: string, to: string, edges: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set([from, to]);
  const open = [...(edges.get(from) ?? [])].filter((other) => other !== to);
  for (let urn = open.pop(); urn !== undefined; urn = open.pop()) {
    if (seen.has(urn)) {
      continue;
    }
    seen.add(urn);
    const others = edges.get(urn) ?? new Set<string>();
    if (others.has(to)) {
      return true;
    }
    open.push(...others);
  }
  return false;
}

export function select(digest: Digest): Selection {
  const candidates = new Map(worthDrawing(digest).map((resource) => [resource.urn, resource]));
  const waitsFor = new Map(digest.report.resources.map(({ urn, dependencies }) => [urn, dependencies]));
  const urns = chosen(new Set(candidates.keys()), byUrgency(digest), waitsFor);
  const all = new Map([...urns].map((urn) => [urn, nearest(urn, urns, waitsFor)]));
  const edges = new Map(
    [...all].map(([urn, others]) => [urn, [...others].filter((other) => !isReachedOtherwise(urn, other, all))]),
  );
  const left = [...candidates.keys()].filter((urn) => !urns.has(urn));
  const withFindings = left.filter((urn) => digest.resources.has(urn)).length;
  return {
    drawn: new Map([...candidates].filter(([urn]) => urns.has(urn))),
    edges,
    left: { withFindings, withoutFindings: left.length - withFindings },
  };
}
