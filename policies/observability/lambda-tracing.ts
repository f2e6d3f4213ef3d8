import { runsAtEdge } from "../../src/aws/functions/edge-functions";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const isActive = (fn: Resource): boolean => fn.str("tracingConfig", "mode") === "Active";

export default defineRule({
  id: "lambda-tracing",
  category: "observability",
  description: "Functions must record traces",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["functions.tracing"],
  failures: [],
  why:
    "A trace shows where a request that crosses functions, queues and tables lost its time. A function without tracing is " +
    "a gap in it, unless its caller traces already.",
  fix: {
    typescript: `tracingConfig: { mode: "Active" },`,
    python: `tracing_config={"mode": "Active"},`,
    yaml: `tracingConfig:
  mode: Active`,
  },
  limits:
    "Functions that a distribution of the stack runs at the edge; whether the role may write traces; tracing by other means.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"],
  stack(stack, { report, undecided }) {
    const silent: Resource[] = [];
    for (const fn of stack.managed(LAMBDA_FUNCTION).filter((one) => !isActive(one))) {
      const atEdge = runsAtEdge(stack, fn);
      if (atEdge === true) {
        continue;
      }
      if (fn.str("tracingConfig", "mode") === UNKNOWN || atEdge === UNKNOWN) {
        undecided(fn, "tracingConfig");
      } else {
        silent.push(fn);
      }
    }
    const [first, ...others] = silent;
    if (first) {
      report({
        at: first,
        alsoAt: others,
        property: "tracingConfig",
        message:
          "This function records traces only where its caller does. Set " +
          '`tracingConfig: { mode: "Active" }`, and let its role write traces (AWSXRayDaemonWriteAccess).',
      });
    }
  },
});
