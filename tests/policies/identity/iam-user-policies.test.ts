import rule from "../../../policies/identity/iam-user-policies";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const user = resource("aws:iam/user:User", "ada");
const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const attachment = (of: Input): BuiltResource =>
  resource("aws:iam/userPolicyAttachment:UserPolicyAttachment", "read", { user: of, policyArn });
const shared = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:iam/policyAttachment:PolicyAttachment", "shared", { policyArn, ...inputs });
const exclusive = (policyNames: Input): BuiltResource =>
  resource("aws:iam/userPoliciesExclusive:UserPoliciesExclusive", "only", { userName: user.name, policyNames });

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        {
          name: "a member of a group",
          stack: [
            user,
            resource("aws:iam/userGroupMembership:UserGroupMembership", "m", { user: user.name, groups: ["dev"] }),
          ],
        },
        { name: "a policy of a role", stack: [user, shared({ roles: ["build"] })] },
        { name: "a list without policies", stack: [user, exclusive([])] },
      ],
      invalid: [
        {
          name: "an attached policy",
          stack: [user, attachment(user.name)],
          findings: [{ resource: "ada", message: /aws.iam.Group/ }],
        },
        {
          name: "two of them are one finding",
          stack: [user, attachment(user.name), exclusive(["a"])],
          findings: [{ resource: "ada" }],
        },
        { name: "a user of another stack", stack: [attachment("grace")], findings: [{ resource: "read" }] },
        {
          name: "a policy that is attached to several",
          stack: [shared({ users: ["grace"] })],
          findings: [{ resource: "shared" }],
        },
      ],
      undecided: [
        { name: "the users", stack: [shared({ users: unknown })], at: ["shared.users"] },
        { name: "the policies", stack: [user, exclusive(unknown)], at: ["only.policyNames"] },
      ],
    },
  ),
);
