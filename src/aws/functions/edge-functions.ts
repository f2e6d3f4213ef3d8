import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";
import { CLOUDFRONT_DISTRIBUTION, LAMBDA_FUNCTION } from "../type-tokens";

const BEHAVIORS = ["defaultCacheBehavior", "orderedCacheBehaviors"] as const;
const VERSION = /:(?:\$LATEST|\d+)$/;

/** A function of Lambda@Edge as a distribution names it. */
export interface EdgeAssociation {
  /** The function's ARN in the distribution. */
  at: View;
  /** The functions of the stack that it can be: one where the ARN is known, or where the behavior names one only. */
  functions: readonly Resource[];
}

/** All that the stack's distributions run at the edge. */
export function edgeAssociations(stack: Stack): readonly EdgeAssociation[] {
  return stack.once(findAssociations);
}

/**
 * Whether a distribution of the stack runs a function at the edge, where AWS allows less time and memory; unknown while
 * a distribution refers to the function and it is not known for what.
 */
export function runsAtEdge(stack: Stack, fn: Resource): Certainty {
  const { certain, possible } = stack.once(findFunctions);
  return certain.has(fn) || (possible.has(fn) && UNKNOWN);
}

function findFunctions(stack: Stack): { certain: Set<Resource>; possible: Set<Resource> } {
  const unknown = distributionsOf(stack).flatMap((distribution) =>
    BEHAVIORS.map((property) => distribution.at(property)).filter(hasUnknownFunction),
  );
  return {
    certain: new Set(edgeAssociations(stack).flatMap(({ functions }) => functions)),
    possible: new Set(stack.refsOfAll(unknown, LAMBDA_FUNCTION).resources),
  };
}

/** True where it is not known yet which functions a distribution runs at the edge. */
function hasUnknownFunction(view: View): boolean {
  const behaviors = view.list() ?? [];
  return (
    behaviors === UNKNOWN ||
    behaviors.some((behavior) => {
      const associations = behavior.list("lambdaFunctionAssociations") ?? [];
      return associations === UNKNOWN || associations.some((association) => association.at("lambdaArn").isUnknown);
    })
  );
}

const distributionsOf = (stack: Stack): Resource[] => stack.managed(CLOUDFRONT_DISTRIBUTION);

function findAssociations(stack: Stack): EdgeAssociation[] {
  return distributionsOf(stack).flatMap((distribution) =>
    BEHAVIORS.flatMap((property) => {
      const behaviors = distribution.list(property) ?? [];
      const arns = known(behaviors) ? behaviors.flatMap(arnsOf) : [];
      return arns.map((at) => ({ at, functions: functionsAt(stack, at, arns) }));
    }),
  );
}

function arnsOf(behavior: View): View[] {
  const associations = behavior.list("lambdaFunctionAssociations") ?? [];
  return known(associations) ? associations.map((association) => association.at("lambdaArn")) : [];
}

/** The functions of the stack that an ARN names; none where it may name another, such as the one behind an origin. */
function functionsAt(stack: Stack, view: View, views: readonly View[]): readonly Resource[] {
  const arn = view.str();
  const named = known(arn) ? stack.named(withoutVersion(arn), [LAMBDA_FUNCTION]) : undefined;
  const possible = named ? [named] : stack.refs(view, LAMBDA_FUNCTION).resources;
  return possible.length <= views.filter(({ isUnknown }) => isUnknown === view.isUnknown).length ? possible : [];
}

/** The ARN of a function without the version or alias that may follow it. */
export function withoutVersion(arn: string): string {
  return arn.replace(VERSION, "");
}

/** True when a function's ARN ends with the number of a version. */
export function namesVersion(arn: string): boolean {
  return /:\d+$/.test(arn);
}
