import {
  CLOUDWATCH_EVENT_RULE,
  CLOUDWATCH_EVENT_TARGET,
  LAMBDA_ALIAS,
  LAMBDA_FUNCTION,
} from "../../src/aws/type-tokens";
import { mayBeInvokedBy } from "../../src/aws/functions/permissions";
import { type Certainty, allOf, equals, not } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { mayReferTo } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "event-target-permission",
  category: "functions",
  description: "EventBridge rules must have targets that they may invoke",
  severity: "high",
  level: "mandatory",
  basis: "cannot-work",
  failures: [],
  why:
    "EventBridge invokes a function only where the function's policy allows it, and drops the events otherwise. The " +
    "deployment succeeds, and nothing ever happens.",
  fix: {
    typescript: `new aws.cloudwatch.EventTarget("nightly", { rule: rule.name, arn: report.arn });
new aws.lambda.Permission("nightly", {
  function: report.name,
  action: "lambda:InvokeFunction",
  principal: "events.amazonaws.com",
  sourceArn: rule.arn,
});`,
    python: `aws.cloudwatch.EventTarget("nightly", rule=rule.name, arn=report.arn)
aws.lambda_.Permission("nightly", function=report.name, action="lambda:InvokeFunction",
    principal="events.amazonaws.com", source_arn=rule.arn)`,
    yaml: `resources:
  nightly:
    type: aws:cloudwatch:EventTarget
    properties:
      rule: \${rule.name}
      arn: \${report.arn}
  nightly-permission:
    type: aws:lambda:Permission
    properties:
      function: \${report.name}
      action: lambda:InvokeFunction
      principal: events.amazonaws.com
      sourceArn: \${rule.arn}`,
  },
  limits:
    "Targets with a role of their own; functions outside the stack, or that another provider or a script uses; aliases " +
    "and versions by themselves; what else a target needs. A rule without a target is advisory, as another stack may add one.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
  ],
  stack(stack, { report, undecided }) {
    const targets = stack.ofType(CLOUDWATCH_EVENT_TARGET);
    const hasUnknownRule = targets.some((target) => mayReferTo(stack, target.at("rule"), CLOUDWATCH_EVENT_RULE));
    for (const rule of stack.managed(CLOUDWATCH_EVENT_RULE)) {
      const isUsed = stack.referrers(rule, "rule", CLOUDWATCH_EVENT_TARGET).length > 0 || (hasUnknownRule && UNKNOWN);
      const isIdle = allOf([isEnabled(rule), not(isUsed)]);
      if (isIdle === UNKNOWN) {
        undecided(rule);
      } else if (isIdle) {
        report({
          at: rule,
          level: "advisory",
          message:
            "The rule has no target, so the events that it matches go nowhere. Add an aws.cloudwatch.EventTarget with " +
            "this rule's name as `rule`.",
        });
      }
    }
    for (const target of targets.filter((one) => !one.external && one.at("roleArn").isAbsent)) {
      const [fn, ...others] = stack.refs(target.at("arn"), LAMBDA_FUNCTION, LAMBDA_ALIAS).resources;
      if (!fn || others.length > 0 || fn.type !== LAMBDA_FUNCTION || fn.external) {
        continue;
      }
      const rules = stack.refs(target.at("rule"), CLOUDWATCH_EVENT_RULE).resources;
      const allowed = mayBeInvokedBy(stack, fn, "events", { type: CLOUDWATCH_EVENT_RULE, resources: rules });
      if (allowed === UNKNOWN) {
        undecided(target, "arn");
      } else if (!allowed) {
        report({
          at: target,
          property: "arn",
          message:
            `No permission lets EventBridge invoke the function ${fn.name}, so its events are dropped. Add an ` +
            'aws.lambda.Permission with `principal: "events.amazonaws.com"` and `sourceArn: rule.arn`.',
        });
      }
    }
  },
});

const isEnabled = (rule: Resource): Certainty =>
  allOf([not(equals(rule.str("state"), "DISABLED")), rule.bool("isEnabled") ?? true]);
