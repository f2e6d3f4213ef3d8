import { forwardedGroups, rulesOf, shiftedByDeployments } from "../../src/aws/delivery/load-balancing";
import { EC2_VPC, LB_LISTENER } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { DEFAULT_VPC } from "../../src/aws/network/routes";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";

const COMPARED = ["vpcId", "port", "protocol"] as const;
type Compared = (typeof COMPARED)[number];

function valueOf(stack: Stack, group: Resource, property: Compared): Resource | string | undefined | Unknown {
  const vpcs = property === "vpcId" ? stack.refs(group.at(property), EC2_VPC, DEFAULT_VPC).resources : [];
  const value = group.str(property);
  return (vpcs.length === 1 ? vpcs[0] : undefined) ?? (known(value) ? value.toUpperCase() : value);
}

/** The first property in which two groups differ, and whether that is certain; absent for a pair that fits. */
export function differenceOf(
  stack: Stack,
  [left, right]: Pair,
): { property: Compared; isCertain: boolean } | undefined {
  const differing = COMPARED.flatMap((property) => {
    const [one, other] = [valueOf(stack, left, property), valueOf(stack, right, property)];
    const isCertain = one !== UNKNOWN && other !== UNKNOWN;
    return isCertain && one === other ? [] : [{ property, isCertain }];
  });
  return differing.find(({ isCertain }) => isCertain) ?? differing[0];
}

/** Two target groups that could be blue and green. */
export type Pair = readonly [Resource, Resource];

export const pairsIn = (groups: readonly Resource[]): Pair[] =>
  groups.flatMap((left, index) => groups.slice(index + 1).map((right): Pair => [left, right]));

/** The pairs between which traffic can be shifted: behind one listener, or of a deployment that shifts it itself. */
export function pairsTogether(stack: Stack, groups: readonly Resource[]): Pair[] {
  const behind = stack
    .ofType(LB_LISTENER)
    .map((listener) => [listener, ...rulesOf(stack, listener)].flatMap((one) => forwardedGroups(stack, one).resources));
  return [...behind, shiftedByDeployments(stack).resources].flatMap((some) =>
    pairsIn(groups.filter((group) => some.includes(group))),
  );
}
