import { runsAtEdge } from "../../stack/edge-functions";
import { FUNCTION } from "../../stack/functions";
import { anyOf, type Certainty } from "../../stack/certainty";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
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
      'new aws.lambda.Function("api", { name: "api", /* … */ }, { dependsOn: [logs] });',
    python:
      'logs = aws.cloudwatch.LogGroup("api", name="/aws/lambda/api", retention_in_days=30)\n' +
      'aws.lambda_.Function("api", name="api", opts=pulumi.ResourceOptions(depends_on=[logs]))',
    yaml:
      "resources:\n  logs:\n    type: aws:cloudwatch:LogGroup\n    properties:\n      name: /aws/lambda/api\n" +
      "      retentionInDays: 30\n  api:\n    type: aws:lambda:Function\n    properties:\n      name: api\n" +
      '    options:\n      dependsOn: ["${logs}"]',
  },
  limits: "Functions at the edge, whose logs lie in each region that runs them; what the role may write.",
  stack(stack, { report, undecided }) {
    const hasGroup = logGroups(stack);
    for (const fn of stack.ofType(FUNCTION).filter((one) => !one.outside && runsAtEdge(stack, one) !== true)) {
      const chosen = fn.str("loggingConfig", "logGroup");
      const has = anyOf([chosen === UNKNOWN || (chosen ?? "") !== "", hasGroup(fn)]);
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

/** Whether a function has a log group, by its name or by what either is made from. */
function logGroups(stack: Stack): (fn: Resource) => Certainty {
  const groups = stack.ofType(LOG_GROUP);
  const sourcesOf = ({ propertyDependencies }: Resource): readonly Resource[] => propertyDependencies.get("name") ?? [];
  const made = new Set(groups.flatMap(sourcesOf).filter(({ type }) => type === FUNCTION));
  const named = groups.filter((group) => !group.outside && !sourcesOf(group).some((source) => made.has(source)));
  const names = new Set(named.map(nameOf));
  const ofLambda = [...names].some((name) => name !== UNKNOWN && name.startsWith(PREFIX));
  return (fn) => {
    if (made.has(fn) || fn.dependencies.some(({ type }) => type === LOG_GROUP)) {
      return true;
    }
    const own = nameOf(fn);
    return own === UNKNOWN
      ? (ofLambda || names.has(UNKNOWN)) && UNKNOWN
      : names.has(`${PREFIX}${own}`) || (names.has(UNKNOWN) && UNKNOWN);
  };
}

/** The name that a resource has or will have; unknown where it is made from others, empty where AWS chooses it. */
function nameOf(resource: Resource): string | typeof UNKNOWN {
  const given = resource.str("name");
  const held = resource.outputs.str("name");
  return known(given) ? given : known(held) ? held : (given ?? "");
}
