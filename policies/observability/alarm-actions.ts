import { COMPOSITE_ALARM, isHeardElsewhere, METRIC_ALARM } from "../../stack/alarms";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const ACTIONS = ["alarmActions", "insufficientDataActions", "okActions"];

function hasActions(alarm: Resource): boolean {
  return ACTIONS.some((property) => {
    const actions = alarm.list(property) ?? [];
    return actions === UNKNOWN || actions.length > 0;
  });
}

export default defineRule({
  id: "alarm-actions",
  category: "observability",
  description: "Alarms tell somebody",
  severity: "medium",
  level: "advisory",
  failures: ["F11"],
  why:
    "An alarm without an action turns red in a console that nobody looks at: the trouble is found by the customers " +
    "all the same.",
  fix: {
    typescript: "alarmActions: [topic.arn],",
    python: "alarm_actions=[topic.arn],",
    yaml: 'alarmActions: ["${topic.arn}"]',
  },
  limits:
    "Who listens to the action. Alarms that another resource of the stack goes by (a composite alarm, a deployment, " +
    "a health check), and all alarms where an EventBridge rule listens to them.",
  stack(stack, { report, undecided }) {
    for (const alarm of stack.ofType(METRIC_ALARM, COMPOSITE_ALARM)) {
      const enabled = alarm.bool("actionsEnabled") ?? true;
      const acts = hasActions(alarm);
      const isHeard = alarm.outside || (acts && enabled === true) || isHeardElsewhere(stack, alarm);
      if (isHeard === UNKNOWN || (acts && enabled === UNKNOWN && !isHeard)) {
        undecided(alarm, acts ? "actionsEnabled" : "alarmActions");
      } else if (!isHeard) {
        report({
          at: alarm,
          property: acts ? "actionsEnabled" : "alarmActions",
          message: acts
            ? "the alarm has actions but they are switched off; set actionsEnabled: true."
            : "the alarm tells nobody; set alarmActions: [topic.arn] with an SNS topic that somebody reads.",
        });
      }
    }
  },
});
