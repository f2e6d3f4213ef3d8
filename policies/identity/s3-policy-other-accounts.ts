import { ownAccount } from "../../src/aws/identity/account";
import { namesAction, statementsOf, type Principal, type Statement } from "../../src/aws/identity/iam";
import { bucketsOf, inlineOf, partsOf } from "../../src/aws/storage/buckets";
import { allOf, anyOf, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** What gives control of a bucket, and is not for other accounts. */
const ACTIONS = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl",
];

export default defineRule({
  id: "s3-policy-other-accounts",
  category: "identity",
  description: "Bucket policies must not let other accounts change who has access",
  severity: "high",
  level: "only-if-required",
  why:
    "An account that can change the policy, the ACLs or the encryption of a bucket can give itself and others everything in " +
    "it, or lock its owner out. Other accounts need to read and write objects at most.",
  fix: {
    typescript: `policy: pulumi.jsonStringify({
  Version: "2012-10-17",
  Statement: [{
    Effect: "Allow",
    Principal: { AWS: partnerRoleArn },
    Action: ["s3:GetObject", "s3:PutObject"], // not "s3:*" or "s3:Put*"
    Resource: pulumi.interpolate\`\${bucket.arn}/*\`,
  }],
}),`,
    python: `policy=pulumi.Output.json_dumps({
    "Version": "2012-10-17",
    "Statement": [{
        "Effect": "Allow",
        "Principal": {"AWS": partner_role_arn},
        "Action": ["s3:GetObject", "s3:PutObject"],  # not "s3:*" or "s3:Put*"
        "Resource": pulumi.Output.concat(bucket.arn, "/*"),
    }],
}),`,
    yaml: `policy:
  fn::toJSON:
    Version: "2012-10-17"
    Statement:
      - Effect: Allow
        Principal:
          AWS: \${partnerRoleArn}
        Action: # not s3:* or s3:Put*
          - s3:GetObject
          - s3:PutObject
        Resource: \${bucket.arn}/*`,
  },
  limits: "Principals of accounts that are not known to be another one. Conditions of a statement are not read.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html",
  ],
  stack(stack, { decide }) {
    for (const bucket of bucketsOf(stack)) {
      const inline = inlineOf(bucket, "policy");
      const policies = partsOf(stack, bucket, "policy").parts.map((part) => part.at("policy"));
      for (const statement of [...policies, ...(inline ? [inline] : [])].flatMap(knownStatements)) {
        const action = ACTIONS.find((one) => namesAction(statement, one) === true) ?? "";
        decide(not(givesControl(stack, bucket, statement)), {
          at: statement.view,
          property: "Action",
          restsOnComputedText: statement.isComputed,
          message:
            `This statement lets another account use "${action}", with which it can take over the bucket. ` +
            'List the actions that it needs, such as "s3:GetObject".',
        });
      }
    }
  },
});

const knownStatements = (policy: View): readonly Statement[] => {
  const statements = statementsOf(policy);
  return known(statements) ? statements : [];
};

/** Whether a statement allows one of the actions to a principal of another account. */
function givesControl(stack: Stack, bucket: Resource, statement: Statement): Certainty {
  const { effect, principals } = statement;
  const account = ownAccount(stack, bucket);
  return allOf([
    effect === UNKNOWN ? UNKNOWN : effect === "Allow",
    anyOf(ACTIONS.map((action) => namesAction(statement, action))),
    principals === UNKNOWN ? UNKNOWN : anyOf(principals.map((principal) => isOfOther(principal, account))),
  ]);
}

/** Whether a principal is of another account than this; services and providers of identities are of none. */
function isOfOther({ type, id }: Principal, account: string | undefined): Certainty {
  if (type !== "AWS" && type !== "*") {
    return false;
  }
  if (id === UNKNOWN || id === "*") {
    return id === UNKNOWN ? UNKNOWN : true;
  }
  const [named] = /\d{12}/.exec(id) ?? [];
  return named === undefined || account === undefined ? UNKNOWN : named !== account;
}
