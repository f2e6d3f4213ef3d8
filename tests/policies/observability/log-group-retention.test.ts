import rule from "../../../policies/observability/log-group-retention";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

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
      name: "the class whose retention AWS sets",
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
      name: "logs that are not kept as long as the contract requires",
      contract: { logRetentionDays: 300 },
      stack: [
        resource(GROUP, "short", { retentionInDays: 30 }),
        resource(GROUP, "odd", { retentionInDays: 31 }),
        resource(GROUP, "long", { retentionInDays: 365 }),
      ],
      findings: [
        { resource: "odd", path: "retentionInDays", level: "mandatory", message: /does not offer/ },
        { resource: "short", path: "retentionInDays", level: "mandatory", message: /kept for 30 days.*requires 300/ },
      ],
      fixed: { short: { retentionInDays: 365 }, odd: { retentionInDays: 365 } },
    },
    {
      name: "logs that are kept forever",
      stack: [resource(GROUP, "a"), resource(GROUP, "b", { retentionInDays: 0, logGroupClass: "STANDARD" })],
      findings: [
        { resource: "a", path: "retentionInDays", level: "advisory", message: /forever/ },
        { resource: "b", path: "retentionInDays", level: "advisory" },
      ],
    },
    {
      name: "logs that are kept forever although the contract requires a limit",
      contract,
      stack: [resource(GROUP, "app")],
      findings: [{ resource: "app", path: "retentionInDays", level: "mandatory" }],
      fixed: { app: { retentionInDays: 30 } },
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
        { resource: "c", path: "retentionInDays", stays: true, level: "mandatory", message: /retentionInDays: 1`\./ },
      ],
      fixed: { a: { retentionInDays: 60 } },
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
