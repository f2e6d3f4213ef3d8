import { forwardedGroups, LISTENER, rulesOf, shiftedByDeployments } from "./load-balancing";
import type { Resource } from "./resource";
import { DEFAULT_VPC, VPC } from "./routes";
import type { Stack } from "./stack";
import { known, UNKNOWN, type Unknown } from "./value";

const COMPARED = ["vpcId", "port", "protocol"] as const;
type Compared = (typeof COMPARED)[number];

function valueOf(stack: Stack, group: Resource, property: Compared): Resource | string | undefined | Unknown {
  const named = property === "vpcId" ? stack.refs(group.at(property), VPC, DEFAULT_VPC).resources : [];
  const text = group.str(property);
  return (named.length === 1 ? named[0] : undefined) ?? (known(text) ? text.toUpperCase() : text);
}

/** The first property in which two groups differ, and whether that is certain; none for a pair that fits. */
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

/** Two target groups, of which the one could be blue and the other green. */
export type Pair = readonly [Resource, Resource];

export const pairsIn = (groups: readonly Resource[]): Pair[] =>
  groups.flatMap((left, index) => groups.slice(index + 1).map((right): Pair => [left, right]));

/** The groups between which traffic can be shifted: behind one listener, or of a deployment that does it itself. */
export function pairsTogether(stack: Stack, groups: readonly Resource[]): Pair[] {
  const behind = stack
    .ofType(LISTENER)
    .map((listener) => [listener, ...rulesOf(stack, listener)].flatMap((one) => forwardedGroups(stack, one).resources));
  return [...behind, shiftedByDeployments(stack).resources].flatMap((some) =>
    pairsIn(groups.filter((group) => some.includes(group))),
  );
}
