import rule from "../../../policies/identity/iam-decrypt-all-keys";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const KEY = "arn:aws:kms:us-east-1:464738291005:key/0a1b2c3d";

const policy = (Action: Input, Resource: Input, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:iam/policy:Policy", "read", {
    policy: json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource, ...more }] }),
  });
const at = { resource: "read", path: "policy.Statement[0].Resource" };

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "one key", stack: [policy("kms:Decrypt", KEY)] },
        { name: "another action on all keys", stack: [policy("kms:DescribeKey", "*")] },
        { name: "a denial", stack: [policy("kms:Decrypt", "*", { Effect: "Deny" })] },
      ],
      invalid: [
        { name: "all keys", stack: [policy("kms:Decrypt", "*")], findings: [at] },
        {
          name: "all keys of an account",
          stack: [policy(["kms:ReEncrypt*"], "arn:aws:kms:*:464738291005:key/*")],
          findings: [at],
        },
        { name: "all actions on everything", stack: [policy("*", "*")], findings: [at] },
      ],
      undecided: [
        {
          name: "the document",
          stack: [resource("aws:iam/policy:Policy", "read", { policy: unknown })],
          at: ["read.policy"],
        },
      ],
    },
  ),
);
