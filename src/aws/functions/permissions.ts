import { anyOf, allOf, type Certainty } from "../../graph/certainty";
import { opaqueUsersOf } from "../../graph/opaque";
import type { Resource } from "../../graph/resource";
import { grouped, type Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";
import { mentions } from "../containers/environments";
import { statementsOf } from "../identity/iam";
import { LAMBDA_FUNCTION, LAMBDA_PERMISSION, LAMBDA_RESOURCE_POLICY } from "../type-tokens";

/** What a permission for a service may be limited to: resources of a type. */
export interface Sources {
  type: string;
  resources: readonly Resource[];
}

/** Where a type holds the policy of a queue, a topic or a function, and names what the policy is for. */
export interface PolicyForm {
  type: string;
  policy: string;
  /** The property that names the resource; absent where the policy is an argument of the resource itself. */
  target?: string;
}

/** Whether a function lets a service, such as `events`, invoke it, for one of the sources where it limits them. */
export function mayBeInvokedBy(stack: Stack, fn: Resource, service: string, sources?: Sources): Certainty {
  return anyOf([
    ...permissionsFor(stack, fn).map((permission) => permits(stack, permission, fn, service, sources)),
    mayBeUsedBy(stack, fn, service, [{ type: LAMBDA_RESOURCE_POLICY, policy: "policy", target: "resourceArn" }]),
  ]);
}

/** Whether a policy of a resource lets a service use it, under whatever conditions; unknown where one may. */
export function mayBeUsedBy(stack: Stack, target: Resource, service: string, forms: readonly PolicyForm[]): Certainty {
  return anyOf([
    ...forms.flatMap(({ type, policy, target: property }): Certainty[] =>
      property === undefined
        ? [target.type === type && allowsService(target.at(policy), service)]
        : [
            ...stack.referrers(target, property, type).map((one) => allowsService(one.at(policy), service)),
            ...unclearOwners(stack, type, property, target.type).map((one) =>
              allOf([UNKNOWN, allowsService(one.at(policy), service)]),
            ),
          ],
    ),
    opaqueUsersOf(stack, target).length > 0 && UNKNOWN,
  ]);
}

const unclearIndex = (): Map<string, readonly Resource[]> => new Map();

/** The policies whose resource is not known: each may be that of any. */
function unclearOwners(stack: Stack, type: string, property: string, target: string): readonly Resource[] {
  const index = stack.once(unclearIndex);
  const key = [type, property, target].join();
  let found = index.get(key);
  if (found === undefined) {
    found = stack.ofType(type).filter((one) => {
      const view = one.at(property);
      return view.isUnknown && stack.refs(view, target).resources.length === 0;
    });
    index.set(key, found);
  }
  return found;
}

/** The permissions of a function, and those that may be. */
function permissionsFor(stack: Stack, fn: Resource): readonly Resource[] {
  const { byFunction, unclear } = stack.once(indexPermissions);
  return [...(byFunction.get(fn) ?? []), ...unclear];
}

function indexPermissions(stack: Stack): { byFunction: Map<Resource, Resource[]>; unclear: Resource[] } {
  const permissions = stack.ofType(LAMBDA_PERMISSION);
  const functionsOf = (permission: Resource): readonly Resource[] =>
    stack.refs(permission.at("function"), LAMBDA_FUNCTION).resources;
  return {
    byFunction: grouped(permissions, functionsOf),
    unclear: permissions.filter((permission) => functionsOf(permission).length === 0),
  };
}

/** Whether a property names a resource; unknown where it may. */
function names(stack: Stack, resource: Resource, property: string, target: Resource): Certainty {
  const view = resource.at(property);
  const { resources } = stack.refs(view, target.type);
  return resources.includes(target) || (resources.length === 0 && view.isUnknown && UNKNOWN);
}

const isService = (principal: string, service: string): boolean =>
  principal === "*" || principal.startsWith(`${service}.`);

/** Whether a policy allows a service anything. */
function allowsService(policy: View, service: string): Certainty {
  if (policy.isAbsent) {
    return false;
  }
  const statements = statementsOf(policy);
  return known(statements)
    ? anyOf(
        statements.map(({ effect, principals }): Certainty => {
          const isNamed = known(principals)
            ? anyOf(principals.map(({ id }): Certainty => (known(id) ? isService(id, service) : UNKNOWN)))
            : UNKNOWN;
          return allOf([effect === UNKNOWN ? UNKNOWN : effect === "Allow", isNamed]);
        }),
      )
    : UNKNOWN;
}

/** Whether a permission lets a service invoke the function, for one of these sources where it is limited to some. */
function permits(stack: Stack, permission: Resource, fn: Resource, service: string, sources?: Sources): Certainty {
  const principal = permission.str("principal");
  if (known(principal) && !isService(principal, service)) {
    return false;
  }
  const limits = sources ? stack.refs(permission.at("sourceArn"), sources.type) : undefined;
  const isForOthers =
    limits?.complete === true &&
    limits.resources.length > 0 &&
    (sources?.resources ?? []).length > 0 &&
    !sources?.resources.some((source) => limits.resources.includes(source));
  // The function's name may be part of a whole or partial ARN, which a first preview does not know.
  const name = permission.str("function");
  return !isForOthers && ((known(name) && mentions(name, fn)) || names(stack, permission, "function", fn));
}
