import {
  IAM_ACCOUNT_PASSWORD_POLICY,
  IAM_OPEN_ID_CONNECT_PROVIDER,
  IAM_POLICY,
  IAM_ROLE,
  IAM_USER,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

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
      must: "Each inline policy must have a name of its own.",
      source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html",
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
  },
} satisfies ServiceConstraints;
