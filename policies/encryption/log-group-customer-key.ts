import { isCustomerKey } from "../../src/aws/identity/keys";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "log-group-customer-key",
  category: "encryption",
  description: "Log groups must be encrypted with a customer-managed key",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["customerKeys"],
  failures: ["F5"],
  why:
    "CloudWatch Logs encrypts every log group with a key that it owns, which you can neither limit nor disable. Logs hold " +
    "what programs leak by accident; with a key of your own, its policy decides who can read them.",
  fix: {
    typescript: "kmsKeyId: key.arn, // its policy has to allow logs.REGION.amazonaws.com to use it",
    python: "kms_key_id=key.arn,  # its policy has to allow logs.REGION.amazonaws.com to use it",
    yaml: "kmsKeyId: ${key.arn} # its policy has to allow logs.REGION.amazonaws.com to use it",
  },
  limits: "Log groups that AWS services create themselves; the policy of the key.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html"],
  resource: {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    check(group, { decide }) {
      decide(isCustomerKey(group.str("kmsKeyId")), {
        at: group,
        property: "kmsKeyId",
        message:
          "The log group is encrypted with a key that AWS owns. Set `kmsKeyId: key.arn` to a key whose policy allows " +
          '"logs.REGION.amazonaws.com" to use it.',
      });
    },
  },
});
