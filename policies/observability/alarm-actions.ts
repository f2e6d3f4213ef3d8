import { isUsedByOthers } from "../../src/aws/observability/alarms";
import { CLOUDWATCH_COMPOSITE_ALARM, CLOUDWATCH_METRIC_ALARM } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

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
  description: "Alarms must notify a topic or trigger an action",
  severity: "medium",
  level: "advisory",
  failures: ["F11"],
  why:
    "An alarm without an action turns red in a console that no one watches: customers are still the first to notice the " +
    "problem.",
  fix: {
    typescript: `alarmActions: [topic.arn],`,
    python: `alarm_actions=[topic.arn],`,
    yaml: `alarmActions: ["\${topic.arn}"]`,
  },
  limits:
    "Who is notified by the action. Alarms that another resource of the stack uses (a composite alarm, a deployment, a " +
    "health check), and all alarms where an EventBridge rule matches them.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"],
  stack(stack, { report, undecided }) {
    for (const alarm of stack.managed(CLOUDWATCH_METRIC_ALARM, CLOUDWATCH_COMPOSITE_ALARM)) {
      const enabled = alarm.bool("actionsEnabled") ?? true;
      const acts = hasActions(alarm);
      const isUsed = (acts && enabled === true) || isUsedByOthers(stack, alarm);
      if (isUsed === UNKNOWN || (acts && enabled === UNKNOWN && !isUsed)) {
        undecided(alarm, acts ? "actionsEnabled" : "alarmActions");
      } else if (!isUsed) {
        report({
          at: alarm,
          property: acts ? "actionsEnabled" : "alarmActions",
          message: acts
            ? "The alarm's actions are switched off. Set `actionsEnabled: true`."
            : "The alarm has no action, so it notifies no one. Set `alarmActions: [topic.arn]` with an SNS topic.",
        });
      }
    }
  },
});
