import type { ControlCase } from "./case";

export default [
  {
    control: "KMS.1",
    rule: "iam-decrypt-all-keys",
    type: "aws:iam/policy:Policy",
    violating: {
      policy: '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}]}',
    },
    compliant: {
      policy:
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:464738291005:key/0a1b2c3d"}]}',
    },
  },
  {
    control: "KMS.2",
    rule: "iam-decrypt-all-keys",
    type: "aws:iam/rolePolicy:RolePolicy",
    violating: {
      role: "build",
      policy:
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:*", "Resource": "arn:aws:kms:*:464738291005:key/*"}]}',
    },
    compliant: {
      role: "build",
      policy:
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "arn:aws:kms:us-east-1:464738291005:key/0a1b2c3d"}]}',
    },
  },
  {
    control: "KMS.5",
    rule: "resource-policy-public",
    type: "aws:kms/key:Key",
    violating: {
      policy:
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*"}]}',
    },
    compliant: {
      policy:
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::464738291005:root"}, "Action": "kms:*", "Resource": "*"}]}',
    },
  },
] satisfies ControlCase[];
