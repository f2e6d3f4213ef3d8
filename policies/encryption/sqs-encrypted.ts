import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "sqs-encrypted",
  category: "encryption",
  description: "Queues keep their encryption",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "SQS encrypts the messages of a queue with keys of its own, at no cost, unless the queue says that it does not want " +
    "that. Without it, what waits in the queue lies in plain text.",
  fix: {
    typescript: "sqsManagedSseEnabled: true, // or kmsMasterKeyId: key.arn",
    python: "sqs_managed_sse_enabled=True,  # or kms_master_key_id=key.arn",
    yaml: "sqsManagedSseEnabled: true # or kmsMasterKeyId: ${key.arn}",
  },
  limits: "Queues that say nothing, which SQS encrypts.",
  resource: {
    types: ["aws:sqs/queue:Queue"],
    check(queue, { report, undecided }) {
      const managed = queue.bool("sqsManagedSseEnabled");
      const key = queue.str("kmsMasterKeyId") ?? "";
      if (managed === UNKNOWN && key === "") {
        undecided(queue, "sqsManagedSseEnabled");
      } else if (managed === false && key === "") {
        report({
          at: queue,
          property: "sqsManagedSseEnabled",
          mend: { sqsManagedSseEnabled: true },
          message:
            "the queue is told not to encrypt its messages; leave sqsManagedSseEnabled out, or set kmsMasterKeyId.",
        });
      }
    },
  },
  remediation: {
    does: "sets `sqsManagedSseEnabled: true`",
  },
});
