import { anyOf, type Certainty } from "../graph/certainty";
import { mayBeExported } from "../graph/exported";
import { opaqueUsersOf } from "../graph/opaque";
import type { Resource } from "../graph/resource";
import type { Stack } from "../graph/stack";
import { UNKNOWN } from "../graph/value";
import { SSM_PARAMETER } from "./type-tokens";

/** Where a resource of another type names this one: its type, and the path of the property. */
export type Naming = readonly [type: string, property: string, ...below: string[]];

/** Whether a resource of the stack names this one in one of these properties; unknown while one may. */
export function isNamedBy(stack: Stack, target: Resource, namings: readonly Naming[]): Certainty {
  return anyOf(
    namings.flatMap(([type, ...path]) =>
      stack.ofType(type).map((resource): Certainty => {
        const view = resource.at(...path);
        if (view.isAbsent) {
          return false;
        }
        const { resources } = stack.refs(view, target.type);
        const isUnclear = resources.length === 0 && (resource.skipped || view.scalars().some((one) => one.isUnknown));
        return resources.includes(target) || (isUnclear && UNKNOWN);
      }),
    ),
  );
}

/**
 * True where something that the graph does not show may use a resource or complete it: another stack, by an output or a
 * parameter; another provider, a script or a template; or what existed before an import.
 */
export function mayBeShared(stack: Stack, resource: Resource, outputs: readonly string[]): boolean {
  return (
    mayBeExported(stack, resource, outputs) ||
    opaqueUsersOf(stack, resource).length > 0 ||
    stack.users(resource).some(({ type }) => type === SSM_PARAMETER || !/^(?:aws|pulumi):/.test(type))
  );
}
