import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "sqs-encrypted",
  category: "encryption",
  description: "SQS queues must be encrypted",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "SQS encrypts the messages of every queue with keys of its own, at no cost, unless the queue switches that off. Then " +
    "messages are stored in plain text until a consumer deletes them.",
  fix: {
    typescript: "sqsManagedSseEnabled: true, // or kmsMasterKeyId: key.arn",
    python: "sqs_managed_sse_enabled=True,  # or kms_master_key_id=key.arn",
    yaml: "sqsManagedSseEnabled: true # or kmsMasterKeyId: ${key.arn}",
  },
  limits: "Queues without `sqsManagedSseEnabled`, which SQS encrypts; which key encrypts a queue.",
  references: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
  ],
  resource: {
    types: ["aws:sqs/queue:Queue"],
    check(queue, { decide }) {
      const managed = queue.bool("sqsManagedSseEnabled");
      const hasKey = (queue.str("kmsMasterKeyId") ?? "") !== "";
      decide(hasKey || (managed === UNKNOWN ? UNKNOWN : managed !== false), {
        at: queue,
        property: "sqsManagedSseEnabled",
        fix: { sqsManagedSseEnabled: true },
        message:
          "Encryption of the queue is switched off with `sqsManagedSseEnabled: false`. Set `sqsManagedSseEnabled: true`, " +
          "or `kmsMasterKeyId` for a KMS key.",
      });
    },
  },
  remediation: {
    does: "sets `sqsManagedSseEnabled: true`",
  },
});
