import { scheduleFault, type ScheduleReader } from "../../stack/schedules";
import { UNKNOWN } from "../../stack/value";
import type { Resource } from "../../stack/resource";
import { defineRule, type Context } from "../rule";

const EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";

interface Scheduled extends ScheduleReader {
  readonly property: string;
  /** What AWS answers to an expression that it cannot read. */
  readonly answer?: (expression: string) => string;
}

const SCHEDULED: Readonly<Record<string, Scheduled>> = {
  [EVENT_RULE]: {
    property: "scheduleExpression",
    once: false,
    countsUnits: true,
    asksForMark: true,
    answer: () => "ValidationException: Parameter ScheduleExpression is not valid",
  },
  "aws:scheduler/schedule:Schedule": {
    property: "scheduleExpression",
    once: true,
    countsUnits: false,
    asksForMark: true,
    answer: (expression) => `ValidationException: Invalid Schedule Expression ${expression}`,
  },
  "aws:appautoscaling/scheduledAction:ScheduledAction": {
    property: "schedule",
    once: true,
    countsUnits: false,
    asksForMark: false,
  },
};

export default defineRule({
  id: "schedule-expression",
  category: "validity",
  description: "Schedules are expressions that AWS can read",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "AWS's cron has six fields, the last of them the year, and EventBridge wants a question mark in one of the two for days: " +
    "what a crontab says does not fit. EventBridge keeps time on the default event bus only.",
  fix: {
    typescript: 'scheduleExpression: "cron(0 8 * * ? *)", // or "rate(5 minutes)"',
    python: 'schedule_expression="cron(0 8 * * ? *)",  # or "rate(5 minutes)"',
    yaml: "scheduleExpression: cron(0 8 * * ? *) # or rate(5 minutes)",
  },
  limits:
    "The values inside the fields of a cron expression, and the schedules of other services, which have forms of their own.",
  resource: {
    types: Object.keys(SCHEDULED),
    check(scheduled, context) {
      const kind = SCHEDULED[scheduled.type];
      const expression = kind && scheduled.str(kind.property);
      if (!kind || expression === undefined || expression === "") {
        return;
      }
      if (expression === UNKNOWN) {
        context.undecided(scheduled, kind.property);
      } else {
        const fault = scheduleFault(expression, kind);
        if (fault !== undefined) {
          context.report({
            at: scheduled,
            property: kind.property,
            message: `"${expression}" is no schedule; ${fault}.`,
            ...(kind.answer && { answer: kind.answer(expression) }),
          });
        }
      }
      if (scheduled.type === EVENT_RULE) {
        checkBus(scheduled, context);
      }
    },
  },
});

function checkBus(rule: Resource, { report, undecided }: Context): void {
  const bus = rule.str("eventBusName") ?? "default";
  if (bus === UNKNOWN) {
    undecided(rule, "eventBusName");
  } else if (bus !== "" && bus !== "default" && !/^arn:[^/]*:event-bus\/default$/.test(bus)) {
    report({
      at: rule,
      property: "eventBusName",
      message:
        `the rule has a schedule and belongs to the event bus ${bus}, where schedules do not run; ` +
        "leave eventBusName out, or use an aws.scheduler.Schedule that sends to the bus.",
      answer: "ValidationException: ScheduleExpression is supported only on the default event bus",
    });
  }
}
