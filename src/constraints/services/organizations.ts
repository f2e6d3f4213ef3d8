import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.organizations.policy.tag-statements": {
      type: "aws:organizations/policy:Policy",
      when: { type: "TAG_POLICY" },
      require: { "content.Statement": { present: false } },
      must: "A policy of type TAG_POLICY has a syntax of its own without `Statement`.",
      awsError: "The provided policy document does not meet the requirements of the specified policy type",
      source: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html",
      accepts: [
        { type: "TAG_POLICY", content: JSON.stringify({ tags: {} }) },
        {
          type: "SERVICE_CONTROL_POLICY",
          content: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
          }),
        },
      ],
      rejects: [{ type: "TAG_POLICY", content: JSON.stringify({ Statement: [{ Effect: "Deny" }] }) }],
    },
    "aws.organizations.policy.backup-statements": {
      type: "aws:organizations/policy:Policy",
      when: { type: "BACKUP_POLICY" },
      require: { "content.Statement": { present: false } },
      must: "A policy of type BACKUP_POLICY has a syntax of its own without `Statement`.",
      awsError: "The provided policy document does not meet the requirements of the specified policy type",
      source: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup_syntax.html",
      accepts: [
        { type: "BACKUP_POLICY", content: JSON.stringify({ plans: {} }) },
        {
          type: "SERVICE_CONTROL_POLICY",
          content: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
          }),
        },
      ],
      rejects: [{ type: "BACKUP_POLICY", content: JSON.stringify({ Statement: [{ Effect: "Deny" }] }) }],
    },
    "aws.organizations.policy.ai-statements": {
      type: "aws:organizations/policy:Policy",
      when: { type: "AISERVICES_OPT_OUT_POLICY" },
      require: { "content.Statement": { present: false } },
      must: "A policy of type AISERVICES_OPT_OUT_POLICY has a syntax of its own without `Statement`.",
      awsError: "The provided policy document does not meet the requirements of the specified policy type",
      source: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html",
      accepts: [
        { type: "AISERVICES_OPT_OUT_POLICY", content: JSON.stringify({ services: {} }) },
        {
          type: "SERVICE_CONTROL_POLICY",
          content: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
          }),
        },
      ],
      rejects: [{ type: "AISERVICES_OPT_OUT_POLICY", content: JSON.stringify({ Statement: [{ Effect: "Deny" }] }) }],
    },
    "aws.organizations.policy.scp-principal": {
      type: "aws:organizations/policy:Policy",
      when: { type: "SERVICE_CONTROL_POLICY" },
      require: {
        "content.Statement": { none: { Principal: { present: true } } },
        "/content.Statement": { none: { NotPrincipal: { present: true } } },
      },
      defaults: { type: "SERVICE_CONTROL_POLICY" },
      must: "Statements of a service control policy have no `Principal` and no `NotPrincipal`.",
      awsError: "The provided policy document does not meet the requirements of the specified policy type",
      source: "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html",
      accepts: [
        {
          type: "SERVICE_CONTROL_POLICY",
          content: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
          }),
        },
      ],
      rejects: [
        {
          type: "SERVICE_CONTROL_POLICY",
          content: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }],
          }),
        },
        {
          content: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Deny", NotPrincipal: "*", Action: "*", Resource: "*" }],
          }),
        },
      ],
    },
  },
} satisfies ServiceConstraints;
