import {
  IAM_ACCOUNT_PASSWORD_POLICY,
  IAM_OPEN_ID_CONNECT_PROVIDER,
  IAM_POLICY,
  IAM_ROLE,
  IAM_ROLE_POLICY_ATTACHMENT,
  IAM_USER,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const ACCESS_KEY = "aws:iam/accessKey:AccessKey";

const PROFILE = "aws:iam/instanceProfile:InstanceProfile";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.iam.role.path": {
      type: IAM_ROLE,
      require: { path: { matches: /^\/(?:[!-~]+\/)?$/ } },
      must: "A path must begin and end with a slash.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
      accepts: [{ path: "/shop/" }, { path: "/" }],
      rejects: [{ path: "/shop" }, { path: "shop/" }],
    },
    "aws.iam.policy.path": {
      type: IAM_POLICY,
      require: { path: { matches: /^\/(?:[!-~]+\/)?$/ } },
      must: "A path must begin and end with a slash.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html",
      accepts: [{ path: "/shop/" }, { path: "/" }],
      rejects: [{ path: "/shop" }, { path: "shop/" }],
    },
    "aws.iam.instance-profile.path": {
      type: PROFILE,
      require: { path: { matches: /^\/(?:[!-~]+\/)?$/ } },
      must: "A path must begin and end with a slash.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html",
      accepts: [{ path: "/shop/" }, { path: "/" }],
      rejects: [{ path: "/shop" }, { path: "shop/" }],
    },
    "aws.iam.user.path": {
      type: IAM_USER,
      require: { path: { matches: /^\/(?:[!-~]+\/)?$/ } },
      must: "A path must begin and end with a slash.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html",
      accepts: [{ path: "/shop/" }, { path: "/" }],
      rejects: [{ path: "/shop" }, { path: "shop/" }],
    },
    "aws.iam.role.inline-names-differ": {
      type: IAM_ROLE,
      require: { inlinePolicies: { uniqueBy: "name" } },
      // AWS accepts the second one, which replaces the first.
      must: "Each inline policy must have a name of its own: of two with one name, only one is left.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html",
      level: "advisory",
      accepts: [
        {
          inlinePolicies: [
            { name: "a", policy: "x" },
            { name: "b", policy: "x" },
          ],
        },
      ],
      rejects: [
        {
          inlinePolicies: [
            { name: "a", policy: "x" },
            { name: "a", policy: "x" },
          ],
        },
      ],
    },
    "aws.iam.account-password-policy.length": {
      type: IAM_ACCOUNT_PASSWORD_POLICY,
      require: { minimumPasswordLength: { min: 6, max: 128 } },
      must: "`minimumPasswordLength` must be from 6 to 128.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html",
      accepts: [{ minimumPasswordLength: 14 }],
      rejects: [{ minimumPasswordLength: 4 }],
    },
    "aws.iam.open-id-connect-provider.https": {
      type: IAM_OPEN_ID_CONNECT_PROVIDER,
      require: { url: { not: { startsWith: "http:" } } },
      must: "The address of a provider begins with https.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html",
      accepts: [{ url: "https://id.example.com", clientIdLists: ["x"] }],
      rejects: [{ url: "http://id.example.com", clientIdLists: ["x"] }],
    },
    "aws.iam.account-password-policy.age": {
      type: IAM_ACCOUNT_PASSWORD_POLICY,
      require: { maxPasswordAge: { min: 0, max: 1095 } },
      must: "`maxPasswordAge` must be from 0 to 1,095.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html",
      accepts: [{ maxPasswordAge: 1095 }],
      rejects: [{ maxPasswordAge: 1096 }],
    },
    "aws.iam.account-password-policy.reuse": {
      type: IAM_ACCOUNT_PASSWORD_POLICY,
      require: { passwordReusePrevention: { min: 0, max: 24 } },
      must: "`passwordReusePrevention` must be from 0 to 24.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html",
      accepts: [{ passwordReusePrevention: 24 }],
      rejects: [{ passwordReusePrevention: 25 }],
    },
    "aws.iam.role.managed-policy-arns": {
      type: IAM_ROLE,
      require: { managedPolicyArns: { every: { not: { matches: /^(?!arn:)|:role\// } } } },
      must: "Managed policies are named by their ARNs.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html",
      accepts: [{ managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] }],
      rejects: [{ managedPolicyArns: ["ReadOnlyAccess"] }],
    },
    "aws.iam.role-policy-attachment.arn": {
      type: IAM_ROLE_POLICY_ATTACHMENT,
      require: { policyArn: { not: { matches: /^(?!arn:)|:role\// } } },
      must: "A managed policy is named by its ARN.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html",
      accepts: [{ policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }],
      rejects: [{ policyArn: "ReadOnlyAccess" }, { policyArn: "arn:aws:iam::111122223333:role/orders" }],
    },
    "aws.iam.access-key.status": {
      type: ACCESS_KEY,
      require: { status: ["Active", "Inactive"] },
      must: '`status` must be "Active" or "Inactive".',
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html",
      accepts: [{ status: "Active" }],
      rejects: [{ status: "Disabled" }],
    },
  },
} satisfies ServiceConstraints;
