import rule from "../../../policies/observability/alarm-actions";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type Input } from "../../../src/testing/stack";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const COMPOSITE = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
const EVENTS = "aws:cloudwatch/eventRule:EventRule";
const topic = resource("aws:sns/topic:Topic", "operators");
const alarm = (name: string, more: Record<string, Input> = {}) =>
  resource(ALARM, name, { metricName: "Errors", ...more });
const silent = alarm("silent");
const named = alarm("named", { name: "shop-errors" });
const off = alarm("off", { alarmActions: [topic.arn], actionsEnabled: false });
const notified = { alarmActions: [topic.arn] };

ruleTest(rule, {
  valid: [
    {
      name: "alarms that notify a topic, in any state",
      stack: [
        topic,
        alarm("a", notified),
        alarm("b", { okActions: [topic.arn], actionsEnabled: true }),
        alarm("c", { insufficientDataActions: ["arn:aws:sns:us-east-1:123456789012:operators"] }),
        alarm("d", { alarmActions: [unknown] }),
        resource(COMPOSITE, "e", { alarmRule: 'ALARM("x")', ...notified }),
      ],
    },
    { name: "actions that are not known yet", stack: [alarm("a", { alarmActions: unknown })] },
    {
      name: "alarms that a composite alarm uses",
      stack: [
        topic,
        silent,
        off,
        named,
        resource(COMPOSITE, "any", { alarmRule: text`ALARM(${silent.name}) OR ALARM(${off.name})`, ...notified }),
        resource(COMPOSITE, "other", { alarmRule: 'ALARM("shop-errors")', ...notified }),
      ],
    },
    {
      name: "an alarm that a deployment uses",
      stack: [
        silent,
        resource("aws:ecs/service:Service", "app", {
          alarms: { alarmNames: [silent.name], enable: true, rollback: true },
        }),
      ],
    },
    {
      name: "an EventBridge rule that listens to all alarms",
      stack: [silent, resource(EVENTS, "alarms", { eventPattern: json({ source: ["aws.cloudwatch"] }) })],
    },
    { name: "an alarm that the stack only reads", stack: [resource(ALARM, "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "alarms that notify no one",
      stack: [
        silent,
        named,
        alarm("empty", { alarmActions: [] }),
        resource(COMPOSITE, "composite", { alarmName: "all", alarmRule: 'ALARM("all-else")' }),
        resource(EVENTS, "nightly", { scheduleExpression: "rate(1 day)" }),
        resource(EVENTS, "uploads", { eventPattern: json({ source: ["aws.s3"] }) }),
      ],
      findings: [
        { resource: "silent", path: "alarmActions", message: /topic\.arn/ },
        { resource: "named", path: "alarmActions" },
        { resource: "empty", path: "alarmActions" },
        { resource: "composite", path: "alarmActions" },
      ],
    },
    {
      name: "an alarm that only a dashboard shows",
      stack: [
        silent,
        resource("aws:cloudwatch/dashboard:Dashboard", "operations", { dashboardBody: json({ alarms: [silent.arn] }) }),
      ],
      findings: [{ resource: "silent", path: "alarmActions" }],
    },
    {
      name: "actions that are switched off",
      stack: [topic, off],
      findings: [{ resource: "off", path: "actionsEnabled", message: /actionsEnabled: true/ }],
    },
  ],
  undecided: [
    {
      name: "a switch that is not known yet",
      stack: [topic, alarm("a", { ...notified, actionsEnabled: unknown })],
      at: ["a.actionsEnabled"],
    },
    {
      name: "a rule or pattern that is not known yet",
      stack: [silent, resource(EVENTS, "some", { eventPattern: unknown })],
      at: ["silent.alarmActions"],
    },
    {
      name: "a composite alarm whose rule is not known yet",
      stack: [named, resource(COMPOSITE, "all", { alarmRule: unknown, alarmActions: [unknown] })],
      at: ["named.alarmActions"],
    },
  ],
});
