import { forwardedGroups, rulesOf, shiftedByDeployments } from "../../src/aws/delivery/load-balancing";
import { EC2_VPC, LB_LISTENER } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { DEFAULT_VPC } from "../../src/aws/network/routes";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";

const COMPARED = ["vpcId", "port", "protocol"] as const;
type Compared = (typeof COMPARED)[number];
type Values = readonly (Resource | string | undefined | Unknown)[];

function valueOf(stack: Stack, group: Resource, property: Compared): Values[number] {
  const vpcs = property === "vpcId" ? stack.refs(group.at(property), EC2_VPC, DEFAULT_VPC).resources : [];
  const value = group.str(property);
  return (vpcs.length === 1 ? vpcs[0] : undefined) ?? (known(value) ? value.toUpperCase() : value);
}

/** Target groups with equal settings; those that are not known yet are equal to none. */
interface Alike {
  values: Values;
  groups: Resource[];
}

/** Target groups by their settings, in the order of the first of each. */
function alike(stack: Stack, groups: readonly Resource[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const group of groups) {
    const values = COMPARED.map((property) => valueOf(stack, group, property));
    const key = JSON.stringify(values.map(keyOf));
    const same = found.get(key) ?? { values, groups: [] };
    same.groups.push(group);
    found.set(key, same);
  }
  return [...found.values()];
}

const keyOf = (value: Values[number]): [kind: string, text?: string] =>
  value === UNKNOWN
    ? ["unknown"]
    : value === undefined
      ? ["absent"]
      : typeof value === "string"
        ? ["known", value]
        : ["resource", value.urn];

const isKnown = ({ values }: Alike): boolean => !values.includes(UNKNOWN);

/** The first property in which two groups differ, and whether that is certain; absent for a pair that fits. */
function differenceOf(left: Values, right: Values): { property: Compared; isCertain: boolean } | undefined {
  const differing = COMPARED.flatMap((property, index) => {
    const [one, other] = [left[index], right[index]];
    const isCertain = one !== UNKNOWN && other !== UNKNOWN;
    return isCertain && one === other ? [] : [{ property, isCertain }];
  });
  return differing.find(({ isCertain }) => isCertain) ?? differing[0];
}

/** Two target groups that could be blue and green, and the property in which they differ. */
export interface Differing {
  left: Resource;
  right: Resource;
  property: Compared;
  /** False where both may turn out to be equal. */
  isCertain: boolean;
}

/** What a set of target groups has for blue and green. */
export interface Candidates {
  /** The groups with another one that fits to them. */
  fitting: Resource[];
  /** Two that may fit, or else two that do not; absent where there are no two. */
  differing?: Differing;
}

function candidatesIn(stack: Stack, groups: readonly Resource[]): Candidates {
  const kinds = alike(stack, groups);
  const fitting = kinds.filter((kind) => isKnown(kind)).flatMap((kind) => (kind.groups.length > 1 ? kind.groups : []));
  const differing = fitting.length > 0 ? undefined : differingIn(kinds);
  return { fitting, ...(differing && { differing }) };
}

function differingIn(kinds: readonly Alike[]): Differing | undefined {
  const pairs = function* (): Generator<Differing> {
    for (const [index, one] of kinds.entries()) {
      // Groups with settings that are all known are of one kind, or differ for certain.
      const others = index === 0 ? kinds : kinds.filter((other) => !isKnown(one) || !isKnown(other));
      for (const other of others) {
        const [left, right] = other === one ? one.groups : [one.groups[0], other.groups[0]];
        const difference = differenceOf(one.values, other.values);
        if (left && right && difference) {
          yield { left, right, ...difference };
        }
      }
    }
  };
  let first: Differing | undefined;
  for (const pair of pairs()) {
    first ??= pair;
    if (!pair.isCertain) {
      return pair;
    }
  }
  return first;
}

/** The sets of groups between which traffic can be shifted: behind one listener, or of a deployment that shifts it itself. */
function setsTogether(stack: Stack, groups: readonly Resource[]): Resource[][] {
  const behind = stack
    .ofType(LB_LISTENER)
    .map((listener) => [listener, ...rulesOf(stack, listener)].flatMap((one) => forwardedGroups(stack, one).resources));
  const places = new Map(groups.map((group, index) => [group, index]));
  return [...behind, shiftedByDeployments(stack).resources].map((some) =>
    [...new Set(some)]
      .filter((group) => places.has(group))
      .sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0)),
  );
}

/** What there is for blue and green among the groups that are together; where no two are, among all. */
export function candidatesOf(stack: Stack, groups: readonly Resource[]): Candidates & { areTogether: boolean } {
  const together = setsTogether(stack, groups).filter(({ length }) => length > 1);
  if (together.length === 0) {
    return { ...candidatesIn(stack, groups), areTogether: false };
  }
  const found = together.map((some) => candidatesIn(stack, some));
  const differing =
    found.find((one) => one.differing?.isCertain === false)?.differing ?? found.find((one) => one.differing)?.differing;
  return { fitting: found.flatMap(({ fitting }) => fitting), ...(differing && { differing }), areTogether: true };
}
