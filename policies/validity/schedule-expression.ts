import { scheduleProblem, type ScheduleForm } from "./schedule-expression.schedules";
import { CLOUDWATCH_EVENT_RULE } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Resource } from "../../src/graph/resource";
import { defineRule, type Context } from "../../src/rules/rule";

interface Scheduled extends ScheduleForm {
  readonly property: string;
  /** AWS's error for an expression that it cannot parse. */
  readonly awsError?: (expression: string) => string;
}

const SCHEDULED: Readonly<Record<string, Scheduled>> = {
  [CLOUDWATCH_EVENT_RULE]: {
    property: "scheduleExpression",
    acceptsAt: false,
    checksPlural: true,
    needsQuestionMark: true,
    awsError: () => "ValidationException: Parameter ScheduleExpression is not valid",
  },
  "aws:scheduler/schedule:Schedule": {
    property: "scheduleExpression",
    acceptsAt: true,
    checksPlural: false,
    needsQuestionMark: true,
    awsError: (expression) => `ValidationException: Invalid Schedule Expression ${expression}`,
  },
  "aws:appautoscaling/scheduledAction:ScheduledAction": {
    property: "schedule",
    acceptsAt: true,
    checksPlural: false,
    needsQuestionMark: false,
  },
};

/** Where a schedule names a time zone. */
const TIME_ZONES: Readonly<Record<string, string>> = {
  "aws:scheduler/schedule:Schedule": "scheduleExpressionTimezone",
  "aws:appautoscaling/scheduledAction:ScheduledAction": "timezone",
  "aws:autoscaling/schedule:Schedule": "timeZone",
};

/** True for the names of the time zone database, which AWS and Node.js both use. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function checkTimeZone(scheduled: Resource, { report }: Context): void {
  const property = TIME_ZONES[scheduled.type] ?? "";
  const zone = property === "" ? undefined : scheduled.str(property);
  if (known(zone) && zone !== "" && !isTimeZone(zone)) {
    report({
      at: scheduled,
      property,
      message: `There is no time zone "${zone}". Use a name of the time zone database, such as "Europe/Zurich".`,
    });
  }
}

export default defineRule({
  id: "schedule-expression",
  category: "validity",
  description: "Schedules must be expressions that AWS can parse",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "AWS's cron expressions have six fields, the last one for the year, and EventBridge requires a question mark in one of " +
    "the two for days, so an expression from a crontab does not fit.",
  fix: {
    typescript: `scheduleExpression: "cron(0 8 * * ? *)", // or "rate(5 minutes)"`,
    python: `schedule_expression="cron(0 8 * * ? *)",  # or "rate(5 minutes)"`,
    yaml: `scheduleExpression: cron(0 8 * * ? *) # or rate(5 minutes)`,
  },
  limits:
    "The values inside the fields of a cron expression, and the schedules of other services, which have forms of their own.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html",
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
  ],
  resource: {
    types: [...new Set([...Object.keys(SCHEDULED), ...Object.keys(TIME_ZONES)])],
    check(scheduled, context) {
      checkTimeZone(scheduled, context);
      const kind = SCHEDULED[scheduled.type];
      const expression = kind && scheduled.str(kind.property);
      if (!kind || expression === undefined || expression === "") {
        return;
      }
      if (expression === UNKNOWN) {
        context.undecided(scheduled, kind.property);
        return;
      }
      const problem = scheduleProblem(expression, kind);
      if (problem !== undefined) {
        context.report({
          at: scheduled,
          property: kind.property,
          message: `AWS cannot parse "${expression}". ${problem}.`,
          ...(kind.awsError && { awsError: kind.awsError(expression) }),
        });
      }
    },
  },
});
