import { runsAtEdge } from "../../stack/edge-functions";
import { FUNCTION } from "../../stack/functions";
import { anyOf, type Certainty } from "../../stack/certainty";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const PREFIX = "/aws/lambda/";

export default defineRule({
  id: "lambda-log-group",
  category: "observability",
  description: "Functions have log groups of the program's own",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "Lambda makes a log group for a function that has none. It keeps the logs for ever, stays when the stack is destroyed, " +
    "and cannot be encrypted or limited by the program.",
  fix: {
    typescript:
      'const logs = new aws.cloudwatch.LogGroup("api", { name: "/aws/lambda/api", retentionInDays: 30 });\n' +
      'new aws.lambda.Function("api", { name: "api", … }, { dependsOn: [logs] });',
    python:
      'logs = aws.cloudwatch.LogGroup("api", name="/aws/lambda/api", retention_in_days=30)\n' +
      'aws.lambda_.Function("api", name="api", ..., opts=pulumi.ResourceOptions(depends_on=[logs]))',
  },
  limits: "Functions at the edge, whose logs lie in each region that runs them; what the role may write.",
  stack(stack, { report, undecided }) {
    const groups = stack.ofType(LOG_GROUP);
    for (const fn of stack.ofType(FUNCTION).filter((one) => !one.outside && runsAtEdge(stack, one) !== true)) {
      const chosen = fn.str("loggingConfig", "logGroup");
      const has = anyOf([chosen === UNKNOWN || (chosen ?? "") !== "", ...groups.map((group) => isGroupOf(group, fn))]);
      if (has === UNKNOWN || (!has && runsAtEdge(stack, fn) === UNKNOWN)) {
        undecided(fn);
      } else if (!has) {
        report({
          at: fn,
          message: `Lambda will make the function's log group itself and keep its logs for ever; add an aws.cloudwatch.LogGroup with the name ${PREFIX} and the function's, and retentionInDays.`,
        });
      }
    }
  },
});

/** Whether a log group is a function's, by its name or by what either is made from. */
function isGroupOf(group: Resource, fn: Resource): Certainty {
  const sources = group.propertyDependencies.get("name") ?? [];
  if (sources.includes(fn) || fn.dependencies.includes(group)) {
    return true;
  }
  if (sources.some(({ type }) => type === FUNCTION) || group.outside) {
    return false;
  }
  const name = nameOf(group);
  const own = nameOf(fn);
  return name === UNKNOWN ? UNKNOWN : own === UNKNOWN ? name.startsWith(PREFIX) && UNKNOWN : name === `${PREFIX}${own}`;
}

/** The name that a resource has or will have; unknown where it is made from others, empty where AWS chooses it. */
function nameOf(resource: Resource): string | typeof UNKNOWN {
  const given = resource.str("name");
  const held = resource.outputs.str("name");
  return known(given) ? given : known(held) ? held : (given ?? "");
}
