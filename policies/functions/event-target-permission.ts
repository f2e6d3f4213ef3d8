import { allOf, anyOf, type Certainty } from "../../stack/certainty";
import { mentions } from "../../stack/environments";
import { FUNCTION } from "../../stack/functions";
import { statementsOf } from "../../stack/iam";
import { opaqueUsersOf } from "../../stack/opaque";
import type { Resource } from "../../stack/resource";
import { isUnplaced, type Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TARGET = "aws:cloudwatch/eventTarget:EventTarget";
const PERMISSION = "aws:lambda/permission:Permission";
const RESOURCE_POLICY = "aws:lambda/resourcePolicy:ResourcePolicy";
const ALIAS = "aws:lambda/alias:Alias";

export default defineRule({
  id: "event-target-permission",
  category: "functions",
  description: "EventBridge rules have targets that they may call",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "EventBridge calls a function only where the function lets it, and drops the events otherwise. The deployment works, " +
    "and nothing ever happens.",
  fix: {
    typescript:
      'new aws.cloudwatch.EventTarget("nightly", { rule: rule.name, arn: report.arn });\n' +
      'new aws.lambda.Permission("nightly", { function: report.name, action: "lambda:InvokeFunction",\n' +
      '  principal: "events.amazonaws.com", sourceArn: rule.arn });',
    python:
      'aws.cloudwatch.EventTarget("nightly", rule=rule.name, arn=report.arn)\n' +
      'aws.lambda_.Permission("nightly", function=report.name, action="lambda:InvokeFunction",\n' +
      '    principal="events.amazonaws.com", source_arn=rule.arn)',
    yaml:
      "resources:\n  nightly:\n    type: aws:cloudwatch:EventTarget\n    properties:\n" +
      "      rule: ${rule.name}\n      arn: ${report.arn}\n  nightly-permission:\n" +
      "    type: aws:lambda:Permission\n    properties:\n      function: ${report.name}\n" +
      "      action: lambda:InvokeFunction\n      principal: events.amazonaws.com\n" +
      "      sourceArn: ${rule.arn}",
  },
  limits:
    "Targets that name a role of their own; functions outside the stack, or that another provider or a script has to do with; aliases and versions by themselves; what else a " +
    "target needs. A rule without a target is told without stopping anything, as another stack may add one.",
  stack(stack, { report, undecided }) {
    const targets = stack.ofType(TARGET);
    const hasUnclear = targets.some((target) => isUnplaced(stack, target.at("rule"), RULE));
    for (const rule of stack.ofType(RULE).filter(isSwitchedOn)) {
      const named = stack.referrers(rule, "rule", TARGET).length > 0 || (hasUnclear && UNKNOWN);
      if (named === UNKNOWN) {
        undecided(rule);
      } else if (!named) {
        report({
          at: rule,
          level: "advisory",
          message: "no target hears of what this rule finds; add an aws.cloudwatch.EventTarget with this rule's name.",
        });
      }
    }
    for (const target of targets.filter((one) => !one.outside && one.at("roleArn").isAbsent)) {
      const [fn, ...others] = stack.refs(target.at("arn"), FUNCTION, ALIAS).resources;
      if (!fn || others.length > 0 || fn.type !== FUNCTION || fn.outside) {
        continue;
      }
      const rules = stack.refs(target.at("rule"), RULE).resources;
      const allowed = anyOf([
        ...stack.ofType(PERMISSION).map((permission) => lets(stack, permission, fn, rules)),
        ...stack.ofType(RESOURCE_POLICY).map((policy) => letsByPolicy(stack, policy, fn)),
        opaqueUsersOf(stack, fn).length > 0 && UNKNOWN,
      ]);
      if (allowed === UNKNOWN) {
        undecided(target, "arn");
      } else if (!allowed) {
        report({
          at: target,
          property: "arn",
          message:
            `nothing lets EventBridge call the function ${fn.name}, so that its events are dropped; add an aws.lambda.Permission ` +
            'with the principal "events.amazonaws.com" and the rule\'s arn as sourceArn.',
        });
      }
    }
  },
});

function isSwitchedOn(rule: Resource): boolean {
  return !rule.outside && rule.str("state") !== "DISABLED" && rule.bool("isEnabled") !== false;
}

/** Whether a property names a resource; unknown where it may. */
function names(stack: Stack, resource: Resource, property: string, wanted: Resource): Certainty {
  const place = resource.at(property);
  const { resources } = stack.refs(place, wanted.type);
  return resources.includes(wanted) || (resources.length === 0 && place.isUnknown && UNKNOWN);
}

const isEventBridge = (principal: string): boolean => principal === "*" || principal.startsWith("events.");

/** Whether the whole policy of a function lets EventBridge call it, under whatever conditions. */
function letsByPolicy(stack: Stack, policy: Resource, fn: Resource): Certainty {
  const isItsOwn = names(stack, policy, "resourceArn", fn);
  const statements = isItsOwn === false ? [] : statementsOf(policy, "policy");
  const lets = known(statements)
    ? anyOf(
        statements.map(({ effect, principals }): Certainty => {
          const isNamed = known(principals) ? principals.some(({ id }) => known(id) && isEventBridge(id)) : UNKNOWN;
          return effect !== "Deny" && isNamed;
        }),
      )
    : UNKNOWN;
  return allOf([isItsOwn, lets]);
}

/** Whether a permission lets EventBridge call the function, for one of these rules where it says for which. */
function lets(stack: Stack, permission: Resource, fn: Resource, rules: readonly Resource[]): Certainty {
  const principal = permission.str("principal");
  if (known(principal) && !isEventBridge(principal)) {
    return false;
  }
  const sources = stack.refs(permission.at("sourceArn"), RULE);
  const isForOthers =
    sources.complete &&
    sources.resources.length > 0 &&
    rules.length > 0 &&
    !rules.some((rule) => sources.resources.includes(rule));
  // The name of a function may stand in a whole or partial ARN, which a first preview does not know.
  const text = permission.str("function");
  return !isForOthers && ((known(text) && mentions(text, fn)) || names(stack, permission, "function", fn));
}
