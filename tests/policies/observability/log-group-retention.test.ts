import rule from "../../../policies/observability/log-group-retention";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

const GROUP = "aws:cloudwatch/logGroup:LogGroup";
const contract = { logRetention: true };

ruleTest(rule, {
  valid: [
    {
      name: "numbers that CloudWatch offers",
      contract,
      stack: [1, 30, 3653].map((retentionInDays) => resource(GROUP, String(retentionInDays), { retentionInDays })),
    },
    { name: "a number as text", contract, stack: [resource(GROUP, "app", { retentionInDays: "14" })] },
    {
      name: "the class of which AWS sets the retention",
      contract,
      stack: [
        resource(GROUP, "a", { logGroupClass: "DELIVERY" }),
        resource(GROUP, "b", { logGroupClass: "DELIVERY", retentionInDays: 45 }),
      ],
    },
    {
      name: "a class that is not known yet, with a retention",
      stack: [resource(GROUP, "app", { logGroupClass: unknown, retentionInDays: 7 })],
    },
    { name: "a group that the stack only reads", contract, stack: [resource(GROUP, "app", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "logs that are kept for ever",
      stack: [resource(GROUP, "a"), resource(GROUP, "b", { retentionInDays: 0, logGroupClass: "STANDARD" })],
      findings: [
        { resource: "a", path: "retentionInDays", message: /for ever/ },
        { resource: "b", path: "retentionInDays" },
      ],
    },
    {
      name: "logs that are kept for ever although the contract asks for an end",
      contract,
      stack: [resource(GROUP, "app")],
      findings: [{ resource: "app", path: "retentionInDays", level: "mandatory" }],
      mended: { app: { retentionInDays: 30 } },
    },
    {
      name: "numbers that CloudWatch does not offer",
      stack: [
        resource(GROUP, "a", { retentionInDays: 45 }),
        resource(GROUP, "b", { retentionInDays: 3654 }),
        resource(GROUP, "c", { retentionInDays: -1 }),
      ],
      findings: [
        { resource: "a", path: "retentionInDays", level: "mandatory", message: /retentionInDays: 60/ },
        { resource: "b", path: "retentionInDays", stays: true, level: "mandatory", message: /retentionInDays: 3653/ },
        { resource: "c", path: "retentionInDays", stays: true, level: "mandatory", message: /retentionInDays: 1\./ },
      ],
      mended: { a: { retentionInDays: 60 } },
    },
  ],
  undecided: [
    {
      name: "values that are not known yet",
      stack: [resource(GROUP, "a", { retentionInDays: unknown }), resource(GROUP, "b", { logGroupClass: unknown })],
      at: ["a.retentionInDays", "b.logGroupClass"],
    },
  ],
});
