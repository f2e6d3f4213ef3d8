import rule from "../../../policies/identity/s3-policy-other-accounts";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const bucket = resource("aws:s3/bucket:Bucket", "data");
const ours = resource("pulumi:providers:aws", "ours", { allowedAccountIds: '["464738291005"]' });
const owned = resource("aws:s3/bucket:Bucket", "data", {}, { provider: ours });
const policy = (principal: Input, action: Input, effect = "Allow", of = owned): BuiltResource =>
  resource("aws:s3/bucketPolicy:BucketPolicy", "policy", {
    bucket: of.id,
    policy: {
      Version: "2012-10-17",
      Statement: [{ Effect: effect, Principal: principal, Action: action, Resource: "*" }],
    },
  });
const OTHER = { AWS: "arn:aws:iam::999900001111:root" };
const found = [{ resource: "policy", path: "policy.Statement[0].Action" }];

// Without a contract the rule is silent.
ruleTest(
  { ...rule, level: "advisory" },
  {
    valid: [
      { name: "another account that reads", stack: [ours, owned, policy(OTHER, ["s3:GetObject", "s3:PutObject"])] },
      {
        name: "the own account",
        stack: [ours, owned, policy({ AWS: "arn:aws:iam::464738291005:role/admin" }, "s3:PutBucketPolicy")],
      },
      { name: "a service", stack: [ours, owned, policy({ Service: "logging.s3.amazonaws.com" }, "s3:*")] },
      { name: "a statement that denies", stack: [ours, owned, policy(OTHER, "s3:*", "Deny")] },
    ],
    invalid: [
      {
        name: "the policy for another account",
        stack: [ours, owned, policy(OTHER, "s3:PutBucketPolicy")],
        findings: found,
      },
      {
        name: "all actions by a pattern",
        stack: [ours, owned, policy(OTHER, ["s3:Get*", "s3:Put*"])],
        findings: found,
      },
      {
        name: "the account by its number",
        stack: [ours, owned, policy({ AWS: "999900001111" }, "s3:*")],
        findings: found,
      },
      { name: "everyone", stack: [bucket, policy("*", "s3:PutObjectAcl", "Allow", bucket)], findings: found },
    ],
    undecided: [
      {
        name: "an account that may be the own one",
        stack: [bucket, policy(OTHER, "s3:PutBucketPolicy", "Allow", bucket)],
        at: ["policy.policy.Statement[0].Action"],
      },
      {
        name: "a principal that is not known",
        stack: [ours, owned, policy({ AWS: unknown }, "s3:PutBucketPolicy")],
        at: ["policy.policy.Statement[0].Action"],
      },
    ],
  },
);
