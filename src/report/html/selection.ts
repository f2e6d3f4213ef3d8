import { DEFAULT_SUBNET } from "../../aws/network/vpc";
import { DEFAULT_VPC } from "../../aws/network/routes";
import { EC2_SUBNET, EC2_VPC } from "../../aws/type-tokens";
import { STACK_TYPE } from "../../graph/stack";
import type { Category } from "../../rules/rule";
import type { Result } from "../../rules/run";
import { isExempted } from "../counts";
import type { Report, ReportedResource } from "../report";
import type { Group, Mark } from "./shown";

/** As many as can be looked at. */
export const MOST_DRAWN = 240;

/** What concerns names and labels alone: it does not colour a resource. */
const MINOR: ReadonlySet<Category> = new Set(["tagging", "naming"]);

const BOXES: Readonly<Record<string, "vpc" | "subnet">> = {
  [EC2_VPC]: "vpc",
  [DEFAULT_VPC]: "vpc",
  [EC2_SUBNET]: "subnet",
  [DEFAULT_SUBNET]: "subnet",
};

/** A resource of the map. */
export interface MapNode {
  name: string;
  type: string;
  /** What it is for others: a box that they are in. */
  box?: "vpc" | "subnet";
  /** The worst of what its findings are; `minor` where they are about tags and names alone. */
  mark: Mark | "minor" | "clean";
  /** How many findings it has. */
  count: number;
  categories: readonly Category[];
  /** The index of the box that it is in. */
  within?: number;
  /** The indexes of what it waits for. */
  waitsFor: readonly number[];
  /** The indexes of what it has to wait for and does not. */
  missing: readonly number[];
  /** The name of the component that it is part of. */
  parent?: string;
  /** The first of its findings that the page holds, and the key that all of them have. */
  finding?: { id: string; resourceKey: string };
}

export interface MapNodes {
  nodes: MapNode[];
  /** How many are not drawn, with findings and without. */
  left: { withFindings: number; withoutFindings: number };
}

/** Components that only hold others are named on their parts instead. */
function worthDrawing(resources: readonly ReportedResource[], found: ReadonlyMap<string, unknown>): ReportedResource[] {
  const holders = new Set(resources.map(({ parent }) => parent));
  return resources.filter(({ urn, type, dependencies }) => {
    if (type === STACK_TYPE) {
      return false;
    }
    const onlyHolds = holders.has(urn) && !type.startsWith("aws:") && dependencies.length === 0;
    return found.has(urn) || !(onlyHolds || type.startsWith("pulumi:providers:"));
  });
}

/** The findings of each resource, those that are also about it included. */
function byResource(results: readonly Result[]): Map<string, Result[]> {
  const found = new Map<string, Result[]>();
  for (const result of results) {
    for (const urn of new Set([result.urn ?? "", ...(result.alsoAt ?? []).map((other) => other.urn)])) {
      const own = found.get(urn);
      if (own) {
        own.push(result);
      } else {
        found.set(urn, [result]);
      }
    }
  }
  return found;
}

function markOf(findings: readonly Result[]): MapNode["mark"] {
  const coloured = findings.filter(({ rule }) => !MINOR.has(rule.category));
  const open = coloured.filter((result) => !isExempted(result));
  if (open.length > 0) {
    return open.some(({ level }) => level === "mandatory") ? "mandatory" : "advisory";
  }
  return coloured.length > 0 ? "exempted" : findings.length > 0 ? "minor" : "clean";
}

const URGENCY: readonly MapNode["mark"][] = ["mandatory", "advisory", "exempted", "minor", "clean"];

/** What is drawn: what has findings first, the worst first, with what it has to wait for and the boxes that it is in. */
function chosen(
  candidates: readonly ReportedResource[],
  found: ReadonlyMap<string, readonly Result[]>,
  containerOf: (urn: string) => string | undefined,
): ReportedResource[] {
  const byUrn = new Map(candidates.map((resource) => [resource.urn, resource]));
  const rank = new Map(candidates.map(({ urn }) => [urn, URGENCY.indexOf(markOf(found.get(urn) ?? []))]));
  const sorted = [...candidates].sort(({ urn: one }, { urn: other }) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0));
  const taken = new Map<string, ReportedResource>();
  const take = (urn: string | undefined): void => {
    const resource = byUrn.get(urn ?? "");
    if (resource && !taken.has(resource.urn)) {
      taken.set(resource.urn, resource);
      take(containerOf(resource.urn));
    }
  };
  for (const { urn } of sorted) {
    if (taken.size >= MOST_DRAWN) {
      break;
    }
    take(urn);
    (found.get(urn) ?? []).flatMap(({ missingDependencies = [] }) => missingDependencies).forEach(take);
  }
  return sorted.filter(({ urn }) => taken.has(urn));
}

/** The resources of the map, in the order in which they are drawn. */
export function nodesOf(report: Report, results: readonly Result[], groups: readonly Group[]): MapNodes {
  const found = byResource(results);
  const candidates = worthDrawing(report.resources, found);
  const containerOf = report.containerOf ?? (() => undefined);
  const drawn = chosen(candidates, found, containerOf);
  const indexes = new Map(drawn.map(({ urn }, index) => [urn, index]));
  const indexesOf = (urns: readonly string[]): number[] => [...new Set(urns)].flatMap((urn) => indexes.get(urn) ?? []);
  const names = new Map(report.resources.map(({ urn, name, type }) => [urn, type === STACK_TYPE ? undefined : name]));
  const linked = new Map<string, MapNode["finding"]>();
  for (const { urn = "", alsoAt = [], id, resourceKeys } of groups.flatMap(({ findings }) => findings)) {
    for (const [index, resourceKey] of resourceKeys.entries()) {
      const at = index === 0 ? urn : (alsoAt[index - 1]?.urn ?? "");
      linked.set(at, linked.get(at) ?? { id, resourceKey });
    }
  }
  const nodes = drawn.map(({ urn, name, type, parent = "", dependencies }): MapNode => {
    const own = found.get(urn) ?? [];
    const [within] = indexesOf([containerOf(urn) ?? ""]);
    const holder = names.get(parent);
    const box = BOXES[type];
    const finding = linked.get(urn);
    return {
      name,
      type,
      ...(box && { box }),
      mark: markOf(own),
      count: own.length,
      categories: [...new Set(own.map(({ rule }) => rule.category))],
      ...(within !== undefined && { within }),
      waitsFor: indexesOf(dependencies),
      missing: indexesOf(
        own.filter((result) => result.urn === urn).flatMap(({ missingDependencies = [] }) => missingDependencies),
      ),
      ...(holder !== undefined && { parent: holder }),
      ...(finding && { finding }),
    };
  });
  const left = candidates.filter(({ urn }) => !indexes.has(urn));
  const withFindings = left.filter(({ urn }) => found.has(urn)).length;
  return { nodes, left: { withFindings, withoutFindings: left.length - withFindings } };
}
