import { databasesToBackUp, isBackedUp, isDaily, keepsDaily } from "../../../src/aws/storage/backup";
import type { Certainty } from "../../../src/graph/certainty";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import type { Read } from "../../../src/graph/view";
import { build, resource, type Input } from "../../../src/testing/stack";

it.each<[Read<string>, Certainty]>([
  [undefined, true],
  [UNKNOWN, UNKNOWN],
  ["rate(1 day)", true],
  ["rate(1440 minutes)", true],
  ["rate(24 hours)", true],
  ["rate(1441 minutes)", false],
  ["rate(2 days)", false],
  ["cron(0 5 ? * * *)", true],
  ["cron( 0 5 * * ? * )", true],
  ["cron(0 5 ? JAN-DEC mon-sun *)", true],
  ["cron(0 5 L * ? *)", false],
  ["cron(0 5 ? * * 2027)", false],
  ["cron(0 5 * * *)", UNKNOWN],
  ["daily", UNKNOWN],
])("the schedule %p is daily: %p", (schedule, expected) => {
  expect(isDaily(schedule)).toBe(expected);
});

it.each<[Input, number | undefined, Certainty]>([
  [[{ lifecycle: { deleteAfter: 7 } }], 7, true],
  [[{ lifecycle: { deleteAfter: 7 } }], undefined, true],
  [[{ lifecycle: { deleteAfter: 8 } }], 7, false],
  [[{}], 7, false],
  [undefined, 7, false],
])("a plan with the rules %j keeps %p days: %p", (rules, days, expected) => {
  const stack = Stack.from(build([resource("aws:backup/plan:Plan", "p", { rules })], "preview"));
  expect(stack.resources.map((plan) => keepsDaily(plan, days))).toEqual([expected]);
});

it.each([
  ["*", true],
  ["arn:aws:rds:*:*:cluster:orders", true],
  ["arn:aws:rds:*:*:cluster:*", true],
  ["arn:aws-cn:rds:*:*:cluster:o*s", true],
  ["arn:aws:rds:eu-west-1:*:cluster:orders", UNKNOWN],
  ["arn:aws:rds:*:*:cluster:order", false],
  ["arn:aws:rds:*:*:cluster", false],
  ["arn:aws:rds:*:*:db:*", false],
  ["arn:aws:rds:*:*:c*luster:x*", false],
  ["", false],
])("the pattern %p includes a cluster whose region is not known: %p", (pattern, expected) => {
  const built = [
    resource("aws:rds/cluster:Cluster", "orders", { clusterIdentifier: "orders" }),
    resource("aws:backup/selection:Selection", "s", { resources: [pattern] }),
  ];
  const stack = Stack.from(build(built, "preview"));
  expect(databasesToBackUp(stack).map((database) => isBackedUp(stack, database))).toEqual([expected]);
});
