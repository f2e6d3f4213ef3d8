import { FUNCTION } from "./functions";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known } from "./value";
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

function findAssociations(stack: Stack): EdgeAssociation[] {
  return stack
    .ofType(DISTRIBUTION)
    .filter(({ outside }) => !outside)
    .flatMap((distribution) =>
      BEHAVIORS.flatMap((property) => {
        const behaviors = distribution.list(property) ?? [];
        return known(behaviors) ? behaviors.flatMap((behavior) => associationsOf(stack, behavior)) : [];
      }),
    );
}

function associationsOf(stack: Stack, behavior: View): EdgeAssociation[] {
  const associations = behavior.list("lambdaFunctionAssociations") ?? [];
  return known(associations)
    ? associations.map((association) => {
        const place = association.at("lambdaArn");
        const arn = place.str();
        const named = known(arn) ? stack.named(withoutVersion(arn), [FUNCTION]) : undefined;
        // Nothing else in a cache behavior comes from a function.
        return { place, functions: named ? [named] : stack.refs(place, FUNCTION).resources };
      })
    : [];
}

/** The ARN of a function without the version or alias that may follow it. */
export function withoutVersion(arn: string): string {
  return arn.replace(VERSION, "");
}

/** True when a function's ARN ends with the number of a version. */
export function namesVersion(arn: string): boolean {
  return /:\d+$/.test(arn);
}
