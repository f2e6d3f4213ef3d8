// An organization's pack with a rule of its own that fixes what it finds, and none of preflight's.
"use strict";
const { defineRule, preflight, UNKNOWN } = require("../../../dist/src/library");

const queueEncrypted = defineRule({
  id: "queue-encrypted",
  category: "encryption",
  description: "SQS queues must be encrypted",
  severity: "medium",
  level: "advisory",
  why: "",
  fix: { typescript: "sqsManagedSseEnabled: true,", python: "sqs_managed_sse_enabled=True," },
  resource: {
    types: ["aws:sqs/queue:Queue"],
    check(queue, { contract, report, undecided }) {
      const isEncrypted = queue.bool("sqsManagedSseEnabled");
      if (isEncrypted === UNKNOWN) {
        undecided(queue, "sqsManagedSseEnabled");
      } else if (isEncrypted !== true) {
        report({
          at: queue,
          property: "sqsManagedSseEnabled",
          message: `the queue is not encrypted in ${contract.region}; set sqsManagedSseEnabled: true.`,
          fix: { sqsManagedSseEnabled: true },
        });
      }
    },
  },
  remediation: { does: "sets `sqsManagedSseEnabled: true`" },
});

preflight({
  name: "own-pack",
  rules: [],
  ownRules: [queueEncrypted],
  levels: { "queue-encrypted": "remediate" },
  contract: { region: "eu-central-1" },
});
