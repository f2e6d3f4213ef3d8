import { runsAtEdge } from "../../stack/edge-functions";
import { FUNCTION } from "../../stack/functions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "lambda-tracing",
  category: "observability",
  description: "Functions record traces",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "A trace shows where a request that crosses functions, queues and tables lost its time. Without it, a function only " +
    "goes along with a caller that traces already.",
  fix: {
    typescript: 'tracingConfig: { mode: "Active" },',
    python: 'tracing_config={"mode": "Active"},',
    yaml: "tracingConfig:\n  mode: Active",
  },
  limits:
    "Functions that a distribution of the stack runs at the edge; whether the role may write traces; tracing by other means.",
  stack(stack, { report, undecided }) {
    for (const fn of stack.ofType(FUNCTION).filter((one) => !one.outside && runsAtEdge(stack, one) !== true)) {
      const mode = fn.str("tracingConfig", "mode");
      if (mode === UNKNOWN || (mode !== "Active" && runsAtEdge(stack, fn) === UNKNOWN)) {
        undecided(fn, "tracingConfig");
      } else if (mode !== "Active") {
        report({
          at: fn,
          property: "tracingConfig",
          message:
            mode === undefined
              ? 'the function records no traces of its own; set tracingConfig: { mode: "Active" }, and let its role write them (AWSXRayDaemonWriteAccess).'
              : `the function traces only what its caller traces (${mode}); set tracingConfig: { mode: "Active" }.`,
        });
      }
    }
  },
});
