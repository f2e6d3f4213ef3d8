import { scheduleProblem } from "../../../policies/validity/schedule-expression.schedules";

const RULE = { acceptsAt: false, checksPlural: true, needsQuestionMark: true };
const SCHEDULE = { acceptsAt: true, checksPlural: false, needsQuestionMark: true };
const ACTION = { ...SCHEDULE, needsQuestionMark: false };

describe("expressions of rules", () => {
  test.each([
    "rate(1 minute)",
    "rate(5 minutes)",
    "rate(12 hours)",
    "rate(1 day)",
    " rate(7 days) ",
    "cron(0 8 * * ? *)",
    "cron(0/15 8-18 ? * MON-FRI *)",
    "cron(0 8 1 * ? *)",
    "cron(0 0 L * ? *)",
    "cron(15 10 ? * 6L 2026-2028)",
    "cron(0/5, 9-18, ?, *, MON-FRI, *)",
  ])("%s is valid", (expression) => {
    expect(scheduleProblem(expression, RULE)).toBeUndefined();
  });

  test.each([
    ["rate(1 minutes)", /"rate\(1 minute\)"/],
    ["rate(5 minute)", /"rate\(5 minutes\)"/],
    ["rate(5 Hour)", /"rate\(5 hours\)"/],
    ["rate(0 minutes)", /number from 1/],
    ["rate(30 seconds)", /minutes, hours or days/],
    ["rate(1.5 hours)", /number from 1/],
    ["rate()", /number from 1/],
    ["cron(0 8 * * *)", /this one has 5/],
    ["cron(0 0 8 * * ? *)", /this one has 7/],
    ["cron()", /this one has 0/],
    ["cron(0 8 * * * *)", /"cron\(0 8 \* \* \? \*\)"/],
    ["cron(0 8 * * MON *)", /"cron\(0 8 \? \* MON \*\)"/],
    ["cron(0 8 1 * * *)", /"cron\(0 8 1 \* \? \*\)"/],
    ["cron(0 8 1 * MON *)", /cannot both be set/],
    ["at(2026-01-31T08:00:00)", /aws\.scheduler\.Schedule/],
    ["0 8 * * *", /"rate\(5 minutes\)"/],
    ["every 5 minutes", /"cron\(0 8 \* \* \? \*\)"$/],
  ])("%s is invalid", (expression, reason) => {
    expect(scheduleProblem(expression, RULE)).toMatch(reason);
  });
});

describe("expressions of the scheduler", () => {
  test.each(["at(2026-01-31T08:00:00)", "rate(1 minutes)", "rate(5 minute)", "cron(0 8 ? * 2 *)"])(
    "%s is valid",
    (expression) => {
      expect(scheduleProblem(expression, SCHEDULE)).toBeUndefined();
    },
  );

  test.each([
    ["at(2026-01-31 08:00)", /without a time zone/],
    ["at(2026-01-31T08:00:00Z)", /without a time zone/],
    ["daily", /or "at\(/],
  ])("%s is invalid", (expression, reason) => {
    expect(scheduleProblem(expression, SCHEDULE)).toMatch(reason);
  });

  test("a scheduled action needs no question mark, but six fields", () => {
    expect(scheduleProblem("cron(30 6 * * 2 *)", ACTION)).toBeUndefined();
    expect(scheduleProblem("cron(30 6 * * 2)", ACTION)).toMatch(/six fields/);
  });

  test("a long string takes little time", () => {
    expect(scheduleProblem(`cron(${" *".repeat(100_000)}`, SCHEDULE)).toBeDefined();
  });
});
