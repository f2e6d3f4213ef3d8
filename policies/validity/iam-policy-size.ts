import { IAM_POLICY, IAM_ROLE, IAM_ROLE_POLICY, IAM_USER } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const GROUP = "aws:iam/group:Group";
const USER_POLICY = "aws:iam/userPolicy:UserPolicy";
const GROUP_POLICY = "aws:iam/groupPolicy:GroupPolicy";

const MOST_MANAGED = 6144;
const MOST_TRUST = 4096;
const MOST_INLINE: Readonly<Record<string, number>> = { [IAM_ROLE]: 10_240, [IAM_USER]: 2048, [GROUP]: 5120 };
const INLINE: readonly (readonly [owner: string, policy: string, property: string])[] = [
  [IAM_ROLE, IAM_ROLE_POLICY, "role"],
  [IAM_USER, USER_POLICY, "user"],
  [GROUP, GROUP_POLICY, "group"],
];

/** The characters of a document that IAM counts: all but white space; unknown where it cannot be read yet. */
function sizeOf(document: View): number | Unknown {
  const { value } = document;
  if (value === UNKNOWN || document.scalars().some(({ isUnknown }) => isUnknown)) {
    return UNKNOWN;
  }
  return (typeof value === "string" ? value : JSON.stringify(value ?? "")).replace(/\s/g, "").length;
}

/** One document against its limit. */
function checkOne(
  at: View,
  { what, most, hint }: { what: string; most: number; hint: string },
  context: Context,
): void {
  const size = at.isAbsent ? 0 : sizeOf(at);
  if (size === UNKNOWN) {
    context.undecided(at);
  } else if (size > most) {
    context.report({
      at,
      message: `${what} has ${String(size)} characters without white space, and IAM accepts ${String(most)}. ${hint}`,
      restsOnComputedText: at.resource.isComputed(at.property),
    });
  }
}

/** The inline policies of a role, user or group together. */
function checkInline(
  stack: Stack,
  owner: Resource,
  [, type, property]: (typeof INLINE)[number],
  context: Context,
): void {
  const blocks = owner.type === IAM_ROLE ? owner.list("inlinePolicies") : [];
  const own = blocks === UNKNOWN ? [owner.at("inlinePolicies")] : (blocks ?? []).map((block) => block.at("policy"));
  const documents = [...own, ...stack.referrers(owner, property, type).map((policy) => policy.at("policy"))];
  const sizes = documents.filter(({ isAbsent }) => !isAbsent).map(sizeOf);
  const total = sizes.reduce<number>((sum, size) => sum + (size === UNKNOWN ? 0 : size), 0);
  const most = MOST_INLINE[owner.type] ?? 0;
  const [at = owner] = documents;
  if (total > most) {
    context.report({
      at,
      message:
        `The inline policies of ${owner.name} have ${String(total)} characters without white space together, and IAM ` +
        `accepts ${String(most)}. Put some of them into an aws.iam.Policy.`,
      restsOnComputedText: at.resource.isComputed(at.property),
    });
  }
}

export default defineRule({
  id: "iam-policy-size",
  category: "validity",
  description: "IAM policies must be as short as IAM requires",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "IAM counts the characters of a policy without white space and rejects what is longer than its limit. A policy that " +
    "is built in a loop grows with what it is for, until a deployment fails.",
  fix: {
    typescript: `const read = new aws.iam.Policy("read", { policy: firstHalf });
const write = new aws.iam.Policy("write", { policy: secondHalf });`,
    python: `read = aws.iam.Policy("read", policy=first_half)
write = aws.iam.Policy("write", policy=second_half)`,
    yaml: `resources:
  read:
    type: aws:iam:Policy
    properties:
      policy: \${firstHalf}
  write:
    type: aws:iam:Policy
    properties:
      policy: \${secondHalf}`,
  },
  limits:
    "Documents that are not known yet. The trust policy of a role may have 4096 characters after the quota was raised, " +
    "so only longer ones are reported.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"],
  stack(stack, context) {
    for (const policy of stack.managed(IAM_POLICY)) {
      const hint = "Split it into several policies, or use wildcards.";
      checkOne(policy.at("policy"), { what: "The policy", most: MOST_MANAGED, hint }, context);
    }
    for (const role of stack.managed(IAM_ROLE)) {
      const hint = "Name fewer principals, for example an account instead of its roles.";
      checkOne(role.at("assumeRolePolicy"), { what: "The trust policy", most: MOST_TRUST, hint }, context);
    }
    for (const inline of INLINE) {
      for (const owner of stack.managed(inline[0])) {
        checkInline(stack, owner, inline, context);
      }
    }
  },
});
