import rule from "../../../policies/validity/schedule-expression";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const eventRule = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:cloudwatch/eventRule:EventRule", "nightly", inputs);
const schedule = (scheduleExpression: Input): BuiltResource =>
  resource("aws:scheduler/schedule:Schedule", "once", { scheduleExpression });
const action = (expression: Input): BuiltResource =>
  resource("aws:appautoscaling/scheduledAction:ScheduledAction", "scale", { schedule: expression });

ruleTest(rule, {
  valid: [
    {
      name: "rates, crons and times",
      stack: [
        eventRule({ scheduleExpression: "rate(1 hour)" }),
        schedule("at(2027-01-01T00:00:00)"),
        action("cron(0 8 ? * MON-FRI *)"),
      ],
    },
    {
      name: "a scheduled action as the documentation of Application Auto Scaling had it",
      stack: [action("cron(30 6 * * 2 *)")],
    },
    {
      name: "schedules of other services",
      stack: [
        resource("aws:autoscaling/schedule:Schedule", "morning", { recurrence: "0 8 * * *" }),
        resource("aws:cloudwatch/eventRule:EventRule", "shared", { scheduleExpression: "x" }, { external: true }),
      ],
    },
  ],
  invalid: [
    {
      name: "a line of a crontab, and strings of other forms",
      stack: [eventRule({ scheduleExpression: "cron(0 8 * * *)" }), schedule("daily"), action("0 8 * * *")],
      findings: [
        {
          resource: "nightly",
          path: "scheduleExpression",
          message:
            /six fields.*AWS rejects this with: "ValidationException: Parameter ScheduleExpression is not valid"\.$/,
        },
        { resource: "once", path: "scheduleExpression", message: /Invalid Schedule Expression daily/ },
        { resource: "scale", path: "schedule", message: /^AWS cannot parse "0 8 \* \* \*"\. Write/ },
      ],
    },
    {
      name: "two stars for days",
      stack: [eventRule({ scheduleExpression: "cron(7 20 * * 1-7 *)" }), schedule("cron(0 8 * * * *)")],
      findings: [
        { resource: "nightly", path: "scheduleExpression", message: /One of day of month and day of week must be/ },
        { resource: "once", path: "scheduleExpression" },
      ],
    },
  ],
  undecided: [
    {
      name: "an expression that is not known yet",
      stack: [eventRule({ scheduleExpression: unknown })],
      at: ["nightly.scheduleExpression"],
    },
  ],
});
