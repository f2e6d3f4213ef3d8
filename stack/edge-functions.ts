import type { Certainty } from "./certainty";
import { FUNCTION } from "./functions";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import type { View } from "./view";

export const DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

const BEHAVIORS = ["defaultCacheBehavior", "orderedCacheBehaviors"] as const;
const VERSION = /:(?:\$LATEST|\d+)$/;

/** A function of Lambda@Edge: where a distribution names it, by which text if that is known, and which it is. */
export interface EdgeAssociation {
  /** The place of the ARN. */
  place: View;
  /** The functions of the stack that it may be: one where the ARN is known, or where the behavior names one only. */
  functions: readonly Resource[];
}

/** All that the stack's distributions run at the edge. */
export function edgeAssociations(stack: Stack): readonly EdgeAssociation[] {
  return stack.once(findAssociations);
}

/**
 * Whether a distribution of the stack runs a function at the edge, where less time and memory is allowed; unknown while
 * one is made from the function and it is not known for what.
 */
export function runsAtEdge(stack: Stack, fn: Resource): Certainty {
  const { certain, possible } = stack.once(findFunctions);
  return certain.has(fn) || (possible.has(fn) && UNKNOWN);
}

function findFunctions(stack: Stack): { certain: Set<Resource>; possible: Set<Resource> } {
  const unread = distributionsOf(stack).flatMap((distribution) =>
    BEHAVIORS.map((property) => distribution.at(property)).filter(isUnread),
  );
  return {
    certain: new Set(edgeAssociations(stack).flatMap(({ functions }) => functions)),
    possible: new Set(unread.flatMap((behaviors) => stack.refs(behaviors, FUNCTION).resources)),
  };
}

/** True where it is not known yet which functions a distribution runs at the edge. */
function isUnread(place: View): boolean {
  const behaviors = place.list() ?? [];
  return (
    behaviors === UNKNOWN ||
    behaviors.some((behavior) => {
      const associations = behavior.list("lambdaFunctionAssociations") ?? [];
      return associations === UNKNOWN || associations.some((association) => association.at("lambdaArn").isUnknown);
    })
  );
}

const distributionsOf = (stack: Stack): Resource[] => stack.ofType(DISTRIBUTION).filter(({ outside }) => !outside);

function findAssociations(stack: Stack): EdgeAssociation[] {
  return distributionsOf(stack).flatMap((distribution) =>
    BEHAVIORS.flatMap((property) => {
      const behaviors = distribution.list(property) ?? [];
      const places = known(behaviors) ? behaviors.flatMap(placesOf) : [];
      return places.map((place) => ({ place, functions: functionsAt(stack, place, places) }));
    }),
  );
}

function placesOf(behavior: View): View[] {
  const associations = behavior.list("lambdaFunctionAssociations") ?? [];
  return known(associations) ? associations.map((association) => association.at("lambdaArn")) : [];
}

/** The functions of the stack that a place names; none where others may be meant, such as the one behind an origin. */
function functionsAt(stack: Stack, place: View, places: readonly View[]): Resource[] {
  const arn = place.str();
  const named = known(arn) ? stack.named(withoutVersion(arn), [FUNCTION]) : undefined;
  const possible = named ? [named] : stack.refs(place, FUNCTION).resources;
  return possible.length <= places.filter(({ isUnknown }) => isUnknown === place.isUnknown).length ? possible : [];
}

/** The ARN of a function without the version or alias that may follow it. */
export function withoutVersion(arn: string): string {
  return arn.replace(VERSION, "");
}

/** True when a function's ARN ends with the number of a version. */
export function namesVersion(arn: string): boolean {
  return /:\d+$/.test(arn);
}
