import { inlineOf, statementsOf, type RolePolicy } from "./iam";
import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known } from "../../graph/value";
import { IAM_POLICY, IAM_ROLE, IAM_ROLE_POLICY, IAM_USER } from "../type-tokens";

const PERMISSION_SET_POLICY = "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy";

/** Types that hold policies of identities and no others. */
export const INLINE_POLICY_OWNERS: readonly string[] = [
  IAM_ROLE,
  IAM_ROLE_POLICY,
  "aws:iam/userPolicy:UserPolicy",
  "aws:iam/groupPolicy:GroupPolicy",
  PERMISSION_SET_POLICY,
];

/** The policies of identities that a resource holds. */
export function policiesIn(owner: Resource): RolePolicy[] {
  if (owner.type === IAM_ROLE) {
    return inlineOf(owner);
  }
  const property = owner.type === PERMISSION_SET_POLICY ? "inlinePolicy" : "policy";
  return [{ view: owner.at(property), statements: statementsOf(owner, property) }];
}

// What gives identities a policy, with the property that names it: by ARN, and for permission sets by name.
const ATTACHMENTS: readonly (readonly [property: string, ...types: string[]])[] = [
  [
    "policyArn",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    "aws:iam/policyAttachment:PolicyAttachment",
  ],
  [
    "policyArns",
    "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
    "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive",
    "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive",
  ],
  ["managedPolicyArns", IAM_ROLE],
  ["customerManagedPolicyReference", "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment"],
  [
    "customerManagedPolicyReferences",
    "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
  ],
];

const isAttached = (stack: Stack, policy: Resource): boolean =>
  ATTACHMENTS.some(([property, ...types]) => stack.referrers(policy, property, ...types).length > 0);

/** The customer-managed policies of the stack that grant permissions: a permissions boundary only limits them. */
export function grantingPolicies(stack: Stack): Resource[] {
  return stack.managed(IAM_POLICY).filter((policy) => isAttached(stack, policy) || !isBoundary(stack, policy));
}

// A boundary may be for roles of other stacks only: then nothing is attached, and only its name shows it.
function isBoundary(stack: Stack, policy: Resource): boolean {
  const name = policy.str("name");
  return (
    /boundar/i.test(`${policy.name} ${known(name) ? name : ""}`) ||
    stack.referrers(policy, "permissionsBoundary", IAM_ROLE, IAM_USER, PERMISSIONS_BOUNDARY).length > 0
  );
}

const PERMISSIONS_BOUNDARY = "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment";
