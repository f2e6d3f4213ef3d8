import { readFileSync } from "node:fs";
import { join } from "node:path";
import table from "../../../src/aws/data/closed-services.json";
import rule from "../../../policies/validity/service-closed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource } from "../../../src/testing/stack";

const RUNNER = "aws:apprunner/service:Service";
const { types: TYPES } = JSON.parse(
  readFileSync(join(__dirname, "../../../src/aws/data/aws-resources.json"), "utf8"),
) as { types: Record<string, unknown> };

ruleTest(rule, {
  valid: [
    {
      name: "a service that is open",
      stack: [resource("aws:ecs/service:Service", "s"), resource("aws:codecommit/repository:Repository", "r")],
    },
    { name: "the day before", stack: [resource(RUNNER, "s")], day: "2026-04-29" },
    { name: "another type of the same module", stack: [resource("aws:cloudtrail/trail:Trail", "t")] },
    { name: "a service that the stack only reads", stack: [resource(RUNNER, "s", {}, { external: true })] },
    {
      name: "a contract that removes the row",
      stack: [resource(RUNNER, "s")],
      contract: { facts: { "closed-services": { types: { "aws:apprunner/": null } } } },
    },
    { name: "other providers", stack: [resource("random:index/randomId:RandomId", "id")] },
  ],
  invalid: [
    {
      name: "a service that is closed, from the day on",
      stack: [resource(RUNNER, "s")],
      day: "2026-04-30",
      findings: [
        {
          resource: "s",
          message: /^AWS closed App Runner to new customers on 2026-04-30, .*Consider ECS Express Mode/,
        },
      ],
    },
    {
      name: "a type that is closed",
      stack: [resource("aws:cloudtrail/eventDataStore:EventDataStore", "lake")],
      findings: [{ resource: "lake", message: /CloudTrail Lake/ }],
    },
    {
      name: "a service that has ended",
      stack: [resource("aws:qldb/ledger:Ledger", "l")],
      findings: [{ resource: "l", message: /^AWS ended QLDB on 2025-07-31\. Use Aurora PostgreSQL instead\.$/ }],
    },
  ],
});

it.each(Object.entries(table.types))("%s is a type of @pulumi/aws, and has a day and a source", (key, row) => {
  expect(Object.keys(TYPES).some((type) => type.startsWith(key))).toBe(true);
  expect(row.closed).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(row.source).toMatch(/#\d+$|^https:|botocore/);
});
