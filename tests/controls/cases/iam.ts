import type { ControlCase } from "./case";

export default [
  {
    control: "IAM.1",
    rule: "iam-full-access",
    type: "aws:iam/policy:Policy",
    violating: {
      policy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}',
    },
    compliant: {
      policy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}',
    },
  },
  {
    control: "IAM.2",
    rule: "iam-user-policies",
    type: "aws:iam/user:User",
    violating: {},
    compliant: {},
    othersOfViolating: [
      {
        type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
        name: "attachment",
        inputs: { user: "${it.name}", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
      },
    ],
    othersOfCompliant: [
      {
        type: "aws:iam/userGroupMembership:UserGroupMembership",
        name: "membership",
        inputs: { user: "${it.name}", groups: ["developers"] },
      },
    ],
  },
  {
    control: "IAM.2",
    rule: "iam-user-policies",
    type: "aws:iam/policyAttachment:PolicyAttachment",
    violating: { users: ["ada"], policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    compliant: { roles: ["build"], policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
  },
  {
    control: "IAM.7",
    rule: "iam-password-policy",
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    violating: {
      minimumPasswordLength: 6,
      requireUppercaseCharacters: true,
      requireLowercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
    },
    compliant: {
      minimumPasswordLength: 14,
      requireUppercaseCharacters: true,
      requireLowercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
    },
  },
  {
    control: "IAM.7",
    rule: "iam-password-policy",
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    violating: {
      minimumPasswordLength: 14,
      requireUppercaseCharacters: true,
      requireLowercaseCharacters: true,
      requireNumbers: true,
    },
    compliant: {
      minimumPasswordLength: 14,
      requireUppercaseCharacters: true,
      requireLowercaseCharacters: true,
      requireNumbers: true,
      requireSymbols: true,
    },
    about: "symbols",
  },
  {
    control: "IAM.21",
    rule: "iam-wildcard-action",
    type: "aws:iam/policy:Policy",
    violating: {
      policy:
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::shop/*"}]}',
    },
    compliant: {
      policy:
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*"}]}',
    },
  },
] satisfies ControlCase[];
