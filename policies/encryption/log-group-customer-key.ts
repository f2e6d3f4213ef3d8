import { isCustomerKey } from "../../stack/keys";
import { defineRule } from "../rule";

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
  limits: "Log groups that AWS services make for themselves, and the policy of the key.",
  resource: {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    check(group, { report }) {
      if (!isCustomerKey(group.str("kmsKeyId"))) {
        report({
          at: group,
          property: "kmsKeyId",
          message:
            "the log group is encrypted with a key that AWS owns; " +
            "set kmsKeyId: key.arn to a key of your own that logs.REGION.amazonaws.com may use.",
        });
      }
    },
  },
});
