import { inlineOf, POLICY, ROLE, ROLE_POLICY, statementsOf, type RolePolicy } from "./iam";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known } from "./value";

const USER = "aws:iam/user:User";

/** Types that hold policies of identities and nothing else. */
export const INLINE_POLICY_OWNERS: readonly string[] = [
  ROLE,
  ROLE_POLICY,
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
];

/** The policies of identities that a resource holds. */
export function policiesIn(owner: Resource): RolePolicy[] {
  return owner.type === ROLE
    ? inlineOf(owner)
    : [{ view: owner.at("policy"), statements: statementsOf(owner, "policy") }];
}

/** The customer-managed policies of the stack that grant something: those that serve as a boundary only limit. */
export function grantingPolicies(stack: Stack): Resource[] {
  return stack.ofType(POLICY).filter((policy) => !policy.outside && !isBoundary(stack, policy));
}

// A boundary may serve roles of other stacks only: then its name alone tells.
function isBoundary(stack: Stack, policy: Resource): boolean {
  const name = policy.str("name");
  return (
    /boundar/i.test(`${policy.name} ${known(name) ? name : ""}`) ||
    stack.referrers(policy, "permissionsBoundary", ROLE, USER).length > 0
  );
}
