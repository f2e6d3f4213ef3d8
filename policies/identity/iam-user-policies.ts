import { IAM_USER } from "../../src/aws/type-tokens";
import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { grouped, type Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

interface Attachment {
  /** The property that names the user. */
  user: string;
  /** The list without which it attaches nothing. */
  list?: string;
}

const ATTACHMENTS: ReadonlyMap<string, Attachment> = new Map([
  ["aws:iam/userPolicy:UserPolicy", { user: "user" }],
  ["aws:iam/userPolicyAttachment:UserPolicyAttachment", { user: "user" }],
  ["aws:iam/policyAttachment:PolicyAttachment", { user: "users", list: "users" }],
  ["aws:iam/userPoliciesExclusive:UserPoliciesExclusive", { user: "userName", list: "policyNames" }],
  ["aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", { user: "userName", list: "policyArns" }],
]);

/** Whether it attaches a policy to a user: not where its list is empty. */
function attachesPolicy(attachment: Resource): Certainty {
  const { list } = ATTACHMENTS.get(attachment.type) ?? {};
  const items = list === undefined ? undefined : (attachment.list(list) ?? []);
  return items === UNKNOWN ? UNKNOWN : items === undefined || items.length > 0;
}

function usersOf(stack: Stack, attachment: Resource): readonly Resource[] {
  const { user = "" } = ATTACHMENTS.get(attachment.type) ?? {};
  return stack.refs(attachment.at(user), IAM_USER).resources;
}

export default defineRule({
  id: "iam-user-policies",
  category: "identity",
  description: "IAM users must get their permissions from groups or roles",
  severity: "low",
  level: "only-if-required",
  why:
    "Permissions that hang on single users are hard to survey and easily stay behind when someone changes teams. A group, or " +
    "better a role, shows in one place who may do what.",
  fix: {
    typescript: `const group = new aws.iam.Group("developers");
new aws.iam.GroupPolicyAttachment("developers", { group: group.name, policyArn: policy.arn });
new aws.iam.UserGroupMembership("ada", { user: user.name, groups: [group.name] });`,
    python: `group = aws.iam.Group("developers")
aws.iam.GroupPolicyAttachment("developers", group=group.name, policy_arn=policy.arn)
aws.iam.UserGroupMembership("ada", user=user.name, groups=[group.name])`,
    yaml: `resources:
  developers:
    type: aws:iam:Group
  developers-policy:
    type: aws:iam:GroupPolicyAttachment
    properties:
      group: \${developers.name}
      policyArn: \${policy.arn}
  ada:
    type: aws:iam:UserGroupMembership
    properties:
      user: \${user.name}
      groups: ["\${developers.name}"]`,
  },
  limits: "Policies that are attached outside of the stack.",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html"],
  stack(stack, { report, undecided }) {
    const attachments = stack.managed(...ATTACHMENTS.keys());
    for (const unclear of attachments.filter((one) => attachesPolicy(one) === UNKNOWN)) {
      undecided(unclear, ATTACHMENTS.get(unclear.type)?.list);
    }
    const certain = attachments.filter((one) => attachesPolicy(one) === true);
    const byUser = grouped(certain, (attachment) => usersOf(stack, attachment));
    const others = certain.filter((attachment) => usersOf(stack, attachment).length === 0);
    for (const [user, own] of [...byUser, ...others.map((one): [Resource, Resource[]] => [one, []])]) {
      report({
        at: user,
        alsoAt: own,
        message:
          "A policy is attached to the user itself. Attach it to an aws.iam.Group, and make the user a member of it with an " +
          "aws.iam.UserGroupMembership.",
      });
    }
  },
});
