import rule from "../../../policies/encryption/sqs-encrypted";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const queue = (inputs: Record<string, Input> = {}): BuiltResource => resource("aws:sqs/queue:Queue", "orders", inputs);

ruleTest(rule, {
  valid: [
    { name: "nothing is said: SQS encrypts", stack: [queue()] },
    { name: "keys of SQS", stack: [queue({ sqsManagedSseEnabled: true })] },
    { name: "a key", stack: [queue({ kmsMasterKeyId: "alias/orders", sqsManagedSseEnabled: false })] },
    { name: "a key that is not known yet", stack: [queue({ kmsMasterKeyId: unknown, sqsManagedSseEnabled: unknown })] },
  ],
  invalid: [
    {
      name: "switched off",
      stack: [queue({ sqsManagedSseEnabled: false, kmsMasterKeyId: "" })],
      findings: [{ resource: "orders", path: "sqsManagedSseEnabled" }],
      mended: { orders: { sqsManagedSseEnabled: true } },
    },
  ],
  undecided: [
    { name: "the switch", stack: [queue({ sqsManagedSseEnabled: unknown })], at: ["orders.sqsManagedSseEnabled"] },
  ],
});
