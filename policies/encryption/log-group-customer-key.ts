import { hasCustomerKey, isCustomerKey } from "../../stack/keys";
import type { Resource } from "../../stack/resource";
import { defineRule, type Context } from "../rule";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

export default defineRule({
  id: "log-group-customer-key",
  category: "encryption",
  description: "Log groups are encrypted with a customer-managed key",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["customerKeys"],
  failures: ["F5"],
  why:
    "CloudWatch Logs encrypts every log group with a key of its own, which nobody can limit or take away. " +
    "Logs hold what programs let slip; with a key of your own, the key's policy decides who reads them.",
  fix: {
    typescript: "kmsKeyId: key.arn, // its policy has to allow logs.REGION.amazonaws.com to use it",
    python: "kms_key_id=key.arn,  # its policy has to allow logs.REGION.amazonaws.com to use it",
    yaml: "kmsKeyId: ${key.arn} # its policy has to allow logs.REGION.amazonaws.com to use it",
  },
  limits:
    "Log groups that AWS services make for themselves, and the policy of the key. Without a contract, stacks that neither " +
    "make nor name a key of the customer's for anything else.",
  // What the contract asks of every group is seen before it is created; what else has a key, only in the whole stack.
  resource: {
    types: [LOG_GROUP],
    check(group, context) {
      if (isAsked(context) && !isCustomerKey(group.str("kmsKeyId"))) {
        report(group, context);
      }
    },
  },
  stack(stack, context) {
    for (const group of isAsked(context) || !hasCustomerKey(stack) ? [] : stack.ofType(LOG_GROUP)) {
      if (!group.outside && !isCustomerKey(group.str("kmsKeyId"))) {
        report(group, context);
      }
    }
  },
});

const isAsked = ({ contract }: Context): boolean => contract.customerKeys === true;

function report(group: Resource, context: Context): void {
  context.report({
    at: group,
    property: "kmsKeyId",
    message:
      "the log group is encrypted with a key that AWS owns; " +
      "set kmsKeyId: key.arn to a key of your own that logs.REGION.amazonaws.com may use.",
  });
}
