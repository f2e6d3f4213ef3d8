import { runsAtEdge } from "../../src/aws/functions/edge-functions";
import { CLOUDWATCH_LOG_GROUP, LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";
const PREFIX = "/aws/lambda/";

export default defineRule({
  id: "lambda-log-group",
  category: "observability",
  description: "The program must create the log groups of its functions",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["logRetention"],
  failures: [],
  why:
    "Lambda creates a log group for a function that has none. It keeps the logs forever, remains when the stack is " +
    "destroyed, and the program can neither encrypt nor limit it.",
  fix: {
    typescript: `const logs = new aws.cloudwatch.LogGroup("api", { name: "/aws/lambda/api", retentionInDays: 30 });
new aws.lambda.Function("api", { name: "api", /* … */ }, { dependsOn: [logs] });`,
    python: `logs = aws.cloudwatch.LogGroup("api", name="/aws/lambda/api", retention_in_days=30)
aws.lambda_.Function("api", name="api", opts=pulumi.ResourceOptions(depends_on=[logs]))`,
    yaml: `resources:
  logs:
    type: aws:cloudwatch:LogGroup
    properties:
      name: /aws/lambda/api
      retentionInDays: 30
  api:
    type: aws:lambda:Function
    properties:
      name: api
    options:
      dependsOn: ["\${logs}"]`,
  },
  limits: "Functions at the edge, whose logs are in each region that runs them; what the role may write.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html"],
  stack(stack, { report, undecided }) {
    const hasGroup = logGroups(stack);
    const without: Resource[] = [];
    for (const fn of stack.managed(LAMBDA_FUNCTION).filter((one) => runsAtEdge(stack, one) !== true)) {
      const chosen = fn.str("loggingConfig", "logGroup");
      const has = anyOf([chosen === UNKNOWN || (chosen ?? "") !== "", hasGroup(fn)]);
      if (has === UNKNOWN || (!has && runsAtEdge(stack, fn) === UNKNOWN)) {
        undecided(fn);
      } else if (!has) {
        without.push(fn);
      }
    }
    const [first, ...others] = without;
    if (first) {
      report({
        at: first,
        alsoAt: others,
        message:
          "Lambda creates the log group of this function itself and keeps its logs forever. Add an " +
          `aws.cloudwatch.LogGroup that is named "${PREFIX}" and the function's name, with \`retentionInDays: 30\`.`,
      });
    }
  },
});

/** Whether a function has a log group, by its name or by the resources that either name comes from. */
function logGroups(stack: Stack): (fn: Resource) => Certainty {
  const groups = stack.ofType(CLOUDWATCH_LOG_GROUP);
  const sourcesOf = ({ propertyDependencies }: Resource): readonly Resource[] => propertyDependencies.get("name") ?? [];
  const covered = new Set(groups.flatMap(sourcesOf).filter(({ type }) => type === LAMBDA_FUNCTION));
  const others = groups.filter((group) => !group.external && !sourcesOf(group).some((source) => covered.has(source)));
  const names = new Set(others.map(nameOf));
  const ofLambda = [...names].some((name) => name !== UNKNOWN && name.startsWith(PREFIX));
  return (fn) => {
    if (covered.has(fn) || fn.dependencies.some(({ type }) => type === CLOUDWATCH_LOG_GROUP)) {
      return true;
    }
    const own = nameOf(fn);
    return own === UNKNOWN
      ? (ofLambda || names.has(UNKNOWN)) && UNKNOWN
      : names.has(`${PREFIX}${own}`) || (names.has(UNKNOWN) && UNKNOWN);
  };
}

/** The name that a resource has or will have; unknown where it comes from others, empty where AWS chooses it. */
function nameOf(resource: Resource): string | typeof UNKNOWN {
  const set = resource.str("name");
  const held = resource.outputs.str("name");
  return known(set) ? set : known(held) ? held : (set ?? "");
}
