import rule from "../../../policies/encryption/sqs-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const queue = (inputs: Record<string, Input> = {}): BuiltResource => resource("aws:sqs/queue:Queue", "orders", inputs);

ruleTest(rule, {
  valid: [
    { name: "encryption not configured, which is the default of SQS", stack: [queue()] },
    { name: "keys of SQS", stack: [queue({ sqsManagedSseEnabled: true })] },
    { name: "a key", stack: [queue({ kmsMasterKeyId: "alias/orders", sqsManagedSseEnabled: false })] },
    { name: "a key that is not known yet", stack: [queue({ kmsMasterKeyId: unknown, sqsManagedSseEnabled: unknown })] },
  ],
  invalid: [
    {
      name: "encryption switched off",
      stack: [queue({ sqsManagedSseEnabled: false, kmsMasterKeyId: "" })],
      findings: [{ resource: "orders", path: "sqsManagedSseEnabled" }],
      fixed: { orders: { sqsManagedSseEnabled: true } },
    },
  ],
  undecided: [
    {
      name: "encryption that is not known yet",
      stack: [queue({ sqsManagedSseEnabled: unknown })],
      at: ["orders.sqsManagedSseEnabled"],
    },
  ],
});
