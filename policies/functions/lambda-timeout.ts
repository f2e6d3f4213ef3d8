import { runsAtEdge } from "../../stack/edge-functions";
import { FUNCTION, isWaitedFor } from "../../stack/functions";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const USUAL = 60;
const DEFAULT = 3;

function report(fn: Resource, timeout: number | undefined, minimum: number, context: Context): void {
  context.report({
    at: fn,
    property: "timeout",
    message:
      `the function is stopped after ${String(timeout ?? DEFAULT)} s${timeout === undefined ? " (the default)" : ""}, ` +
      `in the middle of what it does; give it at least ${String(minimum)} s: timeout: ${String(minimum)}.`,
  });
}

export default defineRule({
  id: "lambda-timeout",
  category: "functions",
  description: "Functions have the time that their work takes",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["functions.minimumTimeout"],
  failures: ["B31"],
  why:
    "A function that runs out of time stops halfway: a switch is done on one side only, a batch is worked on again. " +
    "Calls to AWS, retries and cold starts take longer than the default of 3 s.",
  fix: { typescript: "timeout: 60,", python: "timeout=60,", yaml: "timeout: 60" },
  limits:
    "Without a contract, any time that the program sets, and functions whose caller waits and gives up sooner (API " +
    "Gateway, load balancers, function URLs, Cognito, Lex, CloudFront).",
  // What the contract asks of every function is seen before it is created; who waits for it, only in the whole stack.
  resource: {
    types: [FUNCTION],
    check(fn, context) {
      const minimum = context.contract.functions?.minimumTimeout;
      const timeout = fn.num("timeout");
      if (minimum !== undefined && timeout === UNKNOWN) {
        context.undecided(fn, "timeout");
      } else if (minimum !== undefined && timeout !== UNKNOWN && (timeout ?? DEFAULT) < minimum) {
        report(fn, timeout, minimum, context);
      }
    },
  },
  stack(stack, context) {
    if (context.contract.functions?.minimumTimeout === undefined) {
      // Whoever sets a time has thought of it.
      const silent = stack.ofType(FUNCTION).filter((one) => !one.outside && one.at("timeout").isAbsent);
      for (const fn of silent.filter((one) => !isWaitedFor(stack, one))) {
        const atEdge = runsAtEdge(stack, fn);
        if (atEdge === UNKNOWN) {
          context.undecided(fn, "timeout");
        } else if (!atEdge) {
          report(fn, undefined, USUAL, context);
        }
      }
    }
  },
});
