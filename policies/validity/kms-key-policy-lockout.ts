import { namesAction, statementsOf, type Statement } from "../../src/aws/identity/iam";
import { allOf, anyOf, type Certainty } from "../../src/graph/certainty";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const KEYS = ["aws:kms/key:Key", "aws:kms/keyPolicy:KeyPolicy", "aws:kms/replicaKey:ReplicaKey"];

/** Whether a statement lets an account, a user or a role change the policy later. */
function keepsAccess(statement: Statement): Certainty {
  const { effect, principals } = statement;
  return effect === "Deny"
    ? false
    : allOf([
        effect === "Allow" ? true : UNKNOWN,
        namesAction(statement, "kms:PutKeyPolicy"),
        principals === UNKNOWN
          ? UNKNOWN
          : anyOf(principals.map(({ type, id }) => (id === UNKNOWN ? UNKNOWN : type === "AWS" || type === "*"))),
      ]);
}

export default defineRule({
  id: "kms-key-policy-lockout",
  category: "validity",
  description: "Key policies must let an account or a role change them",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The policy of a key alone decides who may use and change it, also for administrators. KMS rejects a policy after which " +
    "the one who sets it could not change it any more.",
  fix: {
    typescript: `Statement: [
  { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
  { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: ["kms:Encrypt*", "kms:Decrypt*"], Resource: "*" },
],`,
    python: `"Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "kms:*", "Resource": "*"},
],`,
    yaml: `Statement:
  - Effect: Allow
    Principal:
      AWS: arn:aws:iam::123456789012:root
    Action: kms:*
    Resource: "*"`,
  },
  limits:
    "Whether the principal is the one who deploys; keys that skip the check (`bypassPolicyLockoutSafetyCheck`); policies that " +
    "are not known yet.",
  references: ["https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"],
  resource: {
    types: KEYS,
    check(key, { report, undecided }) {
      const policy = key.at("policy");
      if (policy.isAbsent || policy.value === "" || key.bool("bypassPolicyLockoutSafetyCheck") === true) {
        return;
      }
      const statements = statementsOf(key, "policy");
      const kept = statements === UNKNOWN ? UNKNOWN : anyOf(statements.map(keepsAccess));
      if (kept === UNKNOWN) {
        undecided(policy);
      } else if (!kept) {
        report({
          at: policy,
          message:
            'No statement lets an account or a role change this policy later. Add one that allows "kms:*" to the root of the ' +
            "account.",
          awsError: "The new key policy will not allow you to update the key policy in the future",
        });
      }
    },
  },
});
