import rule from "../../../policies/identity/iam-full-access";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";
import { underContract } from "../../kit/under-contract";

const policy = (statement: Record<string, Input>): BuiltResource =>
  resource("aws:iam/policy:Policy", "all", {
    policy: json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*", ...statement }] }),
  });
const at = { resource: "all", path: "policy.Statement[0].Action" };

ruleTest(
  rule,
  underContract(
    { frameworks: ["AWS FSBP"] },
    {
      valid: [
        { name: "all actions of a service", stack: [policy({ Action: "s3:*" })] },
        { name: "all actions on one bucket", stack: [policy({ Resource: "arn:aws:s3:::shop" })] },
        { name: "a denial", stack: [policy({ Effect: "Deny" })] },
      ],
      invalid: [
        { name: "every action on every resource", stack: [policy({})], findings: [at] },
        { name: "with wildcards on both sides", stack: [policy({ Action: ["s3:Get*", "*:*"] })], findings: [at] },
        {
          name: "in a policy of a role",
          stack: [
            resource("aws:iam/rolePolicy:RolePolicy", "all", {
              role: "build",
              policy: json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
            }),
          ],
          findings: [at],
        },
      ],
      undecided: [
        {
          name: "the document",
          stack: [resource("aws:iam/policy:Policy", "all", { policy: unknown })],
          at: ["all.policy"],
        },
      ],
    },
  ),
);
